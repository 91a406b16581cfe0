import { PlatformError } from '@reident/domain';
import type { KeyRing, TenantSecrets } from '../keys/key-ring.ts';
import type { DataKey } from '../keys/seal.ts';
import type { Tenant } from '../types.ts';
import { columns, type RowOf, type Sql, sql } from './sql.ts';

/** What was read of a tenant in one go, when its transaction is already over: what opens the rows, and the time. */
export interface TenantView {
  readonly tenant: Tenant;
  readonly now: Date;
  readonly keys: Pick<TenantKeys, 'fields' | 'unwrap'>;
}

/** One transaction of one tenant: everything that a query needs, and nothing of another tenant. */
export interface TenantTx {
  readonly tenant: Tenant;
  /** The tenant's time: the wall clock plus the sandbox clock's offset, the same throughout the transaction. */
  readonly now: Date;
  readonly keys: TenantKeys;
  /** Runs a statement and answers its rows. */
  query<Answer>(statement: Sql<Answer>): Promise<Answer[]>;
  /** Runs once the transaction is committed, and never if it is not. */
  afterCommit(work: () => void): void;
  /** Says after the commit that there is new work in the queue; a hint, since workers poll anyway. */
  hintWork(): void;
}

export interface TenantKeys {
  /** Key for what concerns no person. */
  readonly fields: DataKey;
  /** Key of a person. @throws PlatformError `model_not_found` when there is none, or no longer */
  ofPerson(personId: string): Promise<DataKey>;
  /** The same from a wrapped key that a query joined, which saves the round trip. */
  unwrap(personId: string, wrapped: Buffer, version: number): DataKey;
  /** Fetches the keys of many persons in one round trip, for a list that needs them one by one. */
  preload(personIds: readonly string[]): Promise<void>;
  /** Makes and stores the key of a new person. */
  create(personId: string): { wrapped: Buffer; key: DataKey };
  /** Destroys the key of a person: from the commit on nothing that was sealed with it can be read [DAT-2]. */
  destroy(personId: string): Promise<void>;
  /** Drops what this process remembers of a key; after the commit of `destroy`, since others may have used it meanwhile. */
  forget(personId: string): void;
  /** One-way value by which a sealed field can be looked up. */
  hash(field: string, value: string): Buffer;
}

const PERSON_KEY = columns('person_keys', 'person_id', 'wrapped_key', 'version');

/** The keys of a tenant inside one transaction: what was loaded or made here first, then the ring's cache, then the table. */
export class TransactionKeys implements TenantKeys {
  readonly fields: DataKey;
  readonly #secrets: TenantSecrets;
  readonly #ring: KeyRing;
  readonly #tenantId: string;
  readonly #query: TenantTx['query'];
  readonly #made = new Map<string, DataKey>();

  constructor(ring: KeyRing, tenantId: string, wrappedTenantKey: Buffer, query: TenantTx['query']) {
    this.#secrets = ring.tenant(tenantId, wrappedTenantKey);
    this.fields = this.#secrets.fields;
    this.#ring = ring;
    this.#tenantId = tenantId;
    this.#query = query;
  }

  async ofPerson(personId: string): Promise<DataKey> {
    const known = this.#known(personId);
    if (known !== undefined) return known;
    const [row] = await this.#query(sql<RowOf<typeof PERSON_KEY>>`
      select ${PERSON_KEY} from person_keys where tenant_id = ${this.#tenantId} and person_id = ${personId}`);
    if (row === undefined)
      throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Person' for id '${personId}'.`);
    return this.unwrap(personId, row.wrapped_key, row.version);
  }

  async preload(personIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(personIds)].filter((id) => this.#known(id) === undefined);
    if (unknown.length === 0) return;
    const rows = await this.#query(sql<RowOf<typeof PERSON_KEY>>`
      select ${PERSON_KEY} from person_keys where tenant_id = ${this.#tenantId} and person_id = any (${unknown})`);
    for (const row of rows) this.#made.set(row.person_id, this.unwrap(row.person_id, row.wrapped_key, row.version));
  }

  unwrap(personId: string, wrapped: Buffer, version: number): DataKey {
    return (
      this.#made.get(personId) ??
      this.#ring.cached(this.#name(personId), () => this.#secrets.openPersonKey(personId, wrapped, version))
    );
  }

  create(personId: string): { wrapped: Buffer; key: DataKey } {
    const made = this.#secrets.createPersonKey(personId);
    this.#made.set(personId, made.key);
    return made;
  }

  async destroy(personId: string): Promise<void> {
    await this.#query(sql`delete from person_keys where tenant_id = ${this.#tenantId} and person_id = ${personId}`);
    this.forget(personId);
  }

  forget(personId: string): void {
    this.#made.delete(personId);
    this.#ring.forget(this.#name(personId));
  }

  hash(field: string, value: string): Buffer {
    return this.#secrets.hash(field, value);
  }

  #known(personId: string): DataKey | undefined {
    return this.#made.get(personId) ?? this.#ring.peek<DataKey>(this.#name(personId));
  }

  #name(personId: string): string {
    return `${this.#tenantId}|${personId}`;
  }
}
