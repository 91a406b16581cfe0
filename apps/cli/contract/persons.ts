import { fieldOf, textField } from './contract-client.ts';
import { Difference } from './difference.ts';
import { area } from './expectation.ts';
import { day, exactly, expectError, expectFields, expectStatus, idWith, nothing } from './judge.ts';

// biome-ignore format: a table
export const PERSONS = area('person', [
  // name        certainty    source                    expects
  ['create',    'inferred',  'API reference, persons', 'a person is created with 201, an id of 32 hex digits and cper', async (client) => {
    const answer = await client.send('POST', '/v1/persons', { json: { first_name: 'Erika', last_name: 'Contract' } });
    expectStatus(answer, 201);
    expectFields(answer.body, { id: idWith('cper'), first_name: exactly('Erika'), last_name: exactly('Contract') });
  }],
  ['unset',     'seen',      'clients of the API',     'what is not known is null, not missing', async (client) => {
    const answer = await client.send('POST', '/v1/persons', { json: { first_name: 'Erika' } });
    expectFields(answer.body, { title: nothing, email: nothing, birth_date: nothing, nationality: nothing, job_title: nothing });
  }],
  ['get',       'published', 'API reference, persons', 'a person is read back', async (client) => {
    const id = await client.person();
    const answer = await client.send('GET', `/v1/persons/${id}`);
    expectStatus(answer, 200);
    expectFields(answer.body, { id: exactly(id) });
  }],
  ['null_patch', 'published', 'API reference, requests', 'null in a PATCH changes nothing', async (client) => {
    const id = await client.person();
    const before = await client.send('GET', `/v1/persons/${id}`);
    const answer = await client.send('PATCH', `/v1/persons/${id}`, { json: { email: null } });
    expectStatus(answer, 200);
    if (fieldOf(answer.body, 'email') !== textField(before.body, 'email')) throw new Difference('email was changed');
  }],
  ['number_apart', 'published', 'API reference, persons', 'the attribute mobile_number makes no mobile number of the person', async (client) => {
    const person = await client.send('POST', '/v1/persons', { json: { first_name: 'Erika', mobile_number: '+15550101' } });
    expectStatus(person, 201);
    expectError(await client.send('GET', `/v1/persons/${textField(person.body, 'id')}/mobile_number`), 404);
  }],
  ['aml_apart', 'published', 'AML guide', 'an identification confirms no data: aml_confirmed_on and aml_follow_up_date stay as they were', async (client) => {
    const { path } = await client.played('HAPPYPATH');
    const [person = ''] = path.split('/identifications');
    const [before, answer] = [client.asCreated(person.slice('/v1/persons/'.length)), await client.send('GET', person)];
    for (const field of ['aml_confirmed_on', 'aml_follow_up_date'])
      if ((fieldOf(before, field) ?? null) !== (fieldOf(answer.body, field) ?? null)) throw new Difference(`${field} was changed`);
  }],
  ['follow_up', 'published', 'AML guide', 'a new person has a day on which the data is to be confirmed', async (client) => {
    const answer = await client.send('POST', '/v1/persons', { json: { first_name: 'Erika', last_name: 'Contract' } });
    expectFields(answer.body, { aml_follow_up_date: day });
  }],
]);
