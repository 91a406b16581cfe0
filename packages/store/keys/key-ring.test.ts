import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SealBroken } from '../errors.ts';
import { KeyRing } from './key-ring.ts';

describe('the key ring', () => {
  it('opens the key of a tenant and of its persons with the right root key only [DAT-1]', () => {
    const rootKey = randomBytes(32);
    const wrapped = new KeyRing(rootKey).createTenantKey('tenant');
    const person = new KeyRing(rootKey).tenant('tenant', wrapped).createPersonKey('person');
    const sealed = person.key.seal('field', 'value');
    const again = new KeyRing(rootKey).tenant('tenant', wrapped).openPersonKey('person', person.wrapped, 1);
    expect(again.open('field', sealed).toString()).toBe('value');
    expect(() => new KeyRing(randomBytes(32)).tenant('tenant', wrapped)).toThrow(SealBroken);
    expect(() => new KeyRing(rootKey).tenant('other', wrapped)).toThrow(SealBroken);
    expect(() => new KeyRing(rootKey).tenant('tenant', wrapped).openPersonKey('other', person.wrapped, 1)).toThrow(
      SealBroken,
    );
  });

  it('hashes the same value differently for each tenant and each field [DAT-2]', () => {
    const ring = new KeyRing(randomBytes(32));
    const one = ring.tenant('one', ring.createTenantKey('one'));
    const two = ring.tenant('two', ring.createTenantKey('two'));
    const hashes = [one.hash('reference', 'x'), two.hash('reference', 'x'), one.hash('phone', 'x')].map((hash) =>
      hash.toString('hex'),
    );
    expect(new Set(hashes).size).toBe(3);
    expect(one.hash('reference', 'x').toString('hex')).toBe(hashes[0]);
  });

  describe('in time', () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('forgets an unwrapped key within a minute, so an erased person becomes unreadable [DAT-2]', () => {
      const ring = new KeyRing(randomBytes(32));
      ring.cached('a', () => 'key');
      vi.advanceTimersByTime(59_000);
      expect(ring.peek('a')).toBe('key');
      vi.advanceTimersByTime(1_001);
      expect(ring.peek('a')).toBeUndefined();
    });
  });

  it('keeps only so many keys in memory', () => {
    const ring = new KeyRing(randomBytes(32));
    for (let n = 0; n < 6_000; n += 1) ring.cached(`key-${n}`, () => n);
    expect(ring.peek('key-0')).toBeUndefined();
    expect(ring.peek('key-5999')).toBe(5_999);
  });
});
