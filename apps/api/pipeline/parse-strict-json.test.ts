import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_JSON_DEPTH, parseStrictJson } from './parse-strict-json.ts';

/** 1,000,000 in the long run. */
const RUNS = Number(process.env.REIDENT_PARSER_RUNS ?? 20_000);
/** Longest that one body of these sizes may take on the processor, in milliseconds. */
const HANG_MS = 1_000;

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

  it('never crashes or hangs the parser, whatever the bytes are', { timeout: 60_000 + RUNS }, () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '\\u',
        '\\ud83d',
        'd8',
        '0',
        '-',
        '1e9',
        'a',
        ' ',
        '\n',
        '__proto__',
      ],
      ...['null', 'true', '\u0000', 'é', '😀', '{"a":', '"a":1,', '[['],
    );
    const bytes = fc.oneof(
      { weight: 4, arbitrary: fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))) },
      { weight: 2, arbitrary: fc.json({ maxDepth: 4 }).chain(damaged) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)) },
    );
    fc.assert(
      fc.property(bytes, (body) => {
        const before = process.cpuUsage();
        const result = attempt(() => parseStrictJson(body));
        const { user, system } = process.cpuUsage(before);
        if (!result.ok && codeOf(result.error) !== 'invalid_json') throw result.error;
        if (result.ok) expect(result.value).toEqual(JSON.parse(body.toString('utf8')));
        if ((user + system) / 1000 >= HANG_MS) expect.fail(`hangs on ${body.toString('base64')}`);
      }),
      { numRuns: RUNS },
    );
  });

  it('of the largest size is read without hanging, however it is built', () => {
    const size = 256 * 1024;
    const largest = ['[', '{"a":', '"', '\\u0061', '"a":1,', '1,', ' ', '-'].flatMap((piece) => [
      piece.repeat(size / piece.length),
      `{"a":"${piece.repeat(size / piece.length)}`,
      `[${piece.repeat(size / piece.length)}]`,
    ]);
    for (const text of largest) {
      const before = process.cpuUsage();
      const result = attempt(() => parse(text));
      const { user, system } = process.cpuUsage(before);
      if (!result.ok) expect(codeOf(result.error)).toBe('invalid_json');
      expect((user + system) / 1000, text.slice(0, 10)).toBeLessThan(HANG_MS);
    }
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

/** JSON with one byte changed, or cut off. */
function damaged(text: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(text);
  return fc
    .record({ at: fc.nat(bytes.length), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() })
    .map(({ at, byte, cut }) =>
      cut ? bytes.subarray(0, at) : Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at + 1)]),
    );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
