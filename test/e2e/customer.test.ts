import { drawSample } from '@reident/samples';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.ts';
import { startTestReident, type TestReident } from '../support/reident.ts';
import {
  afterReading,
  arriveAt,
  type CameraFile,
  DESKTOP,
  identificationOf,
  keepAs,
  makeCameraFile,
  orderIdentification,
  PHONE,
  takePicture,
  WORDS,
  watch,
} from './customer-steps.ts';

let reident: TestReident;
let camera: CameraFile;
let browser: Browser;
/** Both sides of one card, as a camera held like the device sees them. */
let cards: Record<'desktop' | 'phone', { front: Buffer; back: Buffer }>;
const LENS = { desktop: { width: 1280, height: 720 }, phone: { width: 1080, height: 1440 } };

beforeAll(async () => {
  camera = makeCameraFile();
  cards = { desktop: await cardSeenBy('desktop'), phone: await cardSeenBy('phone') };
  await camera.show(cards.desktop.front);
  reident = await startTestReident();
  browser = await chromium.launch(await findChromium({ cameraFile: camera.path }));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
  camera?.remove();
});

async function cardSeenBy(device: 'desktop' | 'phone'): Promise<{ front: Buffer; back: Buffer }> {
  const photo = LENS[device];
  const [front, back] = await Promise.all(
    (['front', 'back'] as const).map((side) => drawSample({ seed: 'e2e', kind: 'identity_card', side, photo })),
  );
  return { front: front!.jpeg, back: back!.jpeg };
}

async function newPage(size: { width: number; height: number }, locale: string): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale, permissions: ['camera'] });
  return context.newPage();
}

/** Pictures one step; a picture that the engine does not like is taken once more and then used anyway. */
async function pictureStep(
  page: Page,
  jpeg: Buffer,
  device: 'desktop' | 'phone',
  words: (typeof WORDS)['en' | 'de'],
  suffix: string,
): Promise<void> {
  await camera.show(jpeg, LENS[device]);
  await takePicture(page, words);
  if ((await afterReading(page)) !== 'feedback') return;
  await arriveAt(page, 'feedback', keepAs(suffix));
  await page.getByRole('button', { name: words.again }).click();
  await takePicture(page, words);
  if ((await afterReading(page)) !== 'feedback') return;
  await page.getByRole('button', { name: words.anyway }).click();
  await page.waitForSelector('[data-screen="feedback"]', { state: 'detached' });
}

describe('the customer', () => {
  it.each([
    ['en', 'desktop', DESKTOP],
    ['de', 'phone', PHONE],
    ...(process.env.REIDENT_SCREENS ? ([['en', 'phone', PHONE]] as const) : []),
  ] as const)(
    'goes from the link to the end in %s on a %s, every screen without an axe finding',
    async (language, device, size) => {
      const words = WORDS[language];
      const { front, back } = cards[device];
      const suffix = `${language}-${device}`;
      const order = await orderIdentification(reident, language === 'de' ? 'DE' : 'EN', {
        first_name: 'X-MANUALTEST-HAPPYPATH',
        last_name: 'Example',
      });
      const page = await newPage(size, language === 'de' ? 'de-DE' : 'en-GB');
      const seen = watch(page, reident.url);

      await page.goto(order.url);
      await arriveAt(page, 'start-link', keepAs(suffix));
      await page.fill('#phone', '+15550101');
      await page.check('#terms');
      await page.check('#biometrics');
      await page.getByRole('button', { name: words.begin }).click();

      await arriveAt(page, 'code', keepAs(suffix));
      expect(new URL(page.url()).pathname).toBe(new URL(order.url).pathname.replace(/\/[^/]+$/, ''));
      const cookies = await page.context().cookies();
      expect(cookies.map(({ name, secure, httpOnly, sameSite }) => [name, secure, httpOnly, sameSite])).toEqual([
        ['__Host-reident-capture', true, true, 'Strict'],
      ]);
      await page.fill('#code', (await page.getByTestId('sandbox-code').textContent()) ?? '');
      await page.getByRole('button', { name: words.confirm }).click();

      await arriveAt(page, 'introduction', keepAs(suffix));
      await page.getByRole('button', { name: words.ready }).click();

      await arriveAt(page, 'document', keepAs(suffix));
      await page.getByRole('radio', { name: words.card }).check();
      await page.getByRole('button', { name: words.next }).click();

      await arriveAt(page, 'step-document_front', keepAs(suffix));
      await camera.show(front, LENS[device]);
      await page.getByRole('button', { name: words.open }).click();
      await page.waitForSelector('.shutter[aria-disabled="false"]', { timeout: 20_000 });
      await arriveAt(page, 'camera', keepAs(suffix));
      await page.getByRole('button', { name: words.shutter }).click();
      await arriveAt(page, 'preview', keepAs(suffix));
      await page.getByRole('button', { name: words.use }).click();
      await arriveAt(page, 'reading', keepAs(suffix));
      expect(await afterReading(page)).toBe('step-document_back');

      await arriveAt(page, 'step-document_back', keepAs(suffix));
      await pictureStep(page, back, device, words, suffix);
      await arriveAt(page, 'step-selfie', keepAs(suffix));
      await pictureStep(page, front, device, words, suffix);

      await arriveAt(page, 'confirm', keepAs(suffix));
      await page.getByRole('button', { name: words.send }).click();
      await arriveAt(page, 'end', keepAs(suffix));

      expect(await page.context().cookies()).toEqual([]);
      expect(seen).toEqual({ foreign: [], errors: [] });
      await expect
        .poll(async () => (await identificationOf(reident, order)).status, { timeout: 30_000 })
        .toBe('successful');
      await page.context().close();
    },
    300_000,
  );
});
