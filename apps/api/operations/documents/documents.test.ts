import { randomBytes } from 'node:crypto';
import { listAudit } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson, multipart } from '../../../../tests/fixtures/api/make.ts';
import { type ErrorsBody, startTestApi, type TestApi } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]);

interface Document {
  id: string;
  name: string;
  customer_accessible: boolean;
  document_type: string;
  deleted_at: string | null;
}

type Part = { field: string; name: string; contentType: string; bytes: Buffer };
const pdfPart: Part = { field: 'file', name: 'bill.pdf', contentType: 'application/pdf', bytes: PDF };

async function upload(url: string, fields: Record<string, string>, files: Part[]) {
  const { payload, contentType } = multipart(fields, files);
  const headers = { authorization: `Bearer ${api.partner.token}`, 'content-type': contentType };
  const response = await api.send({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, body: response.json() as Document & ErrorsBody };
}

describe('a document', () => {
  it('comes back byte for byte, as a file that nobody opens in place [API-9]', async () => {
    const base = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const { status, body } = await upload(base, { document_type: 'INVOICE' }, [pdfPart]);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}cdoc$/),
      name: 'bill.pdf',
      content_type: 'application/pdf',
      document_type: 'INVOICE',
      size: PDF.length,
      customer_accessible: false,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      deleted_at: null,
    });
    const headers = { authorization: `Bearer ${api.partner.token}` };
    const file = await api.send({ method: 'GET', url: `${base}/${body.id}/file`, headers });
    expect(file.rawPayload.equals(PDF)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="${body.id}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('that is downloaded leaves an audit entry; without the entry there are no bytes [API-9]', async () => {
    const base = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const { body } = await upload(base, { document_type: 'OTHER' }, [pdfPart]);
    await api.partner.call('GET', `${base}/${body.id}/file`);
    await api.platform.database.inTenant(api.partner.tenant.id, async (tx) => {
      const entries = (await listAudit(tx, body.id)).map(({ action, actor }) => [action, actor.id]);
      expect(entries).toContainEqual(['document.downloaded', api.partner.clientId]);
    });
  });

  it('may belong to an identification', async () => {
    const { path } = await makeIdentification(api.partner);
    const { status, body } = await upload(`${path}/document_upload`, { document_type: 'PROOF_OF_ADDRESS' }, [pdfPart]);
    expect(status).toBe(201);
    const found = await api.partner.call<{ documents: Document[] }>('GET', `${path}?include_documents=true`);
    expect(found.body.documents.map(({ id }) => id)).toEqual([body.id]);
    expect(found.body.documents[0]).not.toHaveProperty('deleted_at');
  });

  it('may get another type, and be shown to the customer', async () => {
    const base = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const { body } = await upload(base, { document_type: 'OTHER' }, [pdfPart]);
    const changed = await api.partner.call('PATCH', `${base}/${body.id}`, {
      document_type: 'INVOICE',
      customer_accessible: true,
    });
    expect(changed.body).toMatchObject({ document_type: 'INVOICE', customer_accessible: true });
    const visible = await api.partner.call<Document[]>('GET', `${base}?customer_accessible=true`);
    expect(visible.body.map(({ id }) => id)).toEqual([body.id]);
    expect((await api.partner.call('GET', `${base}?customer_accessible=false`)).body).toEqual([]);
  });

  it('that is deleted is gone, but still listed for those who ask', async () => {
    const base = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const { body } = await upload(base, { document_type: 'OTHER' }, [pdfPart]);
    expect((await api.partner.call<Document>('DELETE', `${base}/${body.id}`)).body.deleted_at).not.toBeNull();
    const gone = await api.partner.call<ErrorsBody>('GET', `${base}/${body.id}`);
    expect(gone.status).toBe(404);
    expect(gone.body.errors[0]?.detail).toBe(`Couldn't find 'Solaris::Document' for id '${body.id}'.`);
    expect((await api.partner.call('GET', `${base}/${body.id}/file`)).status).toBe(404);
    expect((await api.partner.call('GET', base)).body).toEqual([]);
    expect((await api.partner.call('GET', `${base}?include_deleted=true`)).body).toMatchObject([{ id: body.id }]);
  });

  it('keeps only the last part of its name', async () => {
    const base = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const { body } = await upload(base, { document_type: 'OTHER' }, [{ ...pdfPart, name: '../../etc/passwd' }]);
    expect(body.name).toBe('passwd');
  });
});

describe('an upload', () => {
  // biome-ignore format: a table
  it.each<[string, Record<string, string>, Part[], number, string]>([
    // what is wrong              fields                              files                                                      status  code
    ['no file',                  { document_type: 'OTHER' },         [],                                                        400,   'bad_request'],
    ['a file of another name',   { document_type: 'OTHER' },         [{ ...pdfPart, field: 'upload' }],                         400,   'bad_request'],
    ['no type',                  {},                                 [pdfPart],                                                 400,   'validation_error'],
    ['a type in lower case',     { document_type: 'other' },         [pdfPart],                                                 400,   'validation_error'],
    ['a type only in answers',   { document_type: 'QES_DOCUMENT' },  [pdfPart],                                                 400,   'validation_error'],
    ['a page that calls itself a PDF', { document_type: 'OTHER' },   [{ ...pdfPart, bytes: Buffer.from('<script>1</script>') }], 415,  'unsupported_media_type'],
    ['an empty file',            { document_type: 'OTHER' },         [{ ...pdfPart, bytes: Buffer.alloc(0) }],                  415,   'unsupported_media_type'],
    ['two files',                { document_type: 'OTHER' },         [pdfPart, pdfPart],                                        413,   'request_too_large'],
    ['eleven megabytes',         { document_type: 'OTHER' },         [{ ...pdfPart, bytes: Buffer.concat([PDF, Buffer.alloc(11 << 20)]) }], 413, 'request_too_large'],
  ])('with %s is refused', async (_, fields, files, status, code) => {
    const personId = await makePerson(api.partner);
    const answer = await upload(`/v1/persons/${personId}/documents`, fields, files);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.code).toBe(code);
    expect((await api.partner.call('GET', `/v1/persons/${personId}/documents`)).body).toEqual([]);
  });

  it('that is cut off is refused', async () => {
    const { payload, contentType } = multipart({ document_type: 'OTHER' }, [pdfPart]);
    const headers = { authorization: `Bearer ${api.partner.token}`, 'content-type': contentType };
    const url = `/v1/persons/${await makePerson(api.partner)}/documents`;
    const response = await api.send({ method: 'POST', url, headers, payload: payload.subarray(0, 700) });
    expect(response.statusCode).toBe(400);
  });
});
