import { createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from './root-key.ts';
import { DataKey } from './seal.ts';

const WRAP_VERSION = 1;
const TTL_MS = 60_000;
const MOST_CACHED = 5_000;

/**
 * Root key → key of the tenant → data key of the person [DAT-1]. Only wrapped keys are stored.
 * Unwrapped keys live here for at most a minute, so an erased person is unreadable a minute later [DAT-2].
 */
export class KeyRing {
  readonly #wrapping: Buffer;
  readonly #cache = new Map<string, { value: unknown; until: number }>();

  constructor(rootKey: Buffer) {
    this.#wrapping = deriveKey(rootKey, 'tenant keys');
  }

  /** A new key for a tenant, wrapped. */
  createTenantKey(tenantId: string): Buffer {
    return this.#root(tenantId).seal('key', randomBytes(32));
  }

  tenant(tenantId: string, wrapped: Buffer): TenantSecrets {
    return this.cached(tenantId, () => new TenantSecrets(tenantId, this.#root(tenantId).open('key', wrapped)));
  }

  cached<T>(name: string, make: () => T): T {
    const found = this.peek<T>(name);
    if (found !== undefined) return found;
    const value = make();
    if (this.#cache.size >= MOST_CACHED) this.#forgetOldest();
    this.#cache.set(name, { value, until: Date.now() + TTL_MS });
    return value;
  }

  peek<T>(name: string): T | undefined {
    const found = this.#cache.get(name);
    if (found === undefined) return undefined;
    if (found.until > Date.now()) return found.value as T;
    this.#cache.delete(name);
    return undefined;
  }

  forget(name: string): void {
    this.#cache.delete(name);
  }

  #root(tenantId: string): DataKey {
    return new DataKey(this.#wrapping, { tenantId, personId: null }, WRAP_VERSION);
  }

  #forgetOldest(): void {
    const oldest = this.#cache.keys().next();
    if (!oldest.done) this.#cache.delete(oldest.value);
  }
}

/** What follows from the key of one tenant. */
export class TenantSecrets {
  /** For what concerns no person: webhook secrets, names of operators. */
  readonly fields: DataKey;
  readonly #personKeys: DataKey;
  readonly #look: Buffer;
  readonly #tenantId: string;

  constructor(tenantId: string, key: Buffer) {
    this.#tenantId = tenantId;
    this.fields = new DataKey(deriveKey(key, 'fields'), { tenantId, personId: null }, WRAP_VERSION);
    this.#personKeys = new DataKey(deriveKey(key, 'person keys'), { tenantId, personId: null }, WRAP_VERSION);
    this.#look = deriveKey(key, 'look-up');
  }

  /** One-way value by which a sealed field can be looked up [DAT-2]. */
  hash(field: string, value: string): Buffer {
    return createHmac('sha256', this.#look).update(`${field}\0${value}`).digest();
  }

  createPersonKey(personId: string): { wrapped: Buffer; key: DataKey } {
    const wrapped = this.#personKeys.seal(`person:${personId}`, randomBytes(32));
    return { wrapped, key: this.openPersonKey(personId, wrapped, 1) };
  }

  openPersonKey(personId: string, wrapped: Buffer, version: number): DataKey {
    const key = this.#personKeys.open(`person:${personId}`, wrapped);
    return new DataKey(key, { tenantId: this.#tenantId, personId }, version);
  }
}
