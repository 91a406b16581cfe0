import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

/** What a device may hold. The point is written uncompressed, as phones export it. */
export const KEY_TYPES = ['ecdsa-p256'] as const;

export const PublicKey = z
  .string()
  .regex(/^04[0-9a-fA-F]{128}$/, 'must be an uncompressed point of P-256 in hexadecimal: 04, x, y')
  .refine((key) => keyOf(key) !== null, 'must be a point of P-256');

export const Signature = z
  .string()
  .regex(/^([0-9a-fA-F]{2}){8,72}$/, 'must be a signature in hexadecimal')
  .describe('ECDSA over SHA-256 of `string_to_sign` in UTF-8, hexadecimal; DER, or r and s of 32 bytes each');

/** Whether the holder of the key signed the text. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = keyOf(publicKey);
  if (key === null) return false;
  const [message, bytes] = [Buffer.from(text, 'utf8'), Buffer.from(signature, 'hex')];
  return (['der', 'ieee-p1363'] as const).some((dsaEncoding) => {
    try {
      return verify('sha256', message, { key, dsaEncoding }, bytes);
    } catch {
      return false;
    }
  });
}

/** Null for what is no point of the curve. */
function keyOf(hex: string) {
  const point = Buffer.from(hex, 'hex');
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)].map((part) => part.toString('base64url'));
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return null;
  }
}
