import { createHash } from 'node:crypto';
import { verifyWebhook } from '@reident/client';
import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { CAPTURE_ERRORS } from '@reident/platform';
import { drawSample, drawSelfie, ORDERED_PERSON, SAMPLES, type SampleName, SELFIES } from '@reident/samples';
import { findDocument, listAudit } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import {
  type CameraFile,
  comeToFirstStep,
  DESKTOP,
  keepAs,
  keepScreen,
  LENS,
  makeCameraFile,
  PHONE,
  pictureStep,
  recordStep,
  WORDS,
  watch,
} from './customer-steps.ts';

const { console: t, terms } = CONSOLE_MESSAGES.en;
const BEGINS: Readonly<Record<string, RegExp>> = {
  'application/pdf': /^%PDF/,
  'image/jpeg': /^\xff\xd8\xff/,
  'video/mp4': /^.{4}ftyp/s,
  'video/webm': /^.E\xdf\xa3/s,
};

interface Ident {
  id: string;
  person_id: string;
  url: string;
  status: string;
  failure_reason?: string | null;
  documents?: { id: string; document_type: string; content_type: string; size: number }[];
}

let reident: TestReident;
let receiver: Receiver;
let secret: string;
let camera: CameraFile;
let browser: Browser;
let specialist: Page;

beforeAll(async () => {
  camera = makeCameraFile();
  await camera.show((await drawSelfie(SELFIES.selfie)).jpeg);
  reident = await startTestReident();
  receiver = await startReceiver();
  const { body } = await reident.call<{ secret: string }>('POST', '/v1/webhooks', {
    event_type: 'IDENTIFICATION',
    url: receiver.url,
  });
  secret = body.secret;
  browser = await launchChromium({ cameraFile: camera.path });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
  await receiver?.stop();
  camera?.remove();
});

/** What the partner does: a person with a real name, an identification, a link for the customer. */
async function order(): Promise<Ident> {
  const person = await reident.call<{ id: string }>('POST', '/v1/persons', {
    first_name: ORDERED_PERSON.firstName,
    last_name: ORDERED_PERSON.lastName,
    birth_date: ORDERED_PERSON.birthDate,
    nationality: 'DE',
  });
  expect(person.status).toBe(201);
  const path = `/v1/persons/${person.body.id}/identifications`;
  const created = await reident.call<Ident>('POST', path, { method: 'idnow_autoident', language: 'DE' });
  expect(created.status).toBe(201);
  const requested = await reident.call<Ident>('PATCH', `${path}/${created.body.id}/request`);
  expect(requested.body.status).toBe('pending');
  return requested.body;
}

async function identOf({ id, person_id }: Ident, query = ''): Promise<Ident> {
  return (await reident.call<Ident>('GET', `/v1/persons/${person_id}/identifications/${id}${query}`)).body;
}

/** A phone held upright pictures this document today. */
async function seen(sample: SampleName): Promise<Buffer> {
  const { photo, ...row } = { photo: {}, ...SAMPLES[sample] };
  const day = new Date().toISOString().slice(0, 10);
  return (await drawSample({ ...row, day, photo: { ...photo, ...LENS.phone } })).jpeg;
}

/**
 * What the customer does, in German, on a phone: number, boxes, code, each picture before the camera, and off.
 *
 * @returns what the page said it had read: name, birth date, expiry, end of the number
 */
async function play(url: string, kind: 'card' | 'passport', documents: Buffer[]): Promise<string[]> {
  const words = WORDS.de;
  const context = await browser.newContext({ viewport: PHONE, locale: 'de-DE', permissions: ['camera'] });
  const page = await context.newPage();
  // A machine that is too busy refuses numbers that have grown stale, and the page makes the video again.
  const seen = watch(page, reident.url, [CAPTURE_ERRORS.nonce_stale[0]]);
  await comeToFirstStep(page, url, words, kind);
  for (const picture of documents) {
    await camera.show(picture, LENS.phone);
    await pictureStep(page, words);
  }
  await recordStep(page, words);
  await camera.show((await drawSelfie({ ...SELFIES.selfie, ...LENS.phone })).jpeg, LENS.phone);
  await pictureStep(page, words);
  await recordStep(page, words);
  await page.waitForSelector('[data-screen="confirm"]');
  const read = await page.locator('.read dd').allInnerTexts();
  await page.getByRole('button', { name: words.send }).click();
  await page.waitForSelector('[data-screen="end"]');
  expect(seen).toEqual({ thirdParty: [], errors: [] });
  await context.close();
  return read;
}

/** The specialist takes the case, with its pictures and what was found. */
async function openCase({ id }: Ident): Promise<void> {
  await specialist.goto(`${reident.url}/console`);
  await specialist.locator('table.cases').getByText(id).waitFor();
  await specialist.goto(`${reident.url}/console/cases/${id}`);
  await specialist.locator('.closed button').waitFor();
  await specialist.keyboard.press('Enter');
  await specialist.locator('.viewer img').waitFor();
  const width = await specialist.locator('.viewer img').evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width).toBeGreaterThan(600);
}

/** The clip that the customer's browser made, played from memory by the console's; the look is in the audit log first [CON-6]. */
async function playClip(tab: string, screen?: string): Promise<void> {
  await specialist.locator('.tabs button', { hasText: tab }).click();
  const [answer] = await Promise.all([
    specialist.waitForResponse((response) => response.url().endsWith('/clip')),
    specialist.getByRole('button', { name: t.case.playClip }).click(),
  ]);
  expect([answer.status(), answer.headers()['content-type'], answer.headers()['x-content-type-options']]).toEqual([
    200,
    expect.stringMatching(/^video\/(webm|mp4)$/),
    'nosniff',
  ]);
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  const captureId = new URL(answer.url()).pathname.split('/').at(-2) ?? '';
  const audit = await reident.platform.database.inTenant(reident.tenant.id, (tx) => listAudit(tx, captureId));
  expect(audit.map(({ action }) => action)).toContain('clip.viewed');
  await specialist.waitForFunction(() => {
    const clip = document.querySelector<HTMLVideoElement>('video.clip');
    return (
      clip !== null &&
      clip.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA &&
      clip.videoWidth > 0 &&
      clip.error === null
    );
  });
  const keep = keepAs('en-desktop');
  if (screen !== undefined && keep !== null) await keepScreen(specialist, screen, keep);
}

/** Statuses that the receiver was told, in the order of arrival; each message signed in both ways. */
async function toldStatuses({ id }: Ident): Promise<string[]> {
  const messages = receiver.notifications().filter(({ headers }) => headers['solaris-entity-id'] === id);
  const events = await Promise.all(
    messages.map(({ headers, body }) => verifyWebhook<Ident>({ secret, headers, body, scheme: 'both' })),
  );
  return events.map(({ body }) => body.status);
}

describe('a re-identification from the order to the documents', () => {
  it('the specialist signs in by the link that the server printed', async () => {
    specialist = await (await browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })).newPage();
    await specialist.goto(reident.facts.consoleLink);
    await specialist.getByRole('button', { name: 'Sign in' }).click();
    await specialist.getByRole('heading', { name: t.queue.title }).waitFor();
  });

  it('an ID card of the ordered person is read, looked at and approved; the partner is told and has the files', async () => {
    const ident = await order();
    const read = await play(ident.url, 'card', [await seen('card_front'), await seen('card_back')]);
    expect(read.slice(0, 2)).toEqual(['MUELLER LUEDENSCHEIDT, JOERDIS …', '17.03.1984']);
    expect(read[3]).toMatch(/^••• \w{3}$/);

    await openCase(ident);
    expect(await specialist.locator('.finding').count()).toBeGreaterThan(5);
    const readings = await specialist.locator('main').innerText();
    expect(readings).toContain(ORDERED_PERSON.lastName);
    await playClip(terms.steps.security_video, 'console-clip');
    await playClip(terms.steps.liveness);
    await specialist.keyboard.press('a');
    await specialist.getByRole('dialog').waitFor();
    const lines = await specialist.locator('.tick').count();
    for (let line = 1; line <= lines; line += 1) await specialist.keyboard.press(String(line));
    await specialist.keyboard.press('Control+Enter');
    await specialist.getByText(t.decisionsDone.approve).waitFor();

    const { status, documents = [] } = await identOf(ident, '?include_documents=true');
    expect(status).toBe('successful');
    expect(documents.map(({ document_type }) => document_type).sort()).toEqual([
      'ID_DOCUMENT',
      'ID_DOCUMENT',
      'KYC_REPORT',
      'PICTURE',
      'VIDEO',
      'VIDEO',
    ]);
    for (const listed of documents) {
      const response = await fetch(`${reident.url}/v1/persons/${ident.person_id}/documents/${listed.id}/file`, {
        headers: { authorization: `Bearer ${reident.token}` },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const stored = await reident.platform.database.inTenant(reident.tenant.id, (tx) => findDocument(tx, listed.id));
      expect(response.headers.get('content-type')).toBe(listed.content_type);
      expect(bytes.length).toBe(listed.size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored.sha256);
      expect(bytes.toString('latin1', 0, 12)).toMatch(BEGINS[listed.content_type] ?? /never/);
    }

    await expect.poll(() => toldStatuses(ident)).toEqual(['created', 'pending', 'successful']);
  });

  it('a passport in another name: the specialist sees the failed check first and confirms fraud; the partner learns why', async () => {
    const ident = await order();
    await play(ident.url, 'passport', [await seen('other_name')]);

    await openCase(ident);
    await specialist.keyboard.press('j');
    const first = specialist.locator('.finding[aria-pressed="true"]');
    await first.waitFor();
    expect(await first.innerText()).toContain('WARNING_NAME_COMPARISON');
    await specialist.getByRole('button', { name: t.decisions.confirm_fraud }).click();
    await specialist.getByRole('dialog').waitFor();
    await specialist.keyboard.type('WARNING_NAME_COMPARISON');
    await specialist.keyboard.press('Enter');
    await specialist.keyboard.press('Control+Enter');
    await specialist.getByText(t.decisionsDone.confirm_fraud).waitFor();

    expect(await identOf(ident)).toMatchObject({ status: 'canceled', failure_reason: 'WARNING_NAME_COMPARISON' });
    await expect.poll(() => toldStatuses(ident)).toEqual(['created', 'pending', 'canceled']);
  });
});
