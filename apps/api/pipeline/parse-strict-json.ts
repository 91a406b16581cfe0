import { PlatformError } from '@reident/domain';

/** Levels of objects and arrays that a body may have [API-6]. */
export const MAX_JSON_DEPTH = 32;

/**
 * Parses a body that nobody downstream has to distrust [API-6].
 *
 * Beyond the grammar it refuses what parsers disagree about: invalid UTF-8, a name given twice in one object,
 * `__proto__`, the character NUL, lone surrogates, and more than 32 levels.
 *
 * @throws PlatformError `invalid_json`, naming the rule and never the text
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  const value = parseJson(text);
  rejectHazards(text);
  return value;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new PlatformError('invalid_json', 'The body is not valid UTF-8', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, so it does not travel on as a cause.
    throw new PlatformError('invalid_json', 'The body is not valid JSON');
  }
}

/** Walks over a text that is known to be JSON, so brackets, quotes and colons can be taken at their word. */
function rejectHazards(text: string): void {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      const value = readString(text, at, end);
      const names = open.at(-1);
      if (names && followedByColon(text, end)) rejectFieldName(names, value);
      at = end;
    } else {
      if (sign === '{' || sign === '[') {
        open.push(sign === '{' ? new Set() : null);
        if (open.length > MAX_JSON_DEPTH) reject(`The body is nested deeper than ${MAX_JSON_DEPTH} levels`);
      } else if (sign === '}' || sign === ']') open.pop();
      at += 1;
    }
  }
}

/** Position behind the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function readString(text: string, start: number, end: number): string {
  const value: string = JSON.parse(text.slice(start, end));
  if (value.includes('\0')) reject('The body holds the character NUL');
  if (/\p{Surrogate}/u.test(value)) reject('The body holds half of a surrogate pair');
  return value;
}

function followedByColon(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? 'x')) at += 1;
  return text[at] === ':';
}

function rejectFieldName(names: Set<string>, name: string): void {
  if (name === '__proto__') reject('The body holds a field named __proto__');
  if (names.has(name)) reject('The body holds a field twice');
  names.add(name);
}

function reject(detail: string): never {
  throw new PlatformError('invalid_json', detail);
}
