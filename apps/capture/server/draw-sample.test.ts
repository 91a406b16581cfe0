import { beginUpload, type OpenSitting, Refusal, resumeSitting } from '@reident/providers';
import { SPECIES } from '@reident/samples';
import { findCaptureSession, listCaptures, projectRoot, type TenantTx } from '@reident/store';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestReident, type TestReident } from '../../../test/support/reident.ts';
import { SAMPLE_CHOICES } from '../shared/sample-choices.ts';
import { Customer } from '../testing/customer.ts';
import { drawSample, sampleOrder } from './draw-sample.ts';

let reident: TestReident;
let customer: Customer;
let identificationId: string;
beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  const person = { first_name: 'Jördis', last_name: 'Müller', birth_date: '1984-03-17' };
  const { body: made } = await reident.call<{ id: string }>('POST', '/v1/persons', person);
  const base = `/v1/persons/${made.id}/identifications`;
  const { body: created } = await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
  const { body } = await reident.call<{ url: string }>('PATCH', `${base}/${created.id}/request`);
  identificationId = created.id;
  customer = new Customer(reident.url);
  await customer.comeToDocument(body.url);
  await customer.call('/document', { kind: 'passport', issuingState: 'AUT' });
}, 120_000);
afterAll(() => reident?.stop());

test('every choice is a species that the generator draws', () => {
  for (const [step, choices] of Object.entries(SAMPLE_CHOICES))
    for (const choice of choices) expect(SPECIES, `${step} ${choice}`).toHaveProperty(choice);
});

test('a sandbox shows a drawn document of the ordered person, and the picture is marked as a sample', {
  timeout: 120_000,
}, async () => {
  const { body } = await customer.state();
  expect(body.steps.find(({ id }) => id === 'document_data_page')?.samples).toContain('blurred');
  const order = await inSitting((tx, sitting) => sampleOrder(tx, sitting, 'document_data_page', 'clean'));
  expect(order).toMatchObject({ kind: 'passport', issuer: 'AUT', holder: { lastName: 'Müller' } });
  const jpeg = await drawSample(order, projectRoot());
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1920 });
  const answer = await customer.call('/sample', { step: 'document_data_page', species: 'clean' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const sent = await customer.send(jpeg, await customer.nonce('document_data_page'), { source: 'sample' });
  expect(sent.status).toBe(200);
  const stored = await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    listCaptures(tx, identificationId),
  );
  expect(stored.map(({ source }) => source)).toEqual(['sample']);
});

test('a live tenant neither draws a sample nor takes one [API-10]', async () => {
  const nonce = await customer.nonce('document_data_page');
  const order = { nonce, size: 500, sha256: 'a'.repeat(64), source: 'sample' } as const;
  const acts: ((tx: TenantTx, sitting: OpenSitting) => Promise<unknown>)[] = [
    (tx, sitting) => sampleOrder(tx, sitting, 'document_data_page', 'clean'),
    (tx, sitting) => beginUpload(tx, reident.platform, sitting, order),
  ];
  for (const act of acts) {
    const refused = inSitting((tx, sitting) => act(asLive(tx), sitting));
    await expect(refused).rejects.toMatchObject({ name: Refusal.name, code: 'files_not_allowed' });
  }
});

test('what is not on offer is not drawn', async () => {
  const answer = await customer.call('/sample', { step: 'document_data_page', species: 'selfie_mask' });
  expect(answer.body.error?.code).toBe('bad_request');
});

function asLive(tx: TenantTx): TenantTx {
  return Object.create(tx, { tenant: { value: { ...tx.tenant, kind: 'live' } } }) as TenantTx;
}

async function inSitting<T>(act: (tx: TenantTx, sitting: OpenSitting) => Promise<T>): Promise<T> {
  const token = customer.cookie?.split('=')[1] ?? '';
  const found = await findCaptureSession(reident.platform.database, token);
  if (found === null) throw new Error('the sitting is gone');
  return reident.platform.database.inTenant(found.tenantId, async (tx) =>
    act(tx, await resumeSitting(tx, found.session)),
  );
}
