import { fieldOf, textField } from './contract-client.ts';
import { Difference } from './difference.ts';
import { area } from './expectation.ts';
import { exactly, expectError, expectFields, expectStatus, text, whole } from './judge.ts';

// biome-ignore format: a table
export const TOKENS = area('token', [
  // name            certainty    source                           expects
  ['basic',         'published', 'API reference, authentication', 'id and secret by HTTP Basic give a token', async (client) => {
    const answer = await client.askToken();
    expectStatus(answer, 200);
    expectFields(answer.body, { access_token: text, token_type: exactly('bearer'), expires_in: whole, scope: exactly('partners') });
  }],
  ['lifetime',      'published', 'API reference, authentication', 'a token lives for one hour', async (client) => {
    const seconds = Number(fieldOf((await client.askToken()).body, 'expires_in'));
    if (!(seconds > 3_540 && seconds <= 3_600)) throw new Difference(`expires_in is ${seconds}, not an hour`);
  }],
  ['wrong_secret',  'inferred',  'RFC 6749, section 5.2',         'a wrong secret is answered 401', async (client) => {
    expectStatus(await client.askToken('wrong'), 401);
  }],
  ['grant_type',    'inferred',  'RFC 6749, section 5.2',         'another grant type is answered 400', async (client) => {
    expectStatus(await client.askToken(undefined, 'password'), 400);
  }],
  ['required',      'published', 'API reference, errors',         'a call without token is answered token_required', async (client) => {
    expectError(await client.send('GET', '/v1/persons', { token: null }), 401, 'token_required');
  }],
  ['invalid',       'published', 'API reference, errors',         'a call with a made-up token is answered invalid_token', async (client) => {
    expectError(await client.send('GET', '/v1/persons', { token: 'made-up' }), 401, 'invalid_token');
  }],
  ['not_in_url',    'published', 'API reference, authentication', 'a token in the URL gives no access', async (client) => {
    const token = textField((await client.askToken()).body, 'access_token');
    expectStatus(await client.send('GET', `/v1/persons?access_token=${encodeURIComponent(token)}`, { token: null }), 401);
  }],
]);
