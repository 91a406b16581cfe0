/** The client against a whole Reident. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReceiver } from '../../tests/fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';
import { Reident } from './reident.ts';
import { verifyWebhook } from './verify-webhook.ts';

let platform: TestReident;
let reident: Reident;

beforeAll(async () => {
  platform = await startTestReident();
  reident = Reident.fromCredentials(platform.facts.credentials);
});
afterAll(() => platform?.stop());

async function requested(firstName = 'Erika') {
  const person = await reident.persons.create({ first_name: firstName, last_name: 'Example' });
  const { id, person_id } = await reident.identifications.create(person.id);
  return reident.identifications.request({ id, person_id });
}

describe('the client and a real platform', () => {
  it('walk the happy path up to the report', async () => {
    const identification = await requested('X-AUTOTEST-HAPPYPATH');
    expect(identification).toMatchObject({ status: 'pending', estimated_waiting_time: expect.any(Number) });
    const statuses: string[] = [];
    const outcome = await reident.identifications.waitFor(identification, ['successful'], {
      intervalSeconds: 0.2,
      onChange: ({ status }) => statuses.push(status),
    });
    expect(statuses.at(-1)).toBe('successful');
    const report = outcome.documents?.find(({ document_type }) => document_type === 'KYC_REPORT');
    const bytes = await reident.documents.download(outcome.person_id, report?.id ?? '');
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(bytes).toHaveLength(report?.size ?? 0);
  });

  it('end an identification by hand, and tell the reason', async () => {
    const identification = await requested();
    const ended = await reident.sandbox.setOutcome(identification.id, { result: 'CANCELED', reason: 'ID_GLARE' });
    expect(ended).toMatchObject({ status: 'canceled', failure_reason: 'ID_GLARE' });
    await expect(reident.identifications.waitFor(identification)).resolves.toMatchObject({ status: 'canceled' });
  });

  it('do not wait for what cannot come any more, nor longer than told', async () => {
    const identification = await requested();
    await expect(
      reident.identifications.waitFor(identification, ['successful'], { timeoutSeconds: 0.2, intervalSeconds: 0.1 }),
    ).rejects.toMatchObject({ code: 'timed_out', detail: expect.stringContaining('still pending') });
    await reident.sandbox.setOutcome(identification.id, { result: 'FAILED' });
    await expect(reident.identifications.waitFor(identification, ['successful'])).rejects.toMatchObject({
      code: 'never_reached',
    });
  });

  it('refuse with code, field and id', async () => {
    await expect(reident.persons.create({ first_name: 'x'.repeat(51) })).rejects.toMatchObject({
      name: 'ReidentError',
      code: 'invalid_model',
      status: 400,
      field: 'first_name',
      id: expect.stringMatching(/^[0-9a-f]{32}ex$/),
    });
    await expect(reident.persons.get(`${'0'.repeat(32)}cper`)).rejects.toMatchObject({ code: 'model_not_found' });
  });

  it('say which credentials are wrong', async () => {
    const stranger = Reident.fromCredentials({ ...platform.facts.credentials, client_secret: 'wrong' });
    await expect(stranger.persons.get('x')).rejects.toMatchObject({ code: 'invalid_client', status: 401 });
  });

  it('walk a list of several pages in its order, each entry once', async () => {
    const person = await reident.persons.create({ first_name: 'Paged' });
    const created: string[] = [];
    for (let n = 0; n < 7; n += 1) created.push((await reident.identifications.create(person.id)).id);
    const list = reident.identifications.list({ personId: person.id, pageSize: 3 });
    const walked = await list.toArray();
    expect(walked.map(({ id }) => id)).toEqual(created);
    expect((await list.page(2)).total).toBe(7);
    const newest = await reident.identifications.list({ personId: person.id, sort: '-created_at' }).toArray(1);
    expect(newest[0]?.id).toBe(created.at(-1));
  });

  it('keep documents: upload, change, list, download, delete', async () => {
    const { id } = await reident.persons.create({ first_name: 'Docs' });
    const file = new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' });
    const uploaded = await reident.documents.upload(id, { type: 'PROOF_OF_ADDRESS', file, name: 'bill.pdf' });
    expect(uploaded).toMatchObject({ name: 'bill.pdf', document_type: 'PROOF_OF_ADDRESS', customer_accessible: false });
    await reident.documents.update(id, uploaded.id, { customerAccessible: true });
    expect(await reident.documents.list(id, { customerAccessible: true }).toArray()).toHaveLength(1);
    expect(Buffer.from(await reident.documents.download(id, uploaded.id)).toString()).toBe('%PDF-1.4\n%%EOF\n');
    expect((await reident.documents.delete(id, uploaded.id)).deleted_at).not.toBeNull();
    expect(await reident.documents.list(id).toArray()).toEqual([]);
    expect(await reident.documents.list(id, { includeDeleted: true }).toArray()).toHaveLength(1);
  });

  it('agree about every other operation of an identification', async () => {
    const identification = await requested();
    expect(await reident.identifications.supportedDocuments(identification)).not.toHaveLength(0);
    expect(await reident.identifications.legitimationData(identification)).toHaveProperty('legitimation_type');
    expect(await reident.identifications.eligibility(identification.person_id)).toMatchObject({ eligible: true });
    const file = new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' });
    const upload = { type: 'PROOF_OF_ADDRESS', file, name: 'bill.pdf' } as const;
    await reident.identifications.uploadDocument(identification, upload);
    const { documents } = await reident.identifications.get(identification, { includeDocuments: true });
    expect(documents).toHaveLength(1);
    await reident.persons.update(identification.person_id, { email: 'a@example.com' });
    expect((await reident.persons.get(identification.person_id)).email).toBe('a@example.com');
  });

  it("agree about who changes what: a value that is there is the customer's", async () => {
    const { id } = await reident.persons.create({ first_name: 'Erika', email: 'a@example.com' });
    await reident.mobileNumbers.create(id, '+15550101');
    await reident.mobileNumbers.authorize(id, '+15550101');
    expect(await reident.mobileNumbers.confirm(id, '+15550101', '212212')).toMatchObject({ verified: true });
    const change = await reident.persons.update(id, { email: 'b@example.com' });
    expect(change).toMatchObject({ status: 'AUTHORIZATION_REQUIRED' });
    await reident.changeRequests.authorize(change.id, { delivery_method: 'static' });
    const done = await reident.changeRequests.confirm(change.id, { tan: '212212' });
    expect(done).toMatchObject({ status: 'COMPLETED' });
    expect(await reident.persons.get(id)).toMatchObject({ email: 'b@example.com' });
    expect(await reident.mobileNumbers.get(id)).toMatchObject({ number: '+15550101' });
    expect(await reident.mobileNumbers.delete(id, '+15550101')).toMatchObject({ status: 'AUTHORIZATION_REQUIRED' });
  });

  it('create once what is asked twice with one key [REL-9]', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => reident.persons.create({ first_name: 'Once' }, { idempotencyKey: 'person-1' })),
    );
    expect(twice[0]?.id).toBe(twice[1]?.id);
    await expect(reident.persons.create({ first_name: 'Other' }, { idempotencyKey: 'person-1' })).rejects.toMatchObject(
      { code: 'idempotency_conflict' },
    );
  });

  it('read the feed from a cursor, in the order of what happened', async () => {
    const identification = await requested();
    const mine = [];
    for await (const event of reident.events.read())
      if (event.identification_id === identification.id) mine.push(event);
    expect(mine.map(({ status }) => status)).toEqual(['created', 'pending']);
    await reident.sandbox.setOutcome(identification.id, { result: 'SUCCESS' });
    const later = [];
    for await (const event of reident.events.read({ after: mine.at(-1)?.cursor })) later.push(event);
    expect(later).toMatchObject([{ identification_id: identification.id, status: 'successful' }]);
  });

  it('follow the feed until told to stop', async () => {
    const before = [];
    for await (const event of reident.events.read()) before.push(event);
    const stop = new AbortController();
    const follow = reident.events.read({
      after: before.at(-1)?.cursor,
      follow: true,
      intervalSeconds: 0.05,
      signal: stop.signal,
    });
    const next = follow.next();
    const identification = await requested();
    expect((await next).value).toMatchObject({ identification_id: identification.id, status: 'created' });
    expect((await follow.next()).value).toMatchObject({ status: 'pending' });
    const waiting = follow.next();
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('agree about time', async () => {
    const before = await reident.sandbox.clock();
    const after = await reident.sandbox.advanceClock('PT1H');
    expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(3_600_000);
    expect(after.getTime() - before.getTime()).toBeLessThan(3_660_000);
  });

  it('agree about both signatures of a delivered webhook [WH-1] [WH-2]', async () => {
    const receiver = await startReceiver();
    const { secret, ...subscription } = await reident.webhooks.create('IDENTIFICATION', receiver.url);
    expect(await reident.webhooks.get(subscription.id)).toEqual(subscription);
    const identification = await requested();
    const [first] = await receiver.received(2);
    const message = { secret, headers: first?.headers ?? {}, body: first?.body ?? '', scheme: 'both' } as const;
    const event = await verifyWebhook<{ status: string }>(message);
    expect(event).toMatchObject({ eventType: 'IDENTIFICATION', entityId: identification.id, attempt: 1 });
    await expect(verifyWebhook({ ...message, body: `${message.body} ` })).rejects.toMatchObject({
      fault: 'signature_wrong',
    });
    const [delivery] = await reident.deliveries.list({ notificationId: event.id }).toArray();
    await expect.poll(async () => (await reident.deliveries.get(delivery?.id ?? '')).state).toBe('delivered');
    const arrivals = () => receiver.notifications().filter(({ headers }) => headers['webhook-id'] === event.id).length;
    const before = arrivals();
    await reident.deliveries.replay(delivery?.id ?? '');
    await expect.poll(arrivals).toBe(before + 1);
    const range = { from: new Date(0), to: new Date(Date.now() + 86_400_000), state: 'delivered' } as const;
    await expect.poll(() => reident.deliveries.replayRange(range)).toBeGreaterThanOrEqual(1);
    await reident.webhooks.delete(subscription.id);
    expect(await reident.webhooks.list().toArray()).toEqual([]);
    await receiver.stop();
  });
});
