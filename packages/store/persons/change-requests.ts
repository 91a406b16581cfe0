import { newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import type { Changes } from '../generated/rows.ts';
import { columns, type Given, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, ChangeRequest } from '../types.ts';
import { CODE_TRIES } from './mobile-numbers.ts';

/** How long a customer has for a change: the partner's mock of the published API gives as much. */
const LIFETIME_MS = 5 * 60_000;

export async function insertChangeRequest(
  tx: TenantTx,
  order: { personId: string; action: string; payload: unknown },
  actor: Actor,
): Promise<ChangeRequest> {
  const id = newId('csc');
  const key = await tx.keys.ofPerson(order.personId);
  const expiresAt = new Date(tx.now.getTime() + LIFETIME_MS);
  const status = 'AUTHORIZATION_REQUIRED';
  await tx.query(
    insertInto('change_requests', {
      tenant_id: tx.tenant.id,
      id,
      person_id: order.personId,
      action: order.action,
      payload_sealed: key.sealJson(payloadOf(id), order.payload),
      status,
      expires_at: expiresAt,
      created_at: tx.now,
      updated_at: tx.now,
    }),
  );
  await recordAudit(tx, { actor, action: 'change_request.created', entity: id, details: { action: order.action } });
  return { ...order, id, status, expiresAt, updatedAt: tx.now, signing: null };
}

/** Locked, because whoever finds it means to move it on. @throws PlatformError `model_not_found` */
export async function findChangeRequest(tx: TenantTx, id: string): Promise<ChangeRequest> {
  const [row] = await tx.query(sql<RowOf<typeof CHANGE_REQUEST>>`
    select ${CHANGE_REQUEST} from change_requests where tenant_id = ${tx.tenant.id} and id = ${id} for update`);
  if (row === undefined)
    throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Changeset' for id '${id}'.`);
  const key = await tx.keys.ofPerson(row.person_id);
  return {
    id: row.id,
    personId: row.person_id,
    action: row.action,
    payload: key.openJson<unknown>(payloadOf(row.id), row.payload_sealed),
    status: row.status,
    expiresAt: row.expires_at,
    updatedAt: row.updated_at,
    signing:
      row.device_id === null || row.string_to_sign === null
        ? null
        : { deviceId: row.device_id, stringToSign: row.string_to_sign },
  };
}

const CHANGE_REQUEST = columns(
  'change_requests',
  'id',
  'person_id',
  'action',
  'payload_sealed',
  'status',
  'expires_at',
  'updated_at',
  'device_id',
  'string_to_sign',
);

/**
 * The code that the customer has to know from now on; an earlier one is void. Wrong tries stay counted: another code is not
 * another chance to guess.
 */
export async function expectChangeCode(tx: TenantTx, request: ChangeRequest, code: string): Promise<ChangeRequest> {
  const status = 'CONFIRMATION_REQUIRED';
  const hash = tx.keys.hash(codeOf(request.id), code);
  await save(tx, request.id, { status, code_hash: hash, device_id: null, string_to_sign: null });
  return { ...request, status, updatedAt: tx.now, signing: null };
}

/** The text that a device of the person has to sign from now on; an earlier code is void. */
export async function expectSignature(
  tx: TenantTx,
  request: ChangeRequest,
  signing: { deviceId: string; stringToSign: string },
): Promise<ChangeRequest> {
  const status = 'CONFIRMATION_REQUIRED';
  const { deviceId, stringToSign } = signing;
  await save(tx, request.id, {
    status,
    code_hash: null,
    device_id: deviceId,
    string_to_sign: stringToSign,
  });
  return { ...request, status, updatedAt: tx.now, signing };
}

/**
 * Whether the code is right; the request is then completed. After three wrong ones it has failed. The count must be
 * committed to be of use.
 */
export async function proveChangeCode(
  tx: TenantTx,
  request: ChangeRequest,
  code: string,
  actor: Actor,
): Promise<boolean> {
  const [row] = await tx.query(sql<{ code_hash: Buffer | null }>`
    select code_hash from change_requests where tenant_id = ${tx.tenant.id} and id = ${request.id}`);
  return concludeChange(tx, request, row?.code_hash?.equals(tx.keys.hash(codeOf(request.id), code)) ?? false, actor);
}

/** Completes the request after a right proof. After three wrong ones it has failed; the count must be committed. */
export async function concludeChange(
  tx: TenantTx,
  request: ChangeRequest,
  right: boolean,
  actor: Actor,
): Promise<boolean> {
  if (right) await save(tx, request.id, { status: 'COMPLETED', code_hash: null });
  else
    await save(tx, request.id, {
      code_tries: sql`code_tries + 1`,
      status: sql`case when code_tries + 1 >= ${CODE_TRIES} then 'FAILED' else status end`,
    });
  const action = right ? 'change_request.confirmed' : 'change_request.wrong_code';
  await recordAudit(tx, { actor, action, entity: request.id });
  return right;
}

async function save(tx: TenantTx, id: string, changes: Given<Changes<'change_requests'>>): Promise<void> {
  await tx.query(sql`
    ${update('change_requests', { ...changes, updated_at: tx.now })} where tenant_id = ${tx.tenant.id} and id = ${id}`);
}

function payloadOf(id: string): string {
  return `change-request:payload:${id}`;
}

function codeOf(id: string): string {
  return `change-request:code:${id}`;
}
