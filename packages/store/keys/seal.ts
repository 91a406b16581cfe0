import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken } from '../errors.ts';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** format (1) · version of the key (2) · iv (12) · ciphertext · tag (16) */
const HEADER_BYTES = 3 + IV_BYTES;

/**
 * A key that seals the fields of one person, or of a tenant where no person is concerned.
 *
 * The ciphertext is bound to its place: tenant, person, object and key version are authenticated with it, so a value
 * copied to another row or column does not open [DAT-1]. `object` names the column and the row: `person:attributes:<id>`.
 */
export class DataKey {
  readonly #key: Buffer;
  readonly #owner: string;
  readonly #version: number;

  constructor(key: Buffer, owner: { tenantId: string; personId: string | null }, version: number) {
    this.#key = key;
    this.#owner = `${owner.tenantId}|${owner.personId ?? ''}`;
    this.#version = version;
  }

  seal(object: string, plain: Buffer | string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    cipher.setAAD(this.#place(object, this.#version));
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(FORMAT, 0);
    header.writeUInt16BE(this.#version, 1);
    iv.copy(header, 3);
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    return Buffer.concat([header, body, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws SealBroken when a single bit of the value or of its place is another */
  open(object: string, sealed: Buffer): Buffer {
    if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed.readUInt8(0) !== FORMAT) throw broken(object);
    const version = sealed.readUInt16BE(1);
    if (version !== this.#version) throw broken(object);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(3, HEADER_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(this.#place(object, version));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    try {
      const body = decipher.update(sealed.subarray(HEADER_BYTES, sealed.length - TAG_BYTES));
      return Buffer.concat([body, decipher.final()]);
    } catch {
      throw broken(object);
    }
  }

  sealJson(object: string, value: unknown): Buffer {
    return this.seal(object, JSON.stringify(value));
  }

  openJson<T>(object: string, sealed: Buffer): T {
    return JSON.parse(this.open(object, sealed).toString('utf8')) as T;
  }

  #place(object: string, version: number): Buffer {
    return Buffer.from(`${this.#owner}|${object}|${version}`);
  }
}

function broken(object: string): SealBroken {
  return new SealBroken(`the sealed value ${object} cannot be opened`);
}
