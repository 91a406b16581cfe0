import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_JSON_DEPTH, parseStrictJson } from './parse-strict-json.ts';

const parse = (text: string) => parseStrictJson(Buffer.from(text));
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('a body of the API [API-6]', () => {
  it('is read like any JSON', () => {
    expect(parse(' {"a": [1, "\\u00e4\\"}", {"b": null}], "c": {"a": true}} ')).toEqual({
      a: [1, 'ä"}', { b: null }],
      c: { a: true },
    });
  });

  it.each([
    ['the trailing comma that the guide prints', '{"method": "idnow_autoident", "language": "DE",}'],
    ['nothing but a brace', '{'],
    ['a comment', '{} // no'],
    ['a field given twice', '{"a": 1, "b": {}, "a": 2}'],
    ['a field given twice in two spellings', '{"a": 1, "\\u0061": 2}'],
    ['a field given twice, deep inside', '[{"x": [{"a": 1, "a": 1}]}]'],
    ['__proto__', '{"__proto__": {"admin": true}}'],
    ['__proto__ in another spelling', '{"\\u005f_proto__": 1}'],
    ['the character NUL', '{"a": "x\\u0000"}'],
    ['the character NUL in a name', '{"a\\u0000": 1}'],
    ['half of a surrogate pair', '{"a": "\\ud83d"}'],
    ['a byte order mark', '\ufeff{}'],
  ])('is refused with %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'invalid_json' }));
  });

  it('is refused when it is not UTF-8', () => {
    expect(() => parseStrictJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow(/UTF-8/);
  });

  it(`may be ${MAX_JSON_DEPTH} levels deep and not one more`, () => {
    expect(() => parse(nested(MAX_JSON_DEPTH))).not.toThrow();
    expect(() => parse(nested(MAX_JSON_DEPTH + 1))).toThrow(/deeper/);
    expect(() => parse(nested(100_000))).toThrow(/deeper/);
  });

  it('may use a name again in another object, and any text as a value', () => {
    expect(parse('{"a": {"a": "__proto__"}, "b": ["a", "a"], "c": "a"}')).toEqual({
      a: { a: '__proto__' },
      b: ['a', 'a'],
      c: 'a',
    });
  });

  it('means what JSON.parse says, whenever it is accepted', () => {
    const json = fc.json({ maxDepth: 8 });
    fc.assert(
      fc.property(json, (text) => {
        const accepted = attempt(() => parse(text));
        if (accepted.ok) expect(accepted.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never crashes or hangs the parser, whatever the bytes are', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\\u',
      'd8',
      '0',
      'a',
      ' ',
      'null',
      '\u0000',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const result = attempt(() => parse(parts.join('')));
        if (!result.ok) expect(result.error).toMatchObject({ code: 'invalid_json' });
      }),
      { numRuns: 5_000 },
    );
  });

  it('is refused without a word of what was in it', () => {
    const secret = 'Ermintrude';
    for (const text of [`{"name": "${secret}`, `{"${secret}": 1, "${secret}": 2}`, `{"a": "${secret}\\ud83d"}`]) {
      const result = attempt(() => parse(text));
      expect(result.ok).toBe(false);
      expect(JSON.stringify([String(result.error), Object.entries(result.error ?? {})])).not.toContain(secret);
    }
  });
});

function attempt<T>(work: () => T): { ok: true; value: T; error?: undefined } | { ok: false; error: unknown } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, error };
  }
}
