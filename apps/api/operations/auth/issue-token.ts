import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import { issueToken as issue, verifyClient } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation, type OpenContext } from '../../contract/define-operation.ts';

const SCOPE = 'partners';
const LONGEST_CREDENTIAL = 200;

const Credentials = z.object({
  grant_type: z.string().optional().describe('client_credentials'),
  scope: z.string().optional().describe(SCOPE),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});
type Credentials = z.output<typeof Credentials>;

export const TokenResource = answerComponent(
  'Token',
  z.object({
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.int().min(0).describe('Seconds'),
    scope: z.literal(SCOPE),
  }),
);

const OAUTH_ERRORS = {
  invalid_request: 400,
  unsupported_grant_type: 400,
  invalid_scope: 400,
  invalid_client: 401,
} as const;

const TokenError = answerComponent(
  'TokenError',
  z
    .object({
      error: z.enum(Object.keys(OAUTH_ERRORS) as (keyof typeof OAUTH_ERRORS)[]),
      error_description: z.string(),
    })
    .describe('RFC 6749, section 5.2'),
);

const CONTRACT = {
  method: 'POST',
  tag: 'Authentication',
  answer: TokenResource,
  alsoAnswers: { 400: TokenError, 401: TokenError },
  errors: [],
} as const;

/** A token for one hour. The client's id and secret come by HTTP Basic, or in the form. */
export const issueToken = defineOperation({
  ...CONTRACT,
  path: '/oauth2/token',
  summary: 'Get an access token',
  consumes: 'form',
  body: requestComponent('TokenRequest', Credentials),
  example: { request: { grant_type: 'client_credentials', scope: SCOPE } },
  handleOpen: ({ body }, context) => answerTokenRequest(body, context),
});

/** The older address of the same, with a JSON body. */
export const issueTokenLegacy = defineOperation({
  ...CONTRACT,
  path: '/oauth/token',
  summary: 'Get an access token (deprecated address)',
  body: requestComponent('LegacyTokenRequest', z.object(Credentials.shape)),
  handleOpen: ({ body }, context) => answerTokenRequest(body, context),
});

async function answerTokenRequest(form: Credentials, { platform, authorization, address, limits }: OpenContext) {
  const { token_tries: tries } = limits;
  const credentials = credentialsFrom(form, authorization);
  if (credentials === null)
    return oauthError('invalid_request', 'Send the client id and secret by HTTP Basic or in the form, once');
  if (form.grant_type !== 'client_credentials')
    return oauthError('unsupported_grant_type', 'grant_type must be client_credentials');
  if (form.scope !== undefined && form.scope !== '' && form.scope !== SCOPE)
    return oauthError('invalid_scope', `scope must be ${SCOPE}`);

  const key = `${address} ${credentials.id}`;
  const retryAfterSeconds = await tries.waitSeconds(key);
  if (retryAfterSeconds > 0) throw new PlatformError('too_many_requests', 'Too many bad tries', { retryAfterSeconds });

  const client = await verifyClient(platform.database, credentials.id, credentials.secret);
  if (client === null) {
    await tries.count(key);
    return oauthError('invalid_client', 'The client id or secret is wrong');
  }
  const { token, expiresInSeconds } = await issue(platform.database, client);
  return {
    access_token: token,
    token_type: 'bearer' as const,
    expires_in: expiresInSeconds - 1,
    scope: SCOPE,
  } as const;
}

function oauthError(error: keyof typeof OAUTH_ERRORS, description: string): Answer {
  const status = OAUTH_ERRORS[error];
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'Basic realm="reident"' } : {};
  return new Answer({ error, error_description: description }, { status, headers });
}

/** Id and secret from exactly one of the two places; null when they are missing, twice there, or unreadable. */
function credentialsFrom(form: Credentials, authorization: string | undefined): { id: string; secret: string } | null {
  const inForm = form.client_id !== undefined && form.client_secret !== undefined;
  if (authorization !== undefined) return form.client_secret === undefined ? basicCredentials(authorization) : null;
  return inForm ? bounded(form.client_id ?? '', form.client_secret ?? '') : null;
}

function basicCredentials(authorization: string): { id: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,600}={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon === -1 ? null : bounded(decoded.slice(0, colon), decoded.slice(colon + 1));
}

function bounded(id: string, secret: string): { id: string; secret: string } | null {
  const fits = (value: string) => value.length > 0 && value.length <= LONGEST_CREDENTIAL && !value.includes('\0');
  return fits(id) && fits(secret) ? { id, secret } : null;
}
