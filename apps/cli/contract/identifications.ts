import { type ContractClient, fieldOf, textField } from './contract-client.ts';
import { Difference, Skipped } from './difference.ts';
import { area } from './expectation.ts';
import {
  exactly,
  expectError,
  expectFields,
  expectList,
  expectStatus,
  idWith,
  list,
  missing,
  nothing,
  text,
  timestamp,
  unset,
  whole,
} from './judge.ts';

/** The fields of a new identification that the guide prints. */
const NEW = {
  id: idWith('cidt'),
  reference: nothing,
  url: nothing,
  status: exactly('created'),
  completed_at: nothing,
  method: exactly('idnow_autoident'),
  proof_of_address_type: nothing,
  proof_of_address_issued_at: nothing,
  language: exactly('DE'),
  iban: nothing,
  terms_and_conditions_signed_at: nothing,
  authorization_expires_at: nothing,
  confirmation_expires_at: nothing,
};

async function pathOfCreated(client: ContractClient, person?: string): Promise<string> {
  return `/v1/persons/${person ?? (await client.person())}/identifications/${await client.createdId()}`;
}

async function documentTypes(client: ContractClient, testCase: string): Promise<unknown[]> {
  const { body } = await client.played(testCase);
  const documents = fieldOf(body, 'documents');
  return Array.isArray(documents) ? documents.map((document) => fieldOf(document, 'document_type')) : [];
}

// biome-ignore format: a table
export const IDENTIFICATIONS = area('identification', [
  // name             certainty    source                            expects
  ['create',         'published', 'guide, create',                  'an identification is created with 201, in status created, with every field of the guide', async (client) => {
    const answer = await client.created();
    expectStatus(answer, 201);
    expectFields(answer.body, NEW);
  }],
  ['person_id',      'disputed',  'API reference, identifications', 'an identification names its person', async (client) => {
    expectFields((await client.created()).body, { person_id: exactly(await client.person()) });
  }],
  ['no_waiting',     'published', 'guide, create',                  'no waiting time is told before the request', async (client) => {
    expectFields((await client.created()).body, { estimated_waiting_time: missing });
  }],
  ['unknown_person', 'published', 'API reference, errors',          'an identification of an unknown person is answered model_not_found', async (client) => {
    expectError(await client.create(`${'0'.repeat(32)}cper`), 404, 'model_not_found');
  }],
  ['no_method',      'inferred',  'API reference, identifications', 'an identification without method is refused', async (client) => {
    expectError(await client.create(await client.person(), {}), 400);
  }],
  ['language',       'published', 'API reference, identifications', 'a language other than DE and EN is refused', async (client) => {
    expectError(await client.create(await client.person(), { method: 'idnow_autoident', language: 'FR' }), 400);
  }],
  ['proof_type',     'published', 'API reference, identifications', 'an unknown proof of address is refused', async (client) => {
    expectError(await client.create(await client.person(), { method: 'idnow_autoident', proof_of_address_type: 'LETTER', proof_of_address_issued_at: '2026-01-01' }), 400);
  }],
  ['in_germany',     'inferred',  'guide, requirements',            'a person who lives in France gets 403', async (client) => {
    expectError(await client.create(await client.newPerson('X-MANUALTEST-HAPPYPATH', 'FR')), 403);
  }],
  ['first_time',     'inferred',  'guide, requirements',            'who was never identified gets 403, unless the eligibility check says that this sandbox takes everybody', async (client) => {
    const person = await client.newcomer();
    const asked = await client.send('POST', `/v1/persons/${person}/identification_eligibility_checks`, { json: { method: 'idnow_autoident' } });
    const eligible = fieldOf(asked.body, 'eligible');
    if (typeof eligible !== 'boolean') throw new Skipped('needs an eligibility check that knows idnow_autoident');
    const answer = await client.create(person);
    if (eligible) expectStatus(answer, 201);
    else expectError(answer, 403);
  }],
  ['get',            'inferred',  'API reference, identifications', 'an identification is read in any status', async (client) => {
    const answer = await client.send('GET', await pathOfCreated(client));
    expectStatus(answer, 200);
    expectFields(answer.body, NEW);
  }],
  ['of_person',      'inferred',  'API reference, identifications', 'under another person it is answered model_not_found', async (client) => {
    expectError(await client.send('GET', await pathOfCreated(client, await client.otherPerson())), 404, 'model_not_found');
  }],
  ['unknown',        'published', 'API reference, sample',          'the error of an unknown identification names the model Solaris::Identification', async (client) => {
    const answer = await client.send('GET', `/v1/persons/${await client.person()}/identifications/${'0'.repeat(32)}cidt`);
    expectError(answer, 404, 'model_not_found');
    const errors = fieldOf(answer.body, 'errors');
    if (!textField(Array.isArray(errors) ? errors[0] : undefined, 'detail').includes('Solaris::Identification')) throw new Difference('detail does not name it');
  }],
  ['list_of_person', 'published', 'API reference, identifications', "the list of a person's identifications has it", async (client) => {
    const id = await client.createdId();
    const entries = expectList(await client.send('GET', `/v1/persons/${await client.person()}/identifications?page[size]=100`));
    if (!entries.some((entry) => fieldOf(entry, 'id') === id)) throw new Difference('it is not there');
  }],
  ['list',           'published', 'API reference, identifications', 'all identifications of the partner are listed', async (client) => {
    await client.createdId();
    if (expectList(await client.send('GET', '/v1/identifications')).length === 0) throw new Difference('the list is empty');
  }],
  ['request',        'inferred',  'guide, request',                 'a request is answered 200', async (client) => {
    expectStatus((await client.requested()).answer, 200);
  }],
  ['pending',        'published', 'guide, request',                 'a requested identification is pending and has url, reference and waiting time', async (client) => {
    const { answer, id } = await client.requested();
    expectFields(answer.body, { id: exactly(id), status: exactly('pending'), url: text, reference: text, completed_at: nothing, estimated_waiting_time: whole });
  }],
  ['url',            'published', 'guide, request',                 'the url holds /{company}/identifications/{id}', async (client) => {
    const { answer, id } = await client.requested();
    const { pathname } = new URL(textField(answer.body, 'url'));
    if (!new RegExp(`^/[^/]+/identifications/${id}(/|$)`).test(pathname)) throw new Difference('its path has another shape');
  }],
  ['reference',      'disputed',  'guide, request',                 'the reference is like TS2-ABCDE', async (client) => {
    const reference = textField((await client.requested()).answer.body, 'reference');
    if (!/^[A-Z0-9]{3}-[A-Z0-9]{5}$/.test(reference)) throw new Difference('it has another shape');
  }],
  ['waiting_once',   'published', 'guide, request',                 'the waiting time is told by the request alone', async (client) => {
    expectFields((await client.send('GET', (await client.requested()).path)).body, { status: exactly('pending'), estimated_waiting_time: missing });
  }],
  ['no_reason',      'published', 'guide, failure reasons',         'a pending identification has no failure reason', async (client) => {
    expectFields((await client.send('GET', (await client.requested()).path)).body, { failure_reason: unset });
  }],
  ['request_again',  'ours',      'decision',                       'asking twice answers the same session', async (client) => {
    const { path, answer } = await client.requested();
    const again = await client.send('PATCH', `${path}/request`);
    expectStatus(again, 200);
    if (fieldOf(again.body, 'url') !== fieldOf(answer.body, 'url')) throw new Difference('the url is another one');
  }],
  ['documents',      'published', 'guide, retrieve',                'include_documents=true lists documents', async (client) => {
    expectFields((await client.send('GET', `${(await client.requested()).path}?include_documents=true`)).body, { documents: list });
  }],
  ['supported',      'published', 'API reference, identifications', 'the supported documents are listed with type and issuing countries', async (client) => {
    const entries = expectList(await client.send('GET', `${(await client.requested()).path}/supported_documents`));
    if (entries.length === 0) throw new Difference('the list is empty');
    for (const entry of entries) expectFields(entry, { type: text, issuing_countries: list });
  }],
  ['happy_path',     'published', 'guide, test cases',              'HAPPYPATH ends as successful, with the time', async (client) => {
    expectFields((await client.played('HAPPYPATH')).body, { status: exactly('successful'), completed_at: timestamp, failure_reason: unset });
  }],
  ['kyc_report',     'seen',      'clients of the API',             'a success has a KYC_REPORT', async (client) => {
    if (!(await documentTypes(client, 'HAPPYPATH')).includes('KYC_REPORT')) throw new Difference('it is not there');
  }],
  ['canceled',       'published', 'guide, test cases',              'CANCELED ends as canceled, with WARNING_FAKED_MANIPULATED_ID', async (client) => {
    expectFields((await client.played('CANCELED')).body, { status: exactly('canceled'), failure_reason: exactly('WARNING_FAKED_MANIPULATED_ID') });
  }],
  ['failed',         'published', 'guide, failure reasons',         'FRAUDIDENT ends as failed, and no reason is told', async (client) => {
    expectFields((await client.played('FRAUDIDENT')).body, { status: exactly('failed'), failure_reason: unset });
  }],
  ['failed_is_over', 'inferred',  'front-end SDK, HTTP 412',        'a failed identification cannot be requested again', async (client) => {
    expectError(await client.send('PATCH', `${(await client.played('FRAUDIDENT')).path}/request`), 412);
  }],
  ['may_fall',       'published', 'guide, sequences',               'a success may be canceled later', async (client) => {
    expectFields(await client.reported('SUCCESS', 'FRAUD_SUSPICION_CONFIRMED'), { status: exactly('canceled'), failure_reason: text });
  }],
  ['may_rise',       'published', 'guide, sequences',               'what was canceled may become a success, without a call of the partner', async (client) => {
    expectFields(await client.reported('CANCELED', 'SUCCESS'), { status: exactly('successful'), completed_at: timestamp });
  }],
  ['no_session',     'published', 'API reference, sessions',        'AutoIdent is no method of identification sessions', async (client) => {
    const { status } = await client.send('POST', `/v1/persons/${await client.person()}/identification_sessions`, { json: { method: 'idnow_autoident' } });
    if (status < 400) throw new Difference(`HTTP ${status}, not an error`);
  }],
]);
