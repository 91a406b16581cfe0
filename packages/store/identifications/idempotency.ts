import { createHash } from 'node:crypto';
import type { DataKey } from '../keys/seal.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** A request that must have one effect, however often it arrives [REL-9]. */
export interface OnceRequest {
  /** Method and path pattern: the same key on another route is another request. */
  route: string;
  key: string;
  /** Of everything that the caller sent. */
  requestHash: Buffer;
  /** Whom the request is about, where its path says so. */
  personId: string | null;
}

export interface OnceAnswer {
  status: number;
  body: unknown;
}

/** What is known about a key: nothing, somebody is at it, it was used for something else, or its answer. */
export type OnceState = 'new' | 'running' | 'other_request' | { answer: OnceAnswer };

/** How long a key is remembered. */
const MEMORY_MS = 24 * 60 * 60_000;
/** How long a request outside a transaction may take before its key counts as given up. */
const ANSWER_TIMEOUT_MS = 2 * 60_000;

/** Looks the key up and keeps it until the transaction ends, so that a second request with it sees that it is `running`. */
export async function claimKey(tx: TenantTx, request: OnceRequest): Promise<OnceState> {
  const [lock] = await tx.query(sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(${lockOf(tx, request)}) as got`);
  if (!lock?.got) return 'running';
  const [row] = await tx.query(sql<RowOf<typeof KEY>>`
    select ${KEY} from idempotency_keys
    where tenant_id = ${tx.tenant.id} and route = ${request.route} and key_hash = ${hashOf(request.key)}`);
  const age = row === undefined ? Number.POSITIVE_INFINITY : tx.now.getTime() - row.created_at.getTime();
  if (row === undefined || age >= MEMORY_MS) return 'new';
  if (!row.request_hash.equals(request.requestHash)) return 'other_request';
  if (row.response_status === null || row.response_sealed === null) return age < ANSWER_TIMEOUT_MS ? 'running' : 'new';
  const key = await keyFor(tx, row.person_id);
  const { body } = key.openJson<{ body?: unknown }>(answerOf(request), row.response_sealed);
  return { answer: { status: row.response_status, body } };
}

const KEY = columns(
  'idempotency_keys',
  'request_hash',
  'response_status',
  'response_sealed',
  'created_at',
  'person_id',
);

/**
 * Remembers the answer, or, with null, that somebody is at it. An answer about a person is sealed with that person's
 * key, and so is erased with the person. Keys of yesterday are swept out on the way.
 */
export async function rememberKey(tx: TenantTx, request: OnceRequest, answer: OnceAnswer | null): Promise<void> {
  const personId = await ownerOf(tx, request.personId ?? personIn(answer?.body));
  const key = await keyFor(tx, personId);
  await tx.query(sql`
    delete from idempotency_keys
    where tenant_id = ${tx.tenant.id} and created_at < ${new Date(tx.now.getTime() - MEMORY_MS)}`);
  await tx.query(sql`
    ${insertInto('idempotency_keys', {
      tenant_id: tx.tenant.id,
      route: request.route,
      key_hash: hashOf(request.key),
      request_hash: request.requestHash,
      response_status: answer?.status ?? null,
      response_sealed: answer && key.sealJson(answerOf(request), { body: answer.body }),
      // The tenant's time once the request has had its effect: one that moved the clock must not make its own key old.
      created_at: sql`clock_timestamp() + (select clock_offset_ms from tenants where id = ${tx.tenant.id}) * interval '1 millisecond'`,
      person_id: personId,
    })}
    on conflict (tenant_id, route, key_hash) do update set
      request_hash = excluded.request_hash, response_status = excluded.response_status,
      response_sealed = excluded.response_sealed, created_at = excluded.created_at, person_id = excluded.person_id`);
}

/** The request failed: the key may be used again. */
export async function forgetKey(tx: TenantTx, request: OnceRequest): Promise<void> {
  await tx.query(sql`
    delete from idempotency_keys
    where tenant_id = ${tx.tenant.id} and route = ${request.route} and key_hash = ${hashOf(request.key)}`);
}

/** Whose data an answer may hold: the first person that it names; null where it names none. */
export function personIn(body: unknown): string | null {
  if (typeof body === 'string') return /^[0-9a-f]{32}cper$/.test(body) ? body : null;
  if (typeof body !== 'object' || body === null) return null;
  for (const member of Object.values(body)) {
    const found = personIn(member);
    if (found !== null) return found;
  }
  return null;
}

/** Null when the request has just erased the person: what it answers tells nothing of them. */
async function ownerOf(tx: TenantTx, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [row] = await tx.query(sql`
    select from person_keys where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  return row === undefined ? null : personId;
}

async function keyFor(tx: TenantTx, personId: string | null): Promise<DataKey> {
  return personId === null ? tx.keys.fields : tx.keys.ofPerson(personId);
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** 64 bits of tenant, route and key: two requests that share them by chance merely wait for each other. */
function lockOf(tx: TenantTx, { route, key }: OnceRequest): bigint {
  return createHash('sha256').update(`${tx.tenant.id}\0${route}\0${key}`).digest().readBigInt64BE();
}

function answerOf({ route, key }: OnceRequest): string {
  return `idempotency:answer:${route}:${hashOf(key).toString('hex')}`;
}
