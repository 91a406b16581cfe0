import { describe, expect, it } from 'vitest';
import { ID_SUFFIXES, isId, newId } from './ids.ts';

describe('ids [API-4]', () => {
  it('are 32 lower-case hexadecimal digits and the suffix of their kind', () => {
    for (const [suffix] of ID_SUFFIXES) {
      const id = newId(suffix);
      expect(id).toMatch(new RegExp(`^[0-9a-f]{32}${suffix}$`));
      expect(isId(id, suffix)).toBe(true);
    }
  });

  it('do not repeat, and use every digit in every place', () => {
    const ids = Array.from({ length: 2_000 }, () => newId('cidt'));
    expect(new Set(ids).size).toBe(ids.length);
    for (let place = 0; place < 32; place++) expect(new Set(ids.map((id) => id[place])).size).toBe(16);
  });

  it('of another kind, length or case are no ids', () => {
    const id = newId('cper');
    for (const other of [
      `${id}x`,
      id.slice(1),
      id.toUpperCase(),
      id.replace('cper', 'cidt'),
      `${'g'.repeat(32)}cper`,
      7,
      null,
    ]) {
      expect(isId(other, 'cper')).toBe(false);
    }
  });
});
