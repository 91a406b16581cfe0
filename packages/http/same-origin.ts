import type { FastifyRequest } from 'fastify';

export interface SameOriginRule {
  /** Where our own pages lie. */
  publicUrl: string;
  /**
   * `named`: both headers must be there and name us, as every browser sends them with a change of state.
   * `not_denied`: what they say must be us. A client that is no browser sends neither and is no danger to anybody's cookie.
   */
  origin: 'named' | 'not_denied';
  /** A header with the value 1 that only a script of ours sets: another site would have to ask first, and nobody answers it. */
  mark?: string;
}

/**
 * Whether a request comes from our own page. Browsers say so in two headers that scripts cannot set: `Origin`, and
 * `Sec-Fetch-Site`.
 */
export function isSameOrigin({ headers }: FastifyRequest, { publicUrl, origin: rule, mark }: SameOriginRule): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (mark !== undefined && headers[mark] !== '1') return false;
  const isOurs = origin === undefined ? rule === 'not_denied' : origin === publicUrl || hostOf(origin) === host;
  return isOurs && SITES[rule].includes(site);
}

/** What `Sec-Fetch-Site` may say. `none`: somebody typed the address or opened a bookmark. */
const SITES: Readonly<Record<SameOriginRule['origin'], readonly unknown[]>> = {
  named: ['same-origin'],
  not_denied: ['same-origin', 'none', undefined],
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
