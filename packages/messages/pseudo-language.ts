/**
 * A language that nobody speaks, made from another: every text in brackets and longer, as translations are. With it a test, or
 * somebody at a screen, sees what no language folder has a say in.
 */
export function pseudoLanguage<T>(words: T): T {
  return changed(words, (text) => `[${text} ${'·'.repeat(Math.ceil(text.length / 3))}]`) as T;
}

function changed(words: unknown, change: (text: string) => string): unknown {
  if (typeof words === 'string') return change(words);
  if (typeof words === 'function') return (...about: unknown[]) => change(String(words(...about)));
  if (Array.isArray(words)) return words.map((one) => changed(one, change));
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, changed(value, change)]));
}

/** Every text, by where it stands; functions are asked with something to fill in. */
export function sentencesOf(words: unknown, key = ''): { key: string; text: string }[] {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words === 'function') return [{ key, text: String(words(FILLING, 2)) }];
  return Object.entries(words as object).flatMap(([name, value]) =>
    sentencesOf(value, key === '' ? name : `${key}.${name}`),
  );
}

/** A name, a number and the details of a validation error at once. */
const FILLING = Object.assign(new String('1'), { least: 1, most: 2, longest: 3, example: '#0c5c54' });
