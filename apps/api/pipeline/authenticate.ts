import { PlatformError } from '@reident/domain';
import type { Platform } from '@reident/platform';
import { revokeToken, type TokenMemory } from '@reident/store';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../contract/define-operation.ts';

/** Query parameters in which people have put tokens. */
const TOKEN_PARAMETERS = ['access_token', 'token'] as const;
/** So many of them are ended; each costs a question to the database. */
const MOST_LEAKED = 4;

/**
 * Who calls, by the bearer token. The tenant comes from nowhere else [API-2].
 *
 * A token that was put in a URL has been written to logs and histories, so it is refused and ends there.
 *
 * @throws PlatformError `token_required` without a header, `invalid_token` with anything that is not a live token
 */
export async function authenticate(
  request: FastifyRequest,
  { database }: Platform,
  tokens: TokenMemory,
): Promise<Caller> {
  const leaked = tokensInUrl(request.query);
  for (const token of leaked) {
    await revokeToken(database, token);
    tokens.forget(token);
  }
  if (leaked.length > 0)
    throw new PlatformError('invalid_token', 'A token must not be in the URL; this one no longer works');
  const { authorization } = request.headers;
  if (authorization === undefined)
    throw new PlatformError('token_required', 'Send the header Authorization: Bearer <token>');
  const token = /^Bearer ([\w.~+/-]{1,512}=*)$/i.exec(authorization)?.[1];
  const found = token === undefined ? null : await tokens.find(token);
  if (!found || found.expired) throw new PlatformError('invalid_token', 'The token is unknown, expired or malformed');
  return { tenantId: found.tenantId, clientId: found.clientId, actor: { kind: 'partner', id: found.clientId } };
}

/** A parameter that is given twice holds two. */
function tokensInUrl(query: unknown): string[] {
  if (typeof query !== 'object' || query === null) return [];
  const values: unknown[] = TOKEN_PARAMETERS.flatMap((name) => Reflect.get(query, name));
  return values.filter((value) => typeof value === 'string').slice(0, MOST_LEAKED);
}
