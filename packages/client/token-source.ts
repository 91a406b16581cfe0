import { errorFrom, ReidentError } from './reident-error.ts';

/** A token of one hour is used for 50 minutes, a shorter one for as large a part of its life. */
const USED_PART_OF_LIFE = 5 / 6;
const LONGEST_USE_SECONDS = 50 * 60;

export interface Credentials {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

/** Fetches a token when one is needed, and the same one for all who ask meanwhile. */
export class TokenSource {
  readonly #credentials: Credentials;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  #current: Promise<{ token: string; goodUntilMs: number }> | null = null;

  /** @param now  milliseconds since 1970 */
  constructor(credentials: Credentials, fetchIt: typeof fetch, now: () => number = Date.now) {
    this.#credentials = credentials;
    this.#fetch = fetchIt;
    this.#now = now;
  }

  /** @throws ReidentError `invalid_client` when id or secret is wrong */
  async get(): Promise<string> {
    const asked = this.#current;
    const known = await asked;
    if (known && this.#now() < known.goodUntilMs) return known.token;
    // Whoever comes first after the end fetches; the others wait for the same token.
    if (this.#current === asked) {
      const fetching = this.#fetchToken();
      this.#current = fetching;
      fetching.catch(() => {
        if (this.#current === fetching) this.#current = null;
      });
    }
    return (await (this.#current ?? this.#fetchToken())).token;
  }

  /** Forgets a token that was refused, unless it has been replaced already. */
  async drop(token: string): Promise<void> {
    const asked = this.#current;
    const known = await asked?.catch(() => null);
    if (known?.token === token && this.#current === asked) this.#current = null;
  }

  async #fetchToken() {
    const { tokenUrl, clientId, clientSecret } = this.#credentials;
    const response = await this.#fetch(tokenUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${toBase64(`${clientId}:${clientSecret}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials&scope=partners',
    });
    if (!response.ok) throw await errorFrom(response);
    const body = (await response.json().catch(() => null)) as { access_token?: unknown; expires_in?: unknown } | null;
    if (typeof body?.access_token !== 'string') {
      const detail = 'The token endpoint answered without an access_token';
      throw new ReidentError({ code: 'unexpected_answer', status: response.status, detail });
    }
    const lifeSeconds = typeof body.expires_in === 'number' ? body.expires_in : LONGEST_USE_SECONDS;
    const useSeconds = Math.min(LONGEST_USE_SECONDS, lifeSeconds * USED_PART_OF_LIFE);
    return { token: body.access_token, goodUntilMs: this.#now() + useSeconds * 1000 };
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
