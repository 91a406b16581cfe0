import { fieldOf } from './contract-client.ts';
import { area } from './expectation.ts';
import { expectError, expectFields, expectHeader, expectStatus, missing, text, whole } from './judge.ts';

const UNKNOWN_PERSON = `/v1/persons/${'0'.repeat(32)}cper`;

// biome-ignore format: a table
export const REQUESTS = area('request', [
  // name             certainty    source                              expects
  ['broken_json',    'published', 'API reference, requests',          'a body that is not JSON is answered invalid_json', async (client) => {
    expectError(await client.send('POST', '/v1/persons', { text: '{"first_name":' }), 400, 'invalid_json');
  }],
  ['trailing_comma', 'inferred',  'RFC 8259',                         'a comma behind the last member is invalid_json', async (client) => {
    expectError(await client.send('POST', '/v1/persons', { text: '{"first_name":"Erika",}' }), 400, 'invalid_json');
  }],
  ['wrong_type',     'published', 'API reference, requests',          'a number where a text belongs is answered type_error', async (client) => {
    expectError(await client.send('POST', '/v1/persons', { json: { first_name: 5 } }), 400, 'type_error');
  }],
  ['edge_space',     'published', 'API reference, requests',          'white space at an end of a text is refused', async (client) => {
    expectError(await client.send('POST', '/v1/persons', { json: { first_name: ' Erika' } }), 400);
  }],
  ['country_case',   'published', 'API reference, requests',          'a country in small letters is refused', async (client) => {
    expectError(await client.send('POST', '/v1/persons', { json: { nationality: 'de' } }), 400);
  }],
  ['enum_case',      'published', 'API reference, requests',          'a method in capitals is refused', async (client) => {
    expectError(await client.create(await client.person(), { method: 'IDNOW_AUTOIDENT' }), 400);
  }],
  ['unknown_field',  'published', 'API reference, requests',          'an unknown field is dropped, not refused', async (client) => {
    const answer = await client.send('POST', '/v1/persons', { json: { first_name: 'Erika', unheard_of: true } });
    expectStatus(answer, 201);
    expectFields(answer.body, { unheard_of: missing });
  }],
  ['envelope',       'published', 'API reference, errors',            'an error has id, status as a number, code, title and detail', async (client) => {
    const answer = await client.send('GET', UNKNOWN_PERSON);
    expectError(answer, 404);
    const errors = fieldOf(answer.body, 'errors');
    expectFields(Array.isArray(errors) ? errors[0] : undefined, { id: text, status: whole, code: text, title: text, detail: text });
  }],
  ['unknown_id',     'published', 'API reference, errors',            'an unknown id is answered model_not_found', async (client) => {
    expectError(await client.send('GET', UNKNOWN_PERSON), 404, 'model_not_found');
  }],
  ['request_id',     'published', 'API reference, document download', 'an answer has the header x-request-id', async (client) => {
    expectHeader(await client.send('GET', '/v1/persons'), 'x-request-id', /./);
  }],
]);
