import { gzipSync } from 'node:zlib';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { drawSelfie, type SelfieSpec } from '@reident/samples';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../fixtures/screens.ts';
import { comeToFace } from './come-to-face.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import { expectAccessible, keepAs, keepScreen, LENS, WORDS, watch } from './customer-steps.ts';

/** The live camera before a face: it looks, says what to do, and takes the picture itself. Nothing here asks how fast. */
const { en } = CAPTURE_MESSAGES;
const SIZE = LENS.phone;

let fixture: BrowserFixture;

beforeAll(async () => {
  // Nothing is read here: how long the reading takes is said by the clock of the sandbox.
  fixture = await openBrowserFixture({ env: { REIDENT_ROLE: 'api' }, shows: { kind: 'passport', side: 'data_page' } });
});

afterAll(() => fixture?.close());

interface Scene extends Partial<SelfieSpec> {
  /** How far away: the person fills so much of the picture. */
  part?: number;
  /** Beside the middle, as a part of the picture's width. */
  beside?: number;
}

/** Who stands in front of the lens from the next time the camera is opened. */
async function show({ part = 1, beside = 0, ...spec }: Scene): Promise<void> {
  const person = await drawSelfie({ seed: 'live face', ...SIZE, ...spec });
  if (part === 1 && beside === 0) return fixture.camera.show(person.jpeg, SIZE);
  const [width, height] = [Math.round(SIZE.width * part), Math.round(SIZE.height * part)];
  const left = Math.round((SIZE.width - width) / 2 + beside * SIZE.width);
  const small = await sharp(person.jpeg).resize(width, height).toBuffer();
  const room = sharp({ create: { ...SIZE, channels: 3, background: '#9aa3a8' } });
  const top = Math.round((SIZE.height - height) / 2);
  await fixture.camera.show(
    await room
      .composite([{ input: small, left, top }])
      .jpeg()
      .toBuffer(),
    SIZE,
  );
}

async function comeToSelfie(language: 'de' | 'en', prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await fixture.newPage({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
  await prepare?.(page);
  await comeToFace(page, fixture, language);
  return page;
}

// biome-ignore format: a table
const FLAWS = [
  // words       in front of the lens
  ['nobody',    { people: 0 }],
  ['several',   { people: 2 }],
  ['nearer',    { part: 0.35 }],
  ['middle',    { part: 0.8, beside: 0.22 }],
  ['straight',  { yawDegrees: 30 }],
  ['eyes',      { occlusion: 'sunglasses' }],
  ['mouth',     { occlusion: 'mask' }],
  ['dark',      { camera: { exposure: 0.2, noise: 6 } }],
  ['focus',     { camera: { defocusPixels: 20 } }],
] as const satisfies readonly (readonly [keyof typeof en.camera.guidance, Scene])[];

describe('the live camera before a face', () => {
  it.each([
    ['de', FLAWS],
    // All of them in both languages only where the screens are kept.
    ['en', FLAWS.slice(0, SCREENS !== null ? FLAWS.length : 2)],
  ] as const)(
    'says what is wrong in %s, takes no bad picture, and takes the good one itself',
    async (language, flaws) => {
      const words = WORDS[language];
      const keep = keepAs(`${language}-phone`);
      const page = await comeToSelfie(language);
      const seen = watch(page, fixture.reident.url);
      for (const [id, scene] of flaws) {
        await show(scene);
        await page.getByRole('button', { name: words.open }).click();
        await page.waitForSelector(`[data-guidance="${id}"]`);
        const text = CAPTURE_MESSAGES[language].camera.guidance[id];
        expect(await page.textContent('.guidance')).toBe(text);
        // Spoken once by the live region, at its own pace.
        await page.waitForFunction(
          (said) => document.querySelector('.camera [role="status"]')?.textContent === said,
          text,
        );
        if (keep !== null) await keepScreen(page, `selfie-${id}`, keep);
        if (id === 'nobody') await expectAccessible(page, 'the camera before a face');
        // Looked at long enough for the button to be offered, it still has not fired.
        if (id === flaws.at(-1)?.[0]) await page.waitForSelector('.shutter:not(.automatic)');
        expect(await page.getAttribute('[data-screen]', 'data-screen')).toBe('camera');
        await page.keyboard.press('Escape');
        await page.waitForSelector('[data-screen="step-selfie"]');
      }
      await show({});
      await page.getByRole('button', { name: words.open }).click();
      if (keep !== null) {
        await page.waitForSelector('[data-guidance="hold"]');
        await keepScreen(page, 'selfie-hold', keep);
      }
      await page.waitForSelector('[data-screen="preview"]');
      expect(seen).toEqual({ thirdParty: [], errors: [] });
      await page.context().close();
    },
  );

  it('is left to the keyboard by whoever wants that, even while something is wrong', async () => {
    await show({ people: 2 });
    const page = await comeToSelfie('en');
    await page.getByRole('button', { name: WORDS.en.open }).press('Enter');
    await page.waitForSelector('[data-guidance="several"]');
    await page.getByRole('button', { name: WORDS.en.shutter }).press('Enter');
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });

  it.each([
    ['starts no worker', (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))],
    ['does not get the networks', (page: Page) => page.route('**/facemesh-*', (route) => route.abort())],
    [
      'lets nothing be compiled',
      (page: Page) => page.route('**/*.wasm', (route) => route.fulfill({ body: 'nothing' })),
    ],
    [
      'is to save data',
      (page: Page) =>
        page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    ],
  ] as const)('offers the button where the browser %s, and nobody is stuck', async (_, prepare) => {
    await show({});
    const page = await comeToSelfie('en', async (fresh) => void (await prepare(fresh)));
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await page.waitForFunction((text) => document.querySelector('.guidance')?.textContent === text, en.camera.byHand);
    expect(await page.$('.shutter.automatic')).toBeNull();
    await page.getByRole('button', { name: WORDS.en.shutter }).click();
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });

  it('is loaded while the customer reads, from here alone, by a worker that may ask for nothing', async () => {
    const asked: string[] = [];
    const page = await comeToSelfie('en', async (fresh) => {
      fresh.on('request', (request) => asked.push(new URL(request.url()).pathname));
    });
    const weights = () => asked.filter((address) => /blazeface|facemesh|face-worker|\.wasm$/.test(address));
    await expect.poll(weights).toHaveLength(6);
    expect(await page.$('[data-screen="step-selfie"]')).not.toBeNull();
    const worker = weights().find((address) => address.includes('face-worker'));
    const script = await page.request.get(`${fixture.reident.url}${worker}`);
    expect(script.headers()['content-security-policy']).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'");
    const sizes = await Promise.all(
      weights().map(
        async (address) => gzipSync(await (await page.request.get(`${fixture.reident.url}${address}`)).body()).length,
      ),
    );
    // As much as two or three pictures of a web page; nothing of it is needed to go on.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_100_000);
    await page.context().close();
  });
});
