import { gzipSync } from 'node:zlib';
import { toPublishedLanguage } from '@reident/domain';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { LIMITS } from '@reident/platform';
import { drawSample, drawSelfie, type PhotoSpec } from '@reident/samples';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../fixtures/screens.ts';
import { slowProcessor } from '../fixtures/slow-processor.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import {
  comeToFirstStep,
  DESKTOP,
  expectAccessible,
  keepAs,
  keepScreen,
  LENS,
  PHONE,
  releaseShutter,
  WORDS,
  watch,
} from './customer-steps.ts';

/** The live camera: it looks, says what to do, and takes the picture itself. Nothing here asks how fast. */
const { en } = CAPTURE_MESSAGES;

let fixture: BrowserFixture;

beforeAll(async () => {
  // Nothing is read here: how long the reading takes is said by the clock of the sandbox.
  fixture = await openBrowserFixture({ env: { REIDENT_ROLE: 'api' } });
});

afterAll(() => fixture?.close());

type Device = keyof typeof LENS;

/** What lies in front of the lens from the next time the camera is opened: a card, or somebody without one. */
async function show(
  device: Device,
  photo: Partial<PhotoSpec> | 'nobody',
  side: 'front' | 'back' = 'front',
): Promise<void> {
  const size = LENS[device];
  const seed = 'live camera';
  const { jpeg } =
    photo === 'nobody'
      ? await drawSelfie({ seed, ...size })
      : await drawSample({ seed, kind: 'identity_card', side, photo: { ...size, ...photo } });
  await fixture.camera.show(jpeg, size);
}

async function comeToCamera(language: 'de' | 'en', size: { width: number; height: number }): Promise<Page> {
  const page = await fixture.newPage({ size, locale: language === 'de' ? 'de-DE' : 'en-GB' });
  const { url } = await fixture.order(toPublishedLanguage(language));
  await comeToFirstStep(page, url, WORDS[language]);
  return page;
}

// biome-ignore format: a table
const FLAWS = [
  // words       in front of the lens
  ['fit',        'nobody'],
  ['dark',       { exposure: 0.12, noise: 6 }],
  ['closer',     { coverage: 0.42 }],
  ['glare',      { glare: [{ x: 0.45, y: 0.7, radius: 0.16 }] }],
  ['fingers',    { fingers: [{ x: 0.5, y: 0.8 }] }],
  ['focus',      { defocusPixels: 6 }],
] as const satisfies readonly (readonly [keyof typeof en.camera.guidance, Partial<PhotoSpec> | 'nobody'])[];

describe('the live camera', () => {
  it.each([
    ['de', 'phone', PHONE],
    ['en', 'desktop', DESKTOP],
    // A document shows this one.
    ...(SCREENS !== null ? ([['en', 'phone', PHONE]] as const) : []),
  ] as const)(
    'says what is wrong in %s on a %s, takes no bad picture, and takes the good one itself',
    async (language, device, size) => {
      const words = WORDS[language];
      const keep = keepAs(`${language}-${device}`);
      const page = await comeToCamera(language, size);
      const seen = watch(page, fixture.reident.url);
      for (const [id, photo] of FLAWS) {
        await show(device, photo);
        await page.getByRole('button', { name: words.open }).click();
        await page.waitForSelector(`[data-guidance="${id}"]`);
        expect(await page.textContent('.guidance')).toBe(CAPTURE_MESSAGES[language].camera.guidance[id]);
        // Spoken once by the live region, at its own pace.
        await page.waitForFunction(
          (text) => document.querySelector('.camera [role="status"]')?.textContent === text,
          CAPTURE_MESSAGES[language].camera.guidance[id],
        );
        if (keep !== null) await keepScreen(page, `camera-${id}`, keep);
        if (id === 'fit') await expectAccessible(page, 'the camera');
        // Looked at long enough for the button to be offered, it still has not fired.
        if (id === 'focus') await page.waitForSelector('.shutter:not(.automatic)');
        expect(await page.getAttribute('[data-screen]', 'data-screen')).toBe('camera');
        await page.keyboard.press('Escape');
        await page.waitForSelector('[data-screen="step-document_front"]');
      }
      await show(device, {});
      await page.getByRole('button', { name: words.open }).click();
      if (keep !== null) {
        await page.waitForSelector('[data-guidance="hold"]');
        await keepScreen(page, 'camera-hold', keep);
      }
      await page.waitForSelector('[data-screen="preview"]');
      expect(seen).toEqual({ thirdParty: [], errors: [] });
      await page.context().close();
    },
  );

  it.each([
    ['en', 'desktop', DESKTOP],
    ['de', 'phone', PHONE],
  ] as const)(
    'says in %s that the wrong side is shown, front and back, and takes the right one itself',
    async (language, device, size) => {
      const words = WORDS[language];
      const said = CAPTURE_MESSAGES[language].camera.guidance.otherSide;
      const keep = keepAs(`${language}-${device}`);
      const page = await comeToCamera(language, size);
      const openOnTheWrongSide = async () => {
        await page.getByRole('button', { name: words.open }).click();
        await page.waitForSelector('[data-guidance="otherSide"]');
        expect(await page.textContent('.guidance')).toBe(said);
        await page.waitForFunction(
          (text) => document.querySelector('.camera [role="status"]')?.textContent === text,
          said,
        );
      };
      await show(device, {}, 'back');
      await openOnTheWrongSide();
      if (keep !== null) await keepScreen(page, 'camera-otherSide', keep);
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-screen="step-document_front"]');

      await show(device, {});
      await page.getByRole('button', { name: words.open }).click();
      await page.waitForSelector('[data-screen="preview"]');
      await page.getByRole('button', { name: words.use }).click();
      await page.waitForSelector('[data-screen="reading"]');
      await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
      await page.waitForSelector('[data-screen="step-document_back"]');
      await openOnTheWrongSide();
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-screen="step-document_back"]');

      // A little less light: the browser's fake camera burns white paper out.
      await show(device, { exposure: 0.85 }, 'back');
      await page.getByRole('button', { name: words.open }).click();
      await page.waitForSelector('[data-screen="preview"]');
      await page.context().close();
    },
  );

  it('takes the picture itself on a slow device with a slow network', async () => {
    await show('desktop', {});
    const page = await comeToCamera('en', DESKTOP);
    const client = await page.context().newCDPSession(page);
    await slowProcessor(page, 6);
    await client.send('Network.enable');
    const slow = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 25_000 };
    await client.send('Network.emulateNetworkConditions', slow);
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });

  it('is left to the keyboard by whoever wants that, even while something is wrong', async () => {
    await show('desktop', { defocusPixels: 6 });
    const page = await comeToCamera('en', DESKTOP);
    await page.getByRole('button', { name: WORDS.en.open }).press('Enter');
    await page.waitForSelector('.shutter[aria-disabled="false"]');
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('shutter'))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });

  it('offers the button at once where the browser starts no worker', async () => {
    await show('desktop', {});
    const page = await comeToCamera('en', DESKTOP);
    await page.evaluate(() => Reflect.deleteProperty(window, 'Worker'));
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await page.waitForFunction((text) => document.querySelector('.guidance')?.textContent === text, en.camera.byHand);
    expect(await page.$('.shutter.automatic')).toBeNull();
    await releaseShutter(page, WORDS.en);
    await page.context().close();
  });

  it('weighs so little that nobody waits for it: at most 20 kB when the camera opens', async () => {
    await show('desktop', 'nobody');
    const page = await comeToCamera('en', DESKTOP);
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.url().includes('document-worker')),
      page.getByRole('button', { name: WORDS.en.open }).click(),
    ]);
    const script = await page.request.get(request.url(), { headers: { 'accept-encoding': 'identity' } });
    expect(script.headers()['content-security-policy']).toBe("default-src 'none'");
    const bytes = gzipSync(await script.body()).length;
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(20_000);
    await page.context().close();
  });
});
