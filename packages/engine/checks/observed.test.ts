import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STATUSES } from '@reident/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inconclusive, observedOf, pass } from './define-check.ts';
import { OBSERVED, OBSERVED_WORDS, observedLabel, observedText, splitObserved } from './observed.ts';

const FOLDER = import.meta.dirname;
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(
    (name) =>
      name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(define-check|observed|thresholds)\.ts$/.test(name),
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

  it('is all that OBSERVED has rows for: each name is one that a check or its evidence spells', () => {
    const evidence = ['face/occlusion.ts', 'viz/compare-address.ts', 'viz/compare-with-mrz.ts'].map((name) =>
      readFileSync(path.join(import.meta.dirname, '..', name), 'utf8'),
    );
    const spelled = [...SOURCES.map(([, text]) => text), ...evidence].join('\n');
    for (const name of Object.keys(OBSERVED)) expect(spelled, name).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('is said in words that OBSERVED_WORDS has in both languages', () => {
    const unknown = SOURCES.flatMap(([name, text]) =>
      wordsObservedIn(text).flatMap((word) => (Object.hasOwn(OBSERVED_WORDS, word) ? [] : [`${name}: '${word}'`])),
    );
    expect(unknown).toEqual([]);
    expect(new Set(SOURCES.flatMap(([, text]) => wordsObservedIn(text))).size).toBeGreaterThan(20);
  });

  it('has words in both languages, none of them empty', () => {
    for (const [en, de] of [...Object.values(OBSERVED), ...Object.values(OBSERVED_WORDS)]) {
      expect(en.trim(), de).not.toBe('');
      expect(de.trim(), en).not.toBe('');
    }
  });
});

/** Words in quotes that stand for what was seen: the value of a name, or what takes its place where there is none. */
function wordsObservedIn(source: string): string[] {
  const observed = source.matchAll(
    /(?:pass|fail|inconclusive|notApplicable|doubt)\([^;]*?;|const observed = \{[^}]*\}|const seen = \{[^}]*\}/g,
  );
  return [...observed].flatMap(([text]) =>
    [...text.matchAll(/(?:(?<![?]\s*\w+\s*)\w+: |\?\? )'([^']+)'/g)].flatMap(([, word]) => word ?? []),
  );
}

describe('a value that was observed', () => {
  // biome-ignore format: a table
  it.each([
    // name             value                       English                        German
    ['glareFraction',   0.0734,                     '7.3 %',                       '7,3 %'],
    ['yawDegrees',      12.3456,                    '12.346°',                     '12,346°'],
    ['ageYears',        17,                         '17 years',                    '17 Jahre'],
    ['seconds',         2.5,                        '2.5 s',                       '2,5 s'],
    ['eyeDistance',     41,                         '41 px',                       '41 px'],
    ['stored',          false,                      'no',                          'nein'],
    ['expiryDate',      '2031-12-18',               '2031-12-18',                  '18.12.2031'],
    ['expiryDate',      'unreadable',               'unreadable',                  'nicht lesbar'],
    ['differences',     'surname, given_names',     'surname, given names',        'Nachname, Vornamen'],
    ['prompts',         'center left right',        'ahead, left, right',          'geradeaus, links, rechts'],
    ['step',            'document_front',           'Front',                       'Front'],
    ['person',          'Erika Mustermann',         'Erika Mustermann',            'Erika Mustermann'],
    ['shape',           null,                       '–',                           '–'],
  ] as const)('%s %j is written as people write it', (name, value, english, german) => {
    const steps = { document_front: 'Front' };
    expect(observedText(name, value, 'en', steps)).toBe(english);
    expect(observedText(name, value, 'de', steps)).toBe(german);
  });

  it('stands under its name, with the picture before it; a name of an older engine stands for itself', () => {
    expect(splitObserved('document_front.sharpness')).toEqual({ step: 'document_front', name: 'sharpness' });
    expect(observedLabel('sharpness', 'de')).toBe('Schärfe');
    expect(observedLabel('eyebrowLength', 'de')).toBe('eyebrowLength');
  });

  it('that is no word of ours is never changed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z<]{1,30}$/), (text) => {
        expect(observedText('person', text, 'de')).toBe(text);
      }),
    );
    for (const status of Object.keys(STATUSES)) expect(observedText('person', status, 'de')).toBe(status);
  });
});
