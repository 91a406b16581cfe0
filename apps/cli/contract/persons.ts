import { fieldOf, textField } from './bench.ts';
import { Difference } from './difference.ts';
import { area } from './expectation.ts';
import { day, exactly, expectFields, expectRefusal, expectStatus, idWith, nothing } from './judge.ts';

// biome-ignore format: a table
export const PERSONS = area('person', [
  // name        certainty    source                    expects
  ['create',    'inferred',  'API reference, persons', 'a person is created with 201, an id of 32 hex digits and cper', async (bench) => {
    const answer = await bench.send('POST', '/v1/persons', { json: { first_name: 'Erika', last_name: 'Contract' } });
    expectStatus(answer, 201);
    expectFields(answer.body, { id: idWith('cper'), first_name: exactly('Erika'), last_name: exactly('Contract') });
  }],
  ['unset',     'seen',      'clients of the API',     'what is not known is null, not missing', async (bench) => {
    const answer = await bench.send('POST', '/v1/persons', { json: { first_name: 'Erika' } });
    expectFields(answer.body, { title: nothing, email: nothing, birth_date: nothing, nationality: nothing, job_title: nothing });
  }],
  ['get',       'published', 'API reference, persons', 'a person is read back', async (bench) => {
    const id = await bench.person();
    const answer = await bench.send('GET', `/v1/persons/${id}`);
    expectStatus(answer, 200);
    expectFields(answer.body, { id: exactly(id) });
  }],
  ['null_patch', 'published', 'API reference, requests', 'null in a PATCH changes nothing', async (bench) => {
    const id = await bench.person();
    const before = await bench.send('GET', `/v1/persons/${id}`);
    const answer = await bench.send('PATCH', `/v1/persons/${id}`, { json: { email: null } });
    expectStatus(answer, 200);
    if (fieldOf(answer.body, 'email') !== textField(before.body, 'email')) throw new Difference('email was changed');
  }],
  ['number_apart', 'published', 'API reference, persons', 'the attribute mobile_number makes no mobile number of the person', async (bench) => {
    const person = await bench.send('POST', '/v1/persons', { json: { first_name: 'Erika', mobile_number: '+15550101' } });
    expectStatus(person, 201);
    expectRefusal(await bench.send('GET', `/v1/persons/${textField(person.body, 'id')}/mobile_number`), 404);
  }],
  ['aml_apart', 'published', 'AML guide', 'an identification confirms no data: aml_confirmed_on and aml_follow_up_date stay as they were', async (bench) => {
    const { path } = await bench.played('HAPPYPATH');
    const [person = ''] = path.split('/identifications');
    const [before, answer] = [bench.asCreated(person.slice('/v1/persons/'.length)), await bench.send('GET', person)];
    for (const field of ['aml_confirmed_on', 'aml_follow_up_date'])
      if ((fieldOf(before, field) ?? null) !== (fieldOf(answer.body, field) ?? null)) throw new Difference(`${field} was changed`);
  }],
  ['follow_up', 'published', 'AML guide', 'a new person has a day on which the data is to be confirmed', async (bench) => {
    const answer = await bench.send('POST', '/v1/persons', { json: { first_name: 'Erika', last_name: 'Contract' } });
    expectFields(answer.body, { aml_follow_up_date: day });
  }],
]);
