import type { TestPartner } from './start-test-api.ts';

/** A person of the partner; two names, as in the guide's tutorial. */
export async function makePerson(partner: TestPartner, fields: Record<string, unknown> = {}): Promise<string> {
  const person = await partner.call<{ id: string }>('POST', '/v1/persons', {
    first_name: 'Erika',
    last_name: 'Muster',
    ...fields,
  });
  return person.body.id;
}

export interface MadeIdentification {
  personId: string;
  id: string;
  /** Path of the identification under its person. */
  path: string;
}

export async function makeIdentification(
  partner: TestPartner,
  options: { personId?: string; person?: Record<string, unknown>; requested?: boolean } = {},
): Promise<MadeIdentification> {
  const personId = options.personId ?? (await makePerson(partner, options.person));
  const base = `/v1/persons/${personId}/identifications`;
  const { body } = await partner.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
  const path = `${base}/${body.id}`;
  if (options.requested) await partner.call('PATCH', `${path}/request`);
  return { personId, id: body.id, path };
}

/** Lets the provider report a result. */
export function report(partner: TestPartner, id: string, result: string, reason?: string) {
  return partner.call('POST', `/sandbox/identifications/${id}/outcome`, { result, reason });
}

/** A multipart body with text fields and files. */
export function multipart(
  fields: Record<string, string>,
  files: { field: string; name: string; contentType: string; bytes: Buffer }[],
): { payload: Buffer; contentType: string } {
  const boundary = 'reident-test-boundary';
  const head = (lines: string[]) => Buffer.from(`--${boundary}\r\n${lines.join('\r\n')}\r\n\r\n`);
  const parts = [
    ...Object.entries(fields).flatMap(([name, value]) => [
      head([`Content-Disposition: form-data; name="${name}"`]),
      Buffer.from(`${value}\r\n`),
    ]),
    ...files.flatMap(({ field, name, contentType, bytes }) => [
      head([`Content-Disposition: form-data; name="${field}"; filename="${name}"`, `Content-Type: ${contentType}`]),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${boundary}` };
}
