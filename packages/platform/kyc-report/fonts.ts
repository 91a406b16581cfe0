import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Fontkit from 'fontkit';

/** Loaded with the first report, not with the server. */
const load = createRequire(import.meta.url);

/** Latin with all its marks, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic; not Chinese, Japanese, Korean, Thai or Indic scripts. */
const FILES = { plain: 'DejaVuSans', bold: 'DejaVuSans-Bold', mono: 'DejaVuSansMono' } as const;

export type FontName = keyof typeof FILES;
export const FONT_NAMES = Object.keys(FILES) as FontName[];

const parsed = new Map<FontName, Fontkit.Font>();

/** Parsed once per process: a report then takes a tenth of the time of the first. */
export function fontOf(name: FontName): Fontkit.Font {
  let font = parsed.get(name);
  if (!font) {
    const folder = path.dirname(load.resolve('dejavu-fonts-ttf/package.json'));
    const bytes = readFileSync(path.join(folder, 'ttf', `${FILES[name]}.ttf`));
    font = (load('fontkit') as typeof Fontkit).create(bytes);
    parsed.set(name, font);
  }
  return font;
}

/** Nearly every text, answered at once: all of it is in the fonts. */
const WESTERN = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u2013]*$/;
/** Words written from right to left that follow one another. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]\S*(?: +[\p{Script=Hebrew}\p{Script=Arabic}]\S*)+/gu;
/** Letters join across these two in Persian and elsewhere; all other characters that have no shape are shown. */
const JOINERS = /[\u200c\u200d]/u;

/**
 * The text as the font can print it: a character it has no shape for is given by its number, `[U+738B]`, because an
 * empty box would tell nobody which name stands in the case. So are characters that cannot be seen, such as one that
 * turns the direction of the text.
 */
export function printable(text: string, name: FontName): string {
  if (WESTERN.test(text)) return text;
  const font = fontOf(name);
  const hidden = (character: string) =>
    character !== '\n' &&
    !JOINERS.test(character) &&
    (/[\p{Cc}\p{Cf}]/u.test(character) || !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

  let shown = '';
  let numbers: string[] = [];
  for (const character of [...text, '']) {
    if (character !== '' && hidden(character)) {
      numbers.push(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
      continue;
    }
    if (numbers.length > 0) shown += `[${numbers.join(' ')}]`;
    numbers = [];
    shown += character;
  }
  // pdfkit sets word after word from the left; what holds together without a break it turns round as a whole.
  return shown.replace(RIGHT_TO_LEFT, (words) => words.replaceAll(' ', '\u00a0'));
}
