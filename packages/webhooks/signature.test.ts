import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newSecret,
  solarisSignature,
  standardHeaders,
  TIMESTAMP_TOLERANCE_SECONDS,
  verifySolarisSignature,
  verifyStandardSignature,
} from './signature.ts';

const body = Buffer.from('{"id":"4d8bd9e5cidt","status":"pending"}');
const at = new Date('2026-03-01T12:00:00.500Z');
const secret = newSecret();

describe('the signature of the partner API [WH-1]', () => {
  it('is sha256= and the hex HMAC of the raw body, keyed with the secret as text', () => {
    expect(solarisSignature('key', Buffer.from('The quick brown fox jumps over the lazy dog'))).toBe(
      'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });

  it('covers the two bytes of an event without payload', () => {
    const hex = createHmac('sha256', Buffer.from(secret, 'utf8')).update('{}').digest('hex');
    expect(solarisSignature(secret, Buffer.from('{}'))).toBe(`sha256=${hex}`);
  });
});

describe('the signature of Standard Webhooks [WH-2]', () => {
  it('is the one of the published example', () => {
    const headers = standardHeaders(
      ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      Buffer.from('{"test": 2432232314}'),
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('carries one signature per valid secret, and each of them verifies [WH-4]', () => {
    const next = newSecret();
    const headers = standardHeaders([secret, next], 'n1', at, body);
    expect(verifyStandardSignature(secret, body, headers, at)).toBe(true);
    expect(verifyStandardSignature(next, body, headers, at)).toBe(true);
    expect(verifyStandardSignature(newSecret(), body, headers, at)).toBe(false);
  });

  it('covers the id and the time of the attempt', () => {
    const headers = standardHeaders([secret], 'n1', at, body);
    expect(verifyStandardSignature(secret, body, { ...headers, 'webhook-id': 'n2' }, at)).toBe(false);
    const later = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) };
    expect(verifyStandardSignature(secret, body, later, at)).toBe(false);
  });

  it.each([
    ['a message of the last minutes', -TIMESTAMP_TOLERANCE_SECONDS + 1, true],
    ['an old message, sent again by someone else', TIMESTAMP_TOLERANCE_SECONDS + 2, false],
    ['a message from the future', -TIMESTAMP_TOLERANCE_SECONDS - 2, false],
  ])('judges %s by its time', (_what, laterSeconds, expected) => {
    const headers = standardHeaders([secret], 'n1', at, body);
    expect(verifyStandardSignature(secret, body, headers, new Date(at.getTime() + laterSeconds * 1000))).toBe(expected);
  });

  it('refuses a timestamp that is not a number', () => {
    const headers = { ...standardHeaders([secret], 'n1', at, body), 'webhook-timestamp': 'NaN' };
    expect(verifyStandardSignature(secret, body, headers, at)).toBe(false);
  });
});

describe('both signatures', () => {
  it('verify the bytes that were signed, and no bytes that differ anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, where, flip) => {
        const changed = Uint8Array.from(bytes);
        const index = where % bytes.length;
        changed[index] = (changed[index] ?? 0) ^ flip;
        const solaris = solarisSignature(secret, bytes);
        const standard = standardHeaders([secret], 'n1', at, bytes);
        expect(verifySolarisSignature(secret, bytes, solaris)).toBe(true);
        expect(verifyStandardSignature(secret, bytes, standard, at)).toBe(true);
        expect(verifySolarisSignature(secret, changed, solaris)).toBe(false);
        expect(verifyStandardSignature(secret, changed, standard, at)).toBe(false);
      }),
    );
  });

  it('refuse a signature of another length without an error', () => {
    expect(verifySolarisSignature(secret, body, '')).toBe(false);
    expect(verifySolarisSignature(secret, body, `${solarisSignature(secret, body)}0`)).toBe(false);
    expect(
      verifyStandardSignature(
        secret,
        body,
        { ...standardHeaders([secret], 'n1', at, body), 'webhook-signature': '' },
        at,
      ),
    ).toBe(false);
  });
});

it('a secret is 32 random bytes, never the same twice [WH-3]', () => {
  const secrets = Array.from({ length: 1000 }, newSecret);
  expect(new Set(secrets).size).toBe(1000);
  for (const text of secrets) expect(Buffer.from(text, 'base64')).toHaveLength(32);
});
