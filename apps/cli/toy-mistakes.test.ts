/** What toy versions of the API get wrong: a platform with any of these mistakes is found out, as far as the wire shows them. */

import { updateSettings } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  differencesOf,
  type Fault,
  json,
  type Notification,
  notify,
  reply,
} from '../../tests/fixtures/cli/faulty-platform.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';

let platform: TestReident;

beforeAll(async () => {
  platform = await startTestReident();
});
afterAll(() => platform?.stop());

beforeEach(async () => {
  // Ten subscriptions a minute are allowed, and these tests make more.
  await platform.call('POST', '/sandbox/clock', { advance: 'PT2M' });
});

const PERSON = /^\/v1\/persons\/[^/?]+$/;
const IDENTS = /^\/v1\/persons\/[^/]+\/identifications$/;
const IDENT_LIST = /^\/v1\/persons\/[^/]+\/identifications(\?|$)/;
const ONE = /\/identifications\/[^/?]+(\?.*)?$/;
const HOOK = /^\/v1\/webhooks\/[^/?]+$/;

const status = (from: number, to: number) => (answer: { status: number }) => {
  if (answer.status === from) answer.status = to;
};
const isVerification = ({ headers }: Notification) => headers['solaris-webhook-event-type'] === 'WEBHOOK-SUBSCRIPTION';
const later = (change: (notification: Notification) => void) =>
  notify((notification) => {
    if (!isVerification(notification)) change(notification);
  });
const swallow = (wanted: (notification: Notification) => boolean) =>
  notify((notification) => {
    notification.swallowed = wanted(notification);
  });
const spelled = ({ headers, body }: Notification) => ({ headers, body: JSON.stringify(JSON.parse(body), null, 1) });
const respond = (method: string, path: RegExp, answers: number, body: unknown = {}) =>
  reply(method, path, (answer) => Object.assign(answer, { status: answers, body: JSON.stringify(body) }));

// biome-ignore format: a table
const MISTAKES: readonly [number: number, mistake: string, found: string, fault: Fault][] = [
  // no  mistake                                              must be found as                how it is planted
  [1,  'the provider is called on creation',                  'identification.create',        json('POST', IDENTS, (body) => ({ ...body, status: 'pending', url: 'https://example.com', reference: 'TS2-AAAAA' }))],
  [2,  'the waiting time is told on creation',                'identification.no_waiting',    json('POST', IDENTS, (body) => ({ ...body, estimated_waiting_time: 60 }))],
  [2,  'the waiting time is told on reading',                 'identification.waiting_once',  json('GET', ONE, (body) => ({ ...body, estimated_waiting_time: 60 }))],
  [3,  'a success is final',                                  'identification.may_fall',      json('GET', ONE, (body) => ({ ...body, status: 'successful' }))],
  [3,  'a success cannot be taken back',                      'identification.may_fall',      reply('POST', /outcome$/, (answer, call) => { if (call.body.includes('FRAUD')) answer.status = 412; })],
  [3,  'a cancellation is final',                             'identification.may_rise',      json('GET', ONE, (body) => ({ ...body, status: 'canceled', completed_at: null }))],
  [4,  'nobody is told that a success changed the person',    'webhook.person_changed',       swallow(({ headers }) => headers['solaris-webhook-event-type'] === 'PERSON_CHANGED')],
  [5,  'the reason of a failure is told',                     'identification.failed',        json('GET', ONE, (body) => (body.status === 'failed' ? { ...body, failure_reason: 'WARNING_PAPER_PRINT' } : body))],
  [6,  'the creation is not notified',                        'webhook.on_creation',          swallow(({ body }) => body.includes('"status":"created"'))],
  [7,  'another spelling of the body is signed',              'webhook.signature',            later((notification) => Object.assign(notification, spelled(notification)))],
  [7,  'the signature has no sha256=',                        'webhook.signature',            later(({ headers }) => { headers['solaris-webhook-signature'] = headers['solaris-webhook-signature']?.slice(7) ?? ''; })],
  [7,  'an event without payload is not signed',              'webhook.without_payload',      later(({ headers, body }) => { if (body === '{}') delete headers['solaris-webhook-signature']; })],
  [7,  'an event without payload has no body',                'webhook.without_payload',      later((notification) => { if (notification.body === '{}') notification.body = ''; })],
  [8,  '410 is an ordinary failure',                          'webhook.gone',                 later((notification) => { notification.answers = 500; })],
  [8,  '422 is tried again',                                  'webhook.unprocessable',        later((notification) => { notification.answers = 500; })],
  [8,  'a failure is not tried again',                        'webhook.retry',                later((notification) => { notification.answers = 200; })],
  [8,  'a receiver is waited for without end',                'webhook.silence',              later((notification) => { notification.unawaited = true; })],
  [9,  'no verification request',                             'webhook.verification',         swallow(isVerification)],
  [9,  'the verification request has a body',                 'webhook.verification',         notify((notification) => { if (isVerification(notification)) notification.body = '{}'; })],
  [9,  'the answer to the verification does not matter',      'webhook.unverified',           notify((notification) => { notification.answers = 200; })],
  [10, 'a subscription can be edited',                        'webhook.immutable',            respond('PATCH', HOOK, 200)],
  [10, 'the secret is shown again',                           'webhook.secret_once',          json('GET', HOOK, (body) => ({ ...body, secret: 'x' }))],
  [11, 'unknown fields are refused',                          'request.unknown_field',        reply('POST', /^\/v1\/persons$/, (answer, call) => { if (call.body.includes('unheard_of')) answer.status = 400; })],
  [11, 'unknown fields are echoed',                           'request.unknown_field',        json('POST', /^\/v1\/persons$/, (body) => ({ ...body, unheard_of: true }))],
  [11, 'a method in capitals is taken',                       'request.enum_case',            reply('POST', IDENTS, status(400, 201))],
  [11, 'a country in small letters is taken',                 'request.country_case',         reply('POST', /^\/v1\/persons$/, status(400, 201))],
  [12, 'null in a PATCH deletes',                             'person.null_patch',            json('PATCH', PERSON, (body) => ({ ...body, email: null }))],
  [13, 'a list in an envelope',                               'list.bare',                    json('GET', /^\/v1\/persons$/, (body) => ({ data: body }))],
  [13, 'a list without total',                                'list.total',                   reply('GET', IDENT_LIST, ({ headers }) => delete headers.total)],
  [13, 'a list without its page size',                        'list.per_page',                reply('GET', /^\/v1\/persons\?/, ({ headers }) => { delete headers['per-page']; delete headers.per_page; })],
  [13, 'a list without links',                                'list.link',                    reply('GET', IDENT_LIST, ({ headers }) => delete headers.link)],
  [14, 'the status of an error as text',                      'request.envelope',             json('GET', /0cper$/, ({ errors }) => ({ errors: (errors as { status: number }[]).map((item) => ({ ...item, status: String(item.status) })) }))],
  [14, 'an error without id',                                 'request.envelope',             json('GET', /0cper$/, ({ errors }) => ({ errors: (errors as object[]).map((item) => ({ ...item, id: undefined })) }))],
  [14, 'a flat error',                                        'request.envelope',             json('GET', /0cper$/, ({ errors }) => (errors as object[])[0])],
  [15, 'tokens for a week',                                   'token.lifetime',               json('POST', /token$/, (body) => ({ ...body, expires_in: 604_799 }))],
  [15, '403 for a token that is not valid',                   'token.invalid',                reply('GET', /^\/v1\/persons$/, status(401, 403))],
  [15, 'no difference between no token and a wrong one',      'token.required',               json('GET', /^\/v1\/persons$/, (body) => ('errors' in body ? { errors: [{ code: 'invalid_token' }] } : body))],
  [16, 'the attribute mobile_number counts as the number',    'person.number_apart',          respond('GET', /mobile_number$/, 200, { number: '+15550101', verified: false })],
  [17, 'AutoIdent inside identification sessions',            'identification.no_session',    respond('POST', /identification_sessions$/, 201)],
  [17, 'AutoIdent for people who live elsewhere',             'identification.in_germany',    reply('POST', IDENTS, status(403, 201))],
  [18, 'an identification confirms the data',                 'person.aml_apart',             json('GET', PERSON, (body) => ({ ...body, aml_confirmed_on: '2026-01-31' }))],
  [20, 'lists without what is only created',                  'identification.list_of_person', json('GET', IDENT_LIST, (body) => (body as unknown as { status: string }[]).filter((entry) => entry.status !== 'created'))],
];

/** Mistakes that no answer and no notification shows. */
const NOT_ON_THE_WIRE: Readonly<Record<number, string>> = {
  19: 'codes of documents are read inside the platform; packages/domain/documents.test.ts holds ours to them',
};

describe('reident check', () => {
  it('knows every mistake of the list', () => {
    const numbers = new Set([...MISTAKES.map(([number]) => number), ...Object.keys(NOT_ON_THE_WIRE).map(Number)]);
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('finds mistake 17, AutoIdent for who was never identified, where a former identification is demanded', async () => {
    const demand = (formerIdentification: 'any' | 'required') =>
      platform.platform.database.inTenant(platform.tenant.id, (tx) =>
        updateSettings(tx, { formerIdentification }, { kind: 'system', id: null }),
      );
    const only = /^identification\.(first_time|create)$/;
    await demand('required');
    const planted = await differencesOf(platform, reply('POST', IDENTS, status(403, 201)), only);
    const ours = await differencesOf(platform, {}, only);
    await demand('any');
    expect([planted, ours]).toEqual([['identification.first_time'], []]);
  });

  /** That something does not come can only be waited for, which these do together. */
  const WAITS = new Set(['webhook.person_changed', 'webhook.on_creation', 'webhook.unprocessable', 'webhook.retry']);
  const title = 'finds mistake %i, %s, as %s';

  it.each(MISTAKES.filter(([, , found]) => !WAITS.has(found)))(title, finds);
  it.concurrent.each(MISTAKES.filter(([, , found]) => WAITS.has(found)))(title, finds);

  /** What a mistake keeps back does not come, however long one waits; what a mistake lets come does, however late. */
  const MISTAKE_WAITS = { noneMs: 180_000, silenceMs: 3_000 };

  async function finds(_number: number, _mistake: string, found: string, fault: Fault): Promise<void> {
    const only = new RegExp(`^${found.replace('.', '\\.')}$`);
    expect(await differencesOf(platform, fault, only, MISTAKE_WAITS)).toEqual([found]);
  }
});
