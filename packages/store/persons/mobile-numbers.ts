import { newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, MobileNumber } from '../types.ts';
import { enqueueNotification } from '../webhooks/notifications.ts';

/** Wrong codes that are forgiven before the code is void. */
export const CODE_TRIES = 3;

/** @throws PlatformError `mobile_number_exists` when the person has one already */
export async function insertMobileNumber(
  tx: TenantTx,
  personId: string,
  number: string,
  actor: Actor,
): Promise<MobileNumber> {
  const id = newId('cmno');
  const key = await tx.keys.ofPerson(personId);
  const inserted = await tx.query(sql`
    ${insertInto('mobile_numbers', {
      tenant_id: tx.tenant.id,
      id,
      person_id: personId,
      number_sealed: key.seal(numberOf(id), number),
      created_at: tx.now,
    })}
    on conflict (tenant_id, person_id) do nothing returning id`);
  if (inserted.length === 0) {
    throw new PlatformError('mobile_number_exists', 'The person has a mobile number; delete it before adding another');
  }
  await note(tx, 'PERSON_MOBILE_NUMBER_CREATED', 'mobile_number.created', { id, personId }, actor);
  return { id, personId, number, verified: false };
}

/** @throws PlatformError `model_not_found` */
export async function findMobileNumber(tx: TenantTx, personId: string): Promise<MobileNumber> {
  const row = await findRow(tx, personId);
  if (row === undefined) throw numberNotFound(personId);
  const key = await tx.keys.ofPerson(personId);
  return {
    id: row.id,
    personId,
    number: key.open(numberOf(row.id), row.number_sealed).toString('utf8'),
    verified: row.verified,
  };
}

function numberNotFound(personId: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Solaris::MobileNumber' for id '${personId}'.`);
}

/** Whether somebody can authorize changes of this person's data. */
export async function hasVerifiedNumber(tx: TenantTx, personId: string): Promise<boolean> {
  return (await findRow(tx, personId))?.verified ?? false;
}

/** The code that the customer has to know from now on; an earlier one is void. */
export async function expectNumberCode(
  tx: TenantTx,
  mobile: MobileNumber,
  code: string,
  expiresAt: Date,
): Promise<void> {
  const hash = tx.keys.hash(codeOf(mobile.id), code);
  await tx.query(sql`
    ${update('mobile_numbers', { code_hash: hash, code_tries: 0, code_expires_at: expiresAt })}
    where tenant_id = ${tx.tenant.id} and id = ${mobile.id}`);
}

/** Verifies the number if the code is right. A wrong one is counted; the count must be committed to be of use. */
export async function proveNumberCode(
  tx: TenantTx,
  mobile: MobileNumber,
  code: string,
  actor: Actor,
): Promise<boolean> {
  const [row] = await tx.query(sql<RowOf<typeof CODE>>`
    select ${CODE} from mobile_numbers where tenant_id = ${tx.tenant.id} and id = ${mobile.id} for update`);
  if (row === undefined) throw numberNotFound(mobile.personId);
  const alive = row.code_expires_at !== null && row.code_expires_at > tx.now && row.code_tries < CODE_TRIES;
  const right = alive && (row.code_hash?.equals(tx.keys.hash(codeOf(mobile.id), code)) ?? false);
  await tx.query(sql`
    ${update('mobile_numbers', right ? { verified: true, code_hash: null } : { code_tries: row.code_tries + 1 })}
    where tenant_id = ${tx.tenant.id} and id = ${mobile.id}`);
  const action = right ? 'mobile_number.verified' : 'mobile_number.wrong_code';
  await recordAudit(tx, { actor, action, entity: mobile.id });
  return right;
}

const CODE = columns('mobile_numbers', 'code_hash', 'code_tries', 'code_expires_at');

/** @throws PlatformError `model_not_found` when somebody else has deleted it meanwhile */
export async function deleteMobileNumber(tx: TenantTx, mobile: MobileNumber, actor: Actor): Promise<void> {
  const deleted = await tx.query(sql`
    delete from mobile_numbers where tenant_id = ${tx.tenant.id} and id = ${mobile.id} returning id`);
  if (deleted.length === 0) throw numberNotFound(mobile.personId);
  await note(tx, 'PERSON_MOBILE_NUMBER_DELETED', 'mobile_number.deleted', mobile, actor);
}

async function note(
  tx: TenantTx,
  eventType: string,
  action: string,
  { id, personId }: { id: string; personId: string },
  actor: Actor,
): Promise<void> {
  await enqueueNotification(tx, { eventType, entityId: personId, personId, body: {} });
  await recordAudit(tx, { actor, action, entity: id });
}

const NUMBER = columns('mobile_numbers', 'id', 'number_sealed', 'verified');

async function findRow(tx: TenantTx, personId: string): Promise<RowOf<typeof NUMBER> | undefined> {
  const [row] = await tx.query(sql<RowOf<typeof NUMBER>>`
    select ${NUMBER} from mobile_numbers where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  return row;
}

function numberOf(id: string): string {
  return `mobile-number:number:${id}`;
}

function codeOf(id: string): string {
  return `mobile-number:code:${id}`;
}
