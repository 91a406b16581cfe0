import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { isSameOrigin, type SameOriginRule } from './same-origin.ts';

const publicUrl = 'https://ident.example';
const asks = (headers: Record<string, string>, rule: Omit<SameOriginRule, 'publicUrl'>) =>
  isSameOrigin({ headers: { host: 'ident.example', ...headers } } as unknown as FastifyRequest, { publicUrl, ...rule });

const ours = { origin: publicUrl, 'sec-fetch-site': 'same-origin' };

describe('a request', () => {
  // biome-ignore format: a table
  it.each([
    // what the browser says                                                        named    not denied
    ['from our page',               ours,                                            true,    true],
    ['by an address of ours',       { ...ours, origin: 'http://ident.example' },     true,    true],
    ['of no browser',               {},                                              false,   true],
    ['without an origin',           { 'sec-fetch-site': 'same-origin' },             false,   true],
    ['without a site',              { origin: publicUrl },                           false,   true],
    ['from a bookmark',             { 'sec-fetch-site': 'none' },                    false,   true],
    ['from another site',           { ...ours, 'sec-fetch-site': 'cross-site' },     false,   false],
    ['from a sibling',              { ...ours, 'sec-fetch-site': 'same-site' },      false,   false],
    ['of another origin',           { ...ours, origin: 'https://evil.example' },     false,   false],
    ['of an origin without a name', { ...ours, origin: 'null' },                     false,   false],
    ['of another port',             { ...ours, origin: 'https://ident.example:8443' }, false, false],
  ])('%s', (_, headers, named, notDenied) => {
    expect(asks(headers, { origin: 'named' })).toBe(named);
    expect(asks(headers, { origin: 'not_denied' })).toBe(notDenied);
  });

  it('bears the mark of our script, where one is asked for', () => {
    const rule = { origin: 'named', mark: 'x-ours' } as const;
    expect(asks(ours, rule)).toBe(false);
    expect(asks({ ...ours, 'x-ours': '0' }, rule)).toBe(false);
    expect(asks({ ...ours, 'x-ours': '1' }, rule)).toBe(true);
  });
});
