import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsAddress, DOCUMENTS_WITH_ADDRESS, parsePradoNumber } from './documents.ts';

describe('documents that bear an address', () => {
  it('are all those of the list, and all versions of its ranges', () => {
    for (const [entry] of DOCUMENTS_WITH_ADDRESS) {
      const { issuer, category, type, firstVersion, lastVersion, variant } = parsePradoNumber(entry)!;
      for (let version = firstVersion; version <= lastVersion; version++) {
        const number = `${issuer}-${category}${type}-${String(version).padStart(5, '0')}${variant ? `-${variant}` : ''}`;
        expect(bearsAddress(number), number).toBe(true);
      }
    }
  });

  it('a range covers what lies inside, and neither neighbour', () => {
    const versions = ['03000', '03001', '03002', '03003', '03004'];
    expect(versions.map((version) => bearsAddress(`FRA-AO-${version}`))).toEqual([false, true, true, true, false]);
  });

  it('a letter is a version of its own', () => {
    expect(bearsAddress('SGP-BO-01001-A')).toBe(true);
    expect(bearsAddress('SGP-BO-01001')).toBe(true);
    expect(bearsAddress('SGP-BO-01001-B')).toBe(false);
    expect(bearsAddress('DEU-BO-02001-A')).toBe(false);
  });

  it('a German identity card bears one, a German passport does not', () => {
    expect(bearsAddress('DEU-BO-02001')).toBe(true);
    expect(bearsAddress('DEU-AO-02001')).toBe(false);
  });

  it('the letter O is not a zero, and nothing malformed bears an address', () => {
    for (const text of ['DEU-B0-02001', 'deu-bo-02001', 'DEU-BO-2001', 'DEU-BO-02001 ', 'FRA-AO-03001-03003', '']) {
      expect(bearsAddress(text), text).toBe(false);
    }
  });

  it('a range that runs backwards is no number', () => {
    expect(parsePradoNumber('FRA-AO-03003-03001')).toBeNull();
    expect(parsePradoNumber('POL-BO-02001-02003')).toMatchObject({ firstVersion: 2001, lastVersion: 2003 });
  });

  it('no number outside the versions of the list bears an address', () => {
    const listed = new Set<string>();
    for (const [entry] of DOCUMENTS_WITH_ADDRESS) {
      const { firstVersion, lastVersion } = parsePradoNumber(entry)!;
      for (let version = firstVersion; version <= lastVersion; version++) listed.add(`${entry.slice(0, 7)}${version}`);
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...new Set(DOCUMENTS_WITH_ADDRESS.map(([entry]) => entry.slice(0, 7)))),
        fc.integer({ min: 0, max: 99_999 }),
        (start, version) => {
          expect(bearsAddress(start + String(version).padStart(5, '0'))).toBe(listed.has(`${start}${version}`));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
