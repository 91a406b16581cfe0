import { fieldOf, PDF_TEXT, uploadForm } from './contract-client.ts';
import { Difference } from './difference.ts';
import { area } from './expectation.ts';
import {
  exactly,
  expectError,
  expectFields,
  expectHeader,
  expectList,
  expectStatus,
  flag,
  idWith,
  text,
  timestamp,
  whole,
} from './judge.ts';

const DOCUMENT = {
  id: idWith('cdoc'),
  name: text,
  content_type: exactly('application/pdf'),
  document_type: exactly('PROOF_OF_ADDRESS'),
  size: whole,
  customer_accessible: flag,
  created_at: timestamp,
};

// biome-ignore format: a table
export const DOCUMENTS = area('document', [
  // name       certainty    source                              expects
  ['upload',   'published', 'API reference, documents',         'an upload is answered 201 with the document', async (client) => {
    const answer = await client.uploaded();
    expectStatus(answer, 201);
    expectFields(answer.body, DOCUMENT);
  }],
  ['no_file',  'seen',      'partner mock',                     'an upload without the part file is refused', async (client) => {
    expectError(await client.send('POST', `/v1/persons/${await client.person()}/documents`, { form: uploadForm(false) }), 400);
  }],
  ['get',      'published', 'API reference, documents',         'a document is read back', async (client) => {
    const answer = await client.send('GET', await client.documentPath());
    expectStatus(answer, 200);
    expectFields(answer.body, DOCUMENT);
  }],
  ['file',     'published', 'API reference, document download', 'the same bytes come back', async (client) => {
    const answer = await client.send('GET', `${await client.documentPath()}/file`);
    expectStatus(answer, 200);
    if (Buffer.from(answer.bytes).toString() !== PDF_TEXT) throw new Difference('the bytes are others');
  }],
  ['headers',  'published', 'API reference, document download', 'a download is an attachment that is not sniffed', async (client) => {
    const answer = await client.send('GET', `${await client.documentPath()}/file`);
    expectHeader(answer, 'x-content-type-options', /^nosniff$/);
    expectHeader(answer, 'content-disposition', /^attachment;/);
  }],
  ['patch',    'inferred',  'API reference, documents',         'customer_accessible can be changed', async (client) => {
    const answer = await client.send('PATCH', await client.documentPath(), { json: { customer_accessible: true } });
    expectStatus(answer, 200);
    expectFields(answer.body, { customer_accessible: exactly(true) });
  }],
  ['filter',   'published', 'API reference, documents',         'the list is filtered by customer_accessible', async (client) => {
    const person = await client.otherPerson();
    expectStatus(await client.send('POST', `/v1/persons/${person}/documents`, { form: uploadForm() }), 201);
    if (expectList(await client.send('GET', `/v1/persons/${person}/documents?customer_accessible=true`)).length > 0) throw new Difference('it lists what is not for the customer');
  }],
  ['delete',   'published', 'API reference, documents',         'a deleted document leaves the list, and is listed with include_deleted', async (client) => {
    const path = await client.documentPath();
    expectStatus(await client.send('DELETE', path), 200, 204);
    const [base = '', id = ''] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    const find = async (query: string) => expectList(await client.send('GET', `${base}?page[size]=100${query}`)).find((entry) => fieldOf(entry, 'id') === id);
    if (await find('')) throw new Difference('it is still listed');
    expectFields(await find('&include_deleted=true'), { deleted_at: timestamp });
  }],
]);
