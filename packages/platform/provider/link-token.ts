import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Last part of a customer's link: 256 bits that only this installation can compute, so the same order always
 * answers the same link and no usable link lies in the database [CAP-1].
 */
export function linkToken(linkKey: Buffer, company: string, identificationId: string): string {
  return createHmac('sha256', linkKey).update(`link\0${company}\0${identificationId}`).digest('base64url');
}

export function isLinkToken(linkKey: Buffer, company: string, identificationId: string, token: string): boolean {
  const expected = Buffer.from(linkToken(linkKey, company, identificationId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What the database keeps of a link token. */
export function linkTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
