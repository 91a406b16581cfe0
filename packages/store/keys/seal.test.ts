import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '../errors.ts';
import { DataKey } from './seal.ts';

const KEY = randomBytes(32);
const PLACE = { tenantId: 'tenant', personId: 'person' };

describe('a sealed value', () => {
  it('opens to the same bytes, also when it is empty', () => {
    const key = new DataKey(KEY, PLACE, 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, object) => {
        expect(key.open(object, key.seal(object, Buffer.from(bytes))).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('does not open when a single bit is another: 10,000 mutations [DAT-1]', () => {
    const key = new DataKey(KEY, PLACE, 1);
    const sealed = key.seal('person:attributes:1', 'Erika Mustermann, geboren am 12.08.1964');
    let refused = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const mutated = Buffer.from(sealed);
      const bit = n % (sealed.length * 8);
      mutated[bit >> 3] = (mutated[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // By chance the bytes may undo the bit; what is the same as before opens, of course.
      if (n >= sealed.length * 8)
        do randomBytes(1 + (n % 20)).copy(mutated, n % (sealed.length - 20));
        while (mutated.equals(sealed));
      try {
        key.open('person:attributes:1', mutated);
      } catch (error) {
        if (error instanceof SealBroken) refused += 1;
      }
    }
    expect(refused).toBe(10_000);
  });

  it('does not open when it is shortened', () => {
    const key = new DataKey(KEY, PLACE, 1);
    const sealed = key.seal('a', 'b');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => key.open('a', sealed.subarray(0, length))).toThrow(SealBroken);
    }
  });

  it('is bound to its tenant, its person, its object and the version of the key [DAT-1]', () => {
    const sealed = new DataKey(KEY, PLACE, 1).seal('object', 'value');
    const elsewhere: [DataKey, string][] = [
      [new DataKey(KEY, { ...PLACE, tenantId: 'other' }, 1), 'object'],
      [new DataKey(KEY, { ...PLACE, personId: 'other' }, 1), 'object'],
      [new DataKey(KEY, { ...PLACE, personId: null }, 1), 'object'],
      [new DataKey(KEY, PLACE, 1), 'other'],
      [new DataKey(KEY, PLACE, 2), 'object'],
      [new DataKey(randomBytes(32), PLACE, 1), 'object'],
    ];
    for (const [key, object] of elsewhere) expect(() => key.open(object, sealed)).toThrow(SealBroken);
    const relabelled = Buffer.from(sealed);
    relabelled.writeUInt16BE(2, 1);
    expect(() => new DataKey(KEY, PLACE, 2).open('object', relabelled)).toThrow(SealBroken);
  });

  it('never uses an initialisation vector twice: 100,000 of them [DAT-1]', () => {
    const key = new DataKey(KEY, PLACE, 1);
    const seen = new Set<string>();
    for (let n = 0; n < 100_000; n += 1) seen.add(key.seal('a', '').toString('latin1', 3, 15));
    expect(seen.size).toBe(100_000);
  });

  it('names the place and never the value when it does not open [DAT-6]', () => {
    const key = new DataKey(KEY, PLACE, 1);
    const sealed = key.seal('person:attributes:1', 'Mustermann');
    expect(() => key.open('elsewhere', sealed)).toThrow('the sealed value elsewhere cannot be opened');
  });
});
