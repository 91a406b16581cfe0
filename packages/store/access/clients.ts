import { newId, PlatformError } from '@reident/domain';
import type { Database } from '../transaction/database.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';
import { recordAudit } from './record-audit.ts';
import { hashToken, matchesAny, newToken } from './tokens.ts';

export interface Client {
  tenantId: string;
  clientId: string;
}

/** Clients are made by whoever runs the installation. */
const SHELL: Actor = { kind: 'system', id: null };
const TOKEN_SECONDS = 3600;
const MOST_SECRETS = 2;

/** Credentials of a partner. The secret is shown here and never again; only its hash is kept [API-1]. */
export async function createClient(
  database: Database,
  tenantId: string,
): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = newId('');
  const clientSecret = newToken();
  await database.inTenant(tenantId, async (tx) => {
    await tx.query(
      insertInto('clients', { id: clientId, tenant_id: tenantId, secret_hashes: [hashToken(clientSecret)] }),
    );
    await recordAudit(tx, { actor: SHELL, action: 'client.created', entity: clientId });
  });
  return { clientId, clientSecret };
}

/** A second secret beside the first, so that a partner can change over; the oldest goes when there are two [API-1]. */
export async function addClientSecret(database: Database, client: Client): Promise<string> {
  const secret = newToken();
  await database.inTenant(client.tenantId, async (tx) => {
    const [row] = await tx.query(sql<Pick<ClientsRow, 'secret_hashes'>>`
      select secret_hashes from clients where id = ${client.clientId} for update`);
    if (row === undefined)
      throw new PlatformError('model_not_found', `Couldn't find 'Client' for id '${client.clientId}'.`);
    const hashes = [...row.secret_hashes, hashToken(secret)].slice(-MOST_SECRETS);
    await tx.query(sql`${update('clients', { secret_hashes: hashes })} where id = ${client.clientId}`);
    await recordAudit(tx, { actor: SHELL, action: 'client.secret_added', entity: client.clientId });
  });
  return secret;
}

export interface ClientRow {
  clientId: string;
  secrets: number;
  createdAt: Date;
  revokedAt: Date | null;
}

/** Every client of the tenant, oldest first. */
export async function listClients(tx: TenantTx): Promise<ClientRow[]> {
  const rows = await tx.query(sql<ClientsRow>`
    select ${CLIENT} from clients where tenant_id = ${tx.tenant.id} order by created_at`);
  return rows.map((row) => ({
    clientId: row.id,
    secrets: row.secret_hashes.length,
    createdAt: row.created_at,
    revokedAt: row.disabled_at,
  }));
}

const CLIENT = columns('clients', 'id', 'secret_hashes', 'created_at', 'disabled_at');
type ClientsRow = RowOf<typeof CLIENT>;

/** From now on the client gets no token, and those that it has are worth nothing [API-1]. */
export async function revokeClient(tx: TenantTx, clientId: string): Promise<void> {
  const [row] = await tx.query(sql`
    ${update('clients', { disabled_at: new Date() })} where id = ${clientId} and disabled_at is null returning id`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Client' for id '${clientId}'.`);
  await tx.query(sql`
    ${update('access_tokens', { revoked_at: new Date() })} where client_id = ${clientId} and revoked_at is null`);
  await recordAudit(tx, { actor: SHELL, action: 'client.revoked', entity: clientId });
}

/** The client if the secret is one of its own, else null; an unknown client takes as long as a wrong secret. */
export async function verifyClient(database: Database, clientId: string, secret: string): Promise<Client | null> {
  const [row] = await database.lookUp(sql<{ tenant_id: string; secret_hashes: Buffer[] }>`
    select tenant_id, secret_hashes from find_client(${clientId})`);
  const matches = matchesAny(secret, row?.secret_hashes ?? [NO_HASH]);
  return matches && row !== undefined ? { tenantId: row.tenant_id, clientId } : null;
}

const NO_HASH = Buffer.alloc(32);

/** A token for an hour. Tokens that ended a day ago are swept out on the way. */
export async function issueToken(
  database: Database,
  client: Client,
): Promise<{ token: string; expiresInSeconds: number }> {
  const token = newToken();
  await database.inTenant(client.tenantId, async (tx) => {
    await tx.query(sql`
      with swept as (
        delete from access_tokens where token_hash in (
          select token_hash from access_tokens
          where tenant_id = ${client.tenantId} and expires_at < now() - interval '1 day' limit 100 for update skip locked
        )
      )
      ${insertInto('access_tokens', {
        token_hash: hashToken(token),
        tenant_id: client.tenantId,
        client_id: client.clientId,
        expires_at: sql`now() + ${TOKEN_SECONDS} * interval '1 second'`,
      })}`);
  });
  return { token, expiresInSeconds: TOKEN_SECONDS };
}

/** Whose token it is, or null when it is unknown or revoked. Security runs on the wall clock, not on the sandbox clock. */
export async function findToken(database: Database, token: string): Promise<(Client & { expired: boolean }) | null> {
  const [row] = await database.lookUp(sql<{ tenant_id: string; client_id: string; expired: boolean }>`
    select tenant_id, client_id, expired from find_access_token(${hashToken(token)})`);
  return row === undefined ? null : { tenantId: row.tenant_id, clientId: row.client_id, expired: row.expired };
}

/** How long a token is believed without asking again. Revoking must work within a second in every process [API-1]. */
export const TOKEN_BELIEVED_MS = 500;
const MOST_BELIEVED = 10_000;

type Found = Awaited<ReturnType<typeof findToken>>;
type TokenSource = (token: string) => Promise<Found>;

/**
 * What `findToken` says, asked at most every half second for each token, however many calls carry it. The time runs
 * from before the question, so a slow answer is not believed for longer. Only live tokens are remembered.
 */
export class TokenMemory {
  readonly #answers = new Map<string, { answer: Promise<Found>; until: number }>();
  readonly #find: TokenSource;
  readonly #clock: () => number;

  constructor(find: TokenSource, clock: () => number = () => performance.now()) {
    this.#find = find;
    this.#clock = clock;
  }

  async find(token: string): Promise<Found> {
    const known = this.#answers.get(token);
    if (known !== undefined && known.until > this.#clock()) return known.answer;
    this.forget(token);
    if (this.#answers.size >= MOST_BELIEVED) this.#answers.clear();
    const until = this.#clock() + TOKEN_BELIEVED_MS;
    const asked = { answer: this.#find(token), until };
    this.#answers.set(token, asked);
    const forget = () => this.#answers.get(token) === asked && this.forget(token);
    asked.answer.then((found) => (found === null || found.expired) && forget(), forget);
    return asked.answer;
  }

  forget(token: string): void {
    this.#answers.delete(token);
  }
}

/** From now on the token is unknown. An unknown token is no error, so nothing is learnt from trying. */
export async function revokeToken(database: Database, token: string): Promise<void> {
  const found = await findToken(database, token);
  if (found === null) return;
  await database.inTenant(found.tenantId, async (tx) => {
    await tx.query(sql`
      ${update('access_tokens', { revoked_at: new Date() })} where token_hash = ${hashToken(token)}`);
  });
}
