import { toPublishedLanguage } from '@reident/domain';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { LIMITS } from '@reident/platform';
import { listCaptures } from '@reident/store';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFixture, EVERYTHING, openBrowserFixture } from './customer-fixture.ts';
import {
  arriveAt,
  arriveAtInBoth,
  comeToFirstStep,
  DESKTOP,
  expectAccessible,
  keepAs,
  PHONE,
  recordVideo,
  WORDS,
  type Words,
} from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** The server without its worker: how long the reading takes is said by the clock of the sandbox. Everything is asked for. */
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(EVERYTHING);
});

afterAll(() => fixture?.close());

async function sendFile(page: Page, words: Words): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: 'picture.jpg', mimeType: 'image/jpeg', buffer: fixture.front });
  await page.getByRole('button', { name: words.use }).click();
}

/** No worker reads here: the customer goes on when the time for the reading is over. */
async function passReading(page: Page): Promise<void> {
  await page.waitForSelector('[data-screen="reading"]');
  await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
}

/** On a machine so busy that the number of a recording grows stale while it is drawn, another one is chosen. */
async function sendSample(page: Page, step: string, use: string): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    await page.waitForSelector(`[data-screen="step-${step}"]`);
    await page.selectOption('#sample', 'clean');
    await page.waitForSelector('[data-screen="preview"]');
    await page.getByRole('button', { name: use }).click();
    const sent = await page.waitForFunction(() => {
      if (document.querySelector('[data-screen="reading"]')) return 'sent';
      return document.querySelector('[data-screen="preview"] .error-message p') ? 'rejected' : null;
    });
    if ((await sent.jsonValue()) === 'sent') return passReading(page);
    await page.getByRole('button', { name: WORDS.en.again }).click();
  }
  throw new Error(`no sample of ${step} was taken`);
}

async function comeToVideo(page: Page, url: string, words: Words): Promise<void> {
  await comeToFirstStep(page, url, words, 'passport');
  await sendFile(page, words);
  await passReading(page);
  await page.waitForSelector('[data-screen="step-security_video"]');
}

describe('the steps before a running camera', () => {
  it.each([
    ['en', PHONE, 'en-phone'],
    ['de', DESKTOP, 'de-desktop'],
  ] as const)(
    'are explained, recorded, shown and sent, in %s, every screen without an axe finding',
    async (language, size, suffix) => {
      const words = WORDS[language];
      const keep = keepAs(suffix);
      const ordered = await fixture.order(toPublishedLanguage(language));
      const page = await fixture.newPage({ size, locale: language === 'de' ? 'de-DE' : 'en-GB' });
      await comeToVideo(page, ordered.url, words);
      await arriveAt(page, 'step-security_video', keep);
      await recordVideo(page, words, () => arriveAt(page, 'recording', keep));
      await expectAccessible(page, 'the preview of a video');
      expect(await page.locator('video.picture').count()).toBe(1);
      await page.getByRole('button', { name: words.useVideo }).click();
      await passReading(page);

      await arriveAt(page, 'proof', keep);
      await page.selectOption('#proof-type', 'GAS_BILL');
      await page.fill('#proof-date', new Date().toISOString().slice(0, 10));
      await page.getByRole('button', { name: words.next }).click();
      await arriveAt(page, 'step-proof_of_address', keep);
      await sendFile(page, words);
      await passReading(page);
      await page.waitForSelector('[data-screen="step-selfie"]');
      await sendFile(page, words);
      await passReading(page);

      await arriveAt(page, 'step-liveness', keep);
      const said = new Set<string>();
      await page.exposeFunction('heard', (text: string) => said.add(text));
      await page.evaluate(() => {
        const { heard } = window as unknown as { heard(text: string): void };
        setInterval(() => heard(document.querySelector('.prompt')?.textContent ?? ''), 100);
      });
      await recordVideo(page, words);
      // Said with praise before it where a movement was seen: a passport before the camera shows a face as well.
      const told = [...said].join(' ');
      expect(told).toContain(words.left);
      expect(told).toContain(words.right);
      await page.getByRole('button', { name: words.useVideo }).click();
      await passReading(page);
      await page.waitForSelector('[data-screen="confirm"]');
      const captures = await fixture.reident.platform.database.inTenant(fixture.reident.tenant.id, (tx) =>
        listCaptures(tx, ordered.id),
      );
      expect(captures.map(({ step }) => step)).toEqual([
        'document_data_page',
        'security_video',
        'proof_of_address',
        'selfie',
        'liveness',
      ]);
      await page.context().close();
    },
  );

  it('need no camera in a sandbox: a drawn sample is sent of each, as the server asks for it', async () => {
    const ordered = await fixture.order();
    const page = await fixture.newPage({ permissions: [] });
    await comeToFirstStep(page, ordered.url, WORDS.en, 'passport');
    await sendSample(page, 'document_data_page', WORDS.en.use);
    await sendSample(page, 'security_video', WORDS.en.useVideo);
    await page.waitForSelector('[data-screen="proof"]');
    await page.selectOption('#proof-type', 'GAS_BILL');
    await page.fill('#proof-date', new Date().toISOString().slice(0, 10));
    await page.getByRole('button', { name: WORDS.en.next }).click();
    await sendSample(page, 'proof_of_address', WORDS.en.use);
    await sendSample(page, 'selfie', WORDS.en.use);
    await sendSample(page, 'liveness', WORDS.en.useVideo);
    await page.waitForSelector('[data-screen="confirm"]');
    const captures = await fixture.reident.platform.database.inTenant(fixture.reident.tenant.id, (tx) =>
      listCaptures(tx, ordered.id),
    );
    expect(captures.map(({ step, source }) => `${step} ${source}`)).toEqual([
      'document_data_page sample',
      'security_video sample',
      'proof_of_address sample',
      'selfie sample',
      'liveness sample',
    ]);
    await page.context().close();
  });

  it('can be gone on without by whoever cannot do them, with the keyboard alone', async () => {
    const page = await fixture.newPage();
    await comeToVideo(page, (await fixture.order()).url, WORDS.en);
    await page.getByText(en.recording.cannot.security_video).focus();
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'the way on without');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="proof"]');
    await page.context().close();
  });

  it('work in a browser that makes no clips, and with more time for each movement', async () => {
    const page = await fixture.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    await comeToVideo(page, (await fixture.order()).url, WORDS.en);
    await page.getByRole('checkbox', { name: en.recording.slow }).check();
    const beganAt = Date.now();
    await recordVideo(page, WORDS.en);
    expect(Date.now() - beganAt).toBeGreaterThan(10_000);
    expect(await page.locator('img.picture').count()).toBe(1);
    await page.getByRole('button', { name: WORDS.en.useVideo }).click();
    await page.waitForSelector('[data-screen="reading"]');
    await page.context().close();
  });
});

describe('a device that cannot keep up', () => {
  it('with a video: says so, and goes on when it can', async () => {
    const page = await fixture.newPage();
    await page.addInitScript(() => {
      const now = performance.now.bind(performance);
      // As soon as the page asks for something, whenever the test comes to look.
      const isLate = () => 'late' in window && document.querySelector('[data-prompt]') !== null;
      performance.now = () => now() + (isLate() ? 31_000 : 0);
    });
    await comeToVideo(page, (await fixture.order()).url, WORDS.en);
    await page.evaluate(() => Object.assign(window, { late: true }));
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await page.getByRole('button', { name: WORDS.en.startVideo }).and(page.locator('[aria-disabled="false"]')).click();
    await arriveAtInBoth(page, 'camera-slow', 'en-phone');
    await page.evaluate(() => Reflect.deleteProperty(window, 'late'));
    await page.getByRole('button', { name: WORDS.en.tryAgain }).click();
    await recordVideo(page, WORDS.en);
    await page.context().close();
  });
});

describe('sending', () => {
  it('waits while the network is gone, says so, and goes on by itself from where it stopped [CAP-11]', async () => {
    const page = await fixture.newPage();
    await comeToVideo(page, (await fixture.order()).url, WORDS.en);
    await recordVideo(page, WORDS.en);
    let chunks = 0;
    await page.route('**/capture/api/upload', async (route) => {
      if (route.request().method() === 'PATCH') {
        chunks += 1;
        if (chunks === 1) await page.context().setOffline(true);
      }
      await route.continue();
    });
    await page.getByRole('button', { name: WORDS.en.useVideo }).click();
    await page.getByText(en.offline).waitFor();
    await expectAccessible(page, 'sending without a network');
    await page.context().setOffline(false);
    await page.waitForSelector('[data-screen="reading"]');
    await page.context().close();
  });

  it('that was cut off by a reload is told, and the step is made again [CAP-11]', async () => {
    const page = await fixture.newPage();
    await comeToVideo(page, (await fixture.order()).url, WORDS.en);
    await recordVideo(page, WORDS.en);
    await page.reload();
    await arriveAt(page, 'step-security_video', null);
    await page.getByText(en.unfinished).waitFor();
    await recordVideo(page, WORDS.en);
    await page.getByRole('button', { name: WORDS.en.useVideo }).click();
    await page.waitForSelector('[data-screen="reading"]');
    await page.context().close();
  });
});
