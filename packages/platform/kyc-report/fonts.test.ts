import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../tests/fixtures/any-character.ts';
import { FONT_NAMES, fontOf, printable } from './fonts.ts';

describe('what the fonts can print', () => {
  it.each([
    'Jördis Anne Müller-Lüdenscheidt-von der Höhe',
    'Łukasz Ștefan Ðorđe Çağrı Ő ẞ',
    'Ελένη Παπαδοπούλου',
    'Ђорђе Ковачевић',
  ])('%s stands as it is', (name) => {
    for (const font of ['plain', 'bold'] as const) expect(printable(name, font)).toBe(name);
  });

  it.each([
    ['王秀英 Wang', '[U+738B U+79C0 U+82F1] Wang'],
    ['สมชาย', '[U+0E2A U+0E21 U+0E0A U+0E32 U+0E22]'],
    ['a𠮷b', 'a[U+20BB7]b'],
  ])('%s, for which they have no shapes, is given by numbers', (name, shown) => {
    expect(printable(name, 'plain')).toBe(shown);
  });

  it('shows what cannot be seen, such as a mark that turns the direction of the text', () => {
    expect(printable('Anna\u202eannA', 'plain')).toBe('Anna[U+202E]annA');
    expect(printable('tab\there\u0000', 'plain')).toBe('tab[U+0009]here[U+0000]');
    expect(printable('two\nlines', 'plain')).toBe('two\nlines');
  });

  it('holds words together that are read from right to left', () => {
    expect(printable('أحمد بن علي', 'plain')).toBe('أحمد\u00a0بن\u00a0علي');
    expect(printable('Sarah שרה כהן', 'plain')).toBe('Sarah שרה\u00a0כהן');
  });

  it('never leaves a letter for which an empty box would be printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.constantFrom(...FONT_NAMES), (text, font) => {
        for (const letter of printable(text, font)) {
          if (letter !== '\n' && letter !== '\u200c' && letter !== '\u200d')
            expect(fontOf(font).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
