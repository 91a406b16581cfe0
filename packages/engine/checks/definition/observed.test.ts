import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inconclusive, observedOf, pass } from './define-check.ts';
import { coded, isCoded, OBSERVED, splitObserved } from './observed.ts';

const FOLDER = path.join(import.meta.dirname, '..');
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(
    (name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^definition.(define-check|observed)\.ts$/.test(name),
  )
  .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')] as const);

describe('what checks observe', () => {
  it('has a row in OBSERVED under each of its names, or the check does not compile', () => {
    // @ts-expect-error a name without words
    pass({ eyebrowLength: 1 });
    const seen = { faces: 1, eyebrowLength: 1 };
    // @ts-expect-error the same in an object that was made before
    inconclusive('SELFIE_OTHER', seen);
    const byName: Record<string, number> = seen;
    // @ts-expect-error names that nobody knows
    pass(byName);
    expect(pass({ faces: 1, 'selfie.sharpness': 3 }).observed).toEqual({ faces: 1, 'selfie.sharpness': 3 });
    expect(observedOf([['document_front.coverage', 0.2]])).toEqual({ 'document_front.coverage': 0.2 });
  });

  it('is a value of the form of its row, or a code that people have words for', () => {
    // @ts-expect-error a phrase in place of a number
    pass({ hueSpread: 'not measured' });
    // @ts-expect-error a code that nobody knows
    pass({ hueSpread: coded('not_meassured') });
    // @ts-expect-error a phrase where only codes may stand
    pass({ readFrom: 'document' });
    expect(pass({ hueSpread: coded('not_measured') }).observed).toEqual({ hueSpread: { codes: ['not_measured'] } });
    expect(isCoded(coded('left', 'right'))).toBe(true);
    for (const text of ['not_measured', null, 3, ['codes'], {}]) expect(isCoded(text)).toBe(false);
  });

  it('is all that OBSERVED has rows for: each name is one that a check or its evidence spells', () => {
    const evidence = ['readings/face.ts', 'viz/compare-address.ts', 'viz/compare-with-mrz.ts'].map((name) =>
      readFileSync(path.join(FOLDER, '..', name), 'utf8'),
    );
    const spelled = [...SOURCES.map(([, text]) => text), ...evidence].join('\n');
    for (const name of Object.keys(OBSERVED)) expect(spelled, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('stands under its name, with the picture before it', () => {
    expect(splitObserved('document_front.sharpness')).toEqual({ step: 'document_front', name: 'sharpness' });
    expect(splitObserved('sharpness')).toEqual({ step: null, name: 'sharpness' });
  });
});
