/**
 * What the partner's page and ours say to each other. Both sides name each other's exact origin when they speak, and check it
 * when they hear. No message has room for a result: that comes by webhook or API only [CAP-9].
 */

/** How the session was opened; it stands in the address as `?in=`. */
export type EmbedKind = 'frame' | 'tab';

/** What the partner is told, once: the customer has sent everything, has cancelled, or could not go on. */
export const EMBED_EVENTS = ['finished', 'aborted', 'failed'] as const;
export type EmbedEvent = (typeof EMBED_EVENTS)[number];

/** Codes of `failed`, spelled as in the AutoIdent SDKs. */
// biome-ignore format: a table
export const EMBED_CODES = {
  //      certainty    meaning
  E10:  [ 'inferred',  'The browser did not open a tab, and there was no place for a button' ],
  E100: [ 'published', 'The link has not the form of one' ],
  E101: [ 'published', 'The link is not one of an identification that can be carried out' ],
  E102: [ 'published', 'The link has expired: create a new identification' ],
  E103: [ 'published', 'Everything was sent already: wait for the result' ],
  E111: [ 'inferred',  'Reident cannot be asked: no network, also one that stays away until the session is over, or this page’s origin is not in `embedOrigins`' ],
  E170: [ 'published', 'The session timed out, or was continued on another device' ],
  E171: [ 'inferred',  'The session was ended: too many wrong codes, interruptions or sessions, or the identification is over' ],
} as const;
export type EmbedCode = keyof typeof EMBED_CODES;

export interface EmbedReport {
  event: EmbedEvent;
  /** Of `failed` only. */
  code: EmbedCode | null;
}

/** From the partner's page: whoever says it, at a listed origin, is answered there. */
export interface Hello {
  reident: 'hello';
}

/** From ours. `blocked`: this browser keeps no cookie in a frame. */
export type Said = { reident: 'ready' | 'blocked' } | { reident: EmbedEvent; code: EmbedCode | null };

/** Answer of `{link}/opening`: why the link does not open; null when it does. */
export interface Opening {
  code: EmbedCode | null;
}

export function isHello(data: unknown): data is Hello {
  return typeof data === 'object' && data !== null && (data as { reident?: unknown }).reident === 'hello';
}
