import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits in 43 letters; only their hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A plain hash is enough for 256 random bits: there is nothing to guess from. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares with every hash in constant time. */
export function matchesAny(token: string, hashes: readonly Buffer[]): boolean {
  const given = hashToken(token);
  return hashes.reduce((found, hash) => (hash.length === given.length && timingSafeEqual(given, hash)) || found, false);
}
