import { toPublishedLanguage } from '@reident/domain';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { LIMITS } from '@reident/platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFixture, EVERYTHING, openBrowserFixture } from './customer-fixture.ts';
import {
  comeToFirstStep,
  expectAccessible,
  keepAs,
  keepScreen,
  LENS,
  PHONE,
  recordVideo,
  WORDS,
} from './customer-steps.ts';

const { de, en } = CAPTURE_MESSAGES;

/** What cameras of phones can do and the browser's fake one cannot: it is added at the edge, at the track. Nothing is read here. */
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(EVERYTHING);
});

afterAll(() => fixture?.close());

/** What a test sees of the fake hardware. */
interface Hardware {
  /** Every time the light was switched. */
  lights: boolean[];
  /** The device that was asked for, each time the camera was opened. */
  opened: (string | null)[];
  rejectsLight: boolean;
  interrupted: boolean;
}

/** Two lenses at the back, with a light or without. To be called before the page is opened. */
async function addHardware(page: Page, light: boolean): Promise<void> {
  await page.addInitScript((hasLight) => {
    const hardware: Hardware = { lights: [], opened: [], rejectsLight: false, interrupted: false };
    Object.assign(window, { hardware });
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.getUserMedia = async (asked) => {
      const video = asked?.video as { deviceId?: { exact: string } };
      const device = video.deviceId?.exact ?? null;
      hardware.opened.push(device);
      const stream = await open({ video: true });
      for (const track of stream.getVideoTracks())
        Object.defineProperties(track, {
          muted: { get: () => hardware.interrupted },
          getSettings: { value: () => ({ deviceId: device ?? 'wide', facingMode: 'environment' }) },
          getCapabilities: { value: () => (hasLight ? { torch: true } : {}) },
          applyConstraints: {
            value: async ({ advanced }: { advanced: { torch: boolean }[] }) => {
              if (hardware.rejectsLight) throw new DOMException('no light', 'OverconstrainedError');
              hardware.lights.push(advanced[0]?.torch === true);
            },
          },
        });
      return stream;
    };
    const lenses = ['wide', 'narrow'].map((deviceId) => ({ deviceId, kind: 'videoinput', label: '', groupId: '' }));
    media.enumerateDevices = async () => lenses as unknown as MediaDeviceInfo[];
  }, light);
}

const hardwareOf = (page: Page) => page.evaluate(() => (window as unknown as { hardware: Hardware }).hardware);
const change = (page: Page, to: Partial<Hardware>) =>
  page.evaluate((changes) => {
    Object.assign((window as unknown as { hardware: Hardware }).hardware, changes);
  }, to);

/** Before a camera that shows what it cannot take for good, so that nothing is taken while the test looks at the buttons. */
async function comeToCamera(language: 'de' | 'en', light: boolean, size = PHONE): Promise<Page> {
  await fixture.camera.show(fixture.front, { width: 320, height: 180 });
  const page = await fixture.newPage({ locale: language === 'de' ? 'de-DE' : 'en-GB', size });
  await addHardware(page, light);
  const { url } = await fixture.order(toPublishedLanguage(language));
  await comeToFirstStep(page, url, WORDS[language], 'passport');
  await page.getByRole('button', { name: WORDS[language].open }).click();
  await page.waitForSelector('.shutter[aria-disabled="false"]');
  return page;
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name)) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

describe('a camera with a light', () => {
  it.each([
    ['en', en, PHONE, 'en-phone'],
    ['de', de, { width: 844, height: 390 }, 'de-landscape'],
    ['en', en, { width: 320, height: 568 }, 'en-zoomed'],
  ] as const)(
    'has a button for it, beside the one for another lens, in %s',
    async (language, { camera }, size, suffix) => {
      const page = await comeToCamera(language, true, size);
      const light = page.getByRole('button', { name: camera.torch });
      expect(await light.getAttribute('aria-pressed')).toBe('false');
      for (const name of [camera.torch, camera.turn, camera.close, camera.shutter]) {
        const box = await page.getByRole('button', { name }).boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= size.width, `${name} is in view`).toBe(true);
      }
      await tabTo(page, camera.torch);
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: camera.torch, pressed: true }).waitFor();
      await expectAccessible(page, 'the camera with its light on');
      const keep = keepAs(suffix);
      if (keep !== null) await keepScreen(page, 'camera-torch', keep);
      await light.press('Enter');
      await page.getByRole('button', { name: camera.torch, pressed: false }).waitFor();
      expect((await hardwareOf(page)).lights).toEqual([true, false]);
      await page.context().close();
    },
  );

  it('that will not be switched loses the button, and nothing else', async () => {
    const page = await comeToCamera('en', true);
    await change(page, { rejectsLight: true });
    await page.getByRole('button', { name: en.camera.torch }).click();
    await page.getByRole('button', { name: en.camera.torch }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: en.camera.shutter }).click();
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });
});

describe('the other lens', () => {
  it('is switched to by the keyboard, and stays for the pictures that follow; a camera without a light has no button for one', async () => {
    const page = await comeToCamera('en', false);
    expect(await page.getByRole('button', { name: en.camera.torch }).count()).toBe(0);
    await tabTo(page, en.camera.turn);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await hardwareOf(page)).opened).toEqual([null, 'narrow']);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[data-screen="step-document_data_page"]');
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await expect.poll(async () => (await hardwareOf(page)).opened).toEqual([null, 'narrow', 'narrow']);
    await page.context().close();
  });
});

describe('a call that takes the camera away', () => {
  it('stops all judging of the picture that stands still; the page says so and goes on', async () => {
    const page = await comeToCamera('en', false);
    await change(page, { interrupted: true });
    await page.waitForSelector('.shutter[aria-disabled="true"]');
    await page.waitForSelector('[data-screen="camera-in_use"]');
    await change(page, { interrupted: false });
    await page.getByRole('button', { name: WORDS.en.tryAgain }).click();
    await page.waitForSelector('.shutter[aria-disabled="false"]');
    await page.context().close();
  });
});

describe('a browser with what Safari on a phone has', () => {
  it('takes the picture itself and records a video, and gives back the memory of every frame', async () => {
    await fixture.camera.show(fixture.front, LENS.desktop);
    const page = await fixture.newPage();
    await page.addInitScript(() => {
      for (const missing of [
        'ImageCapture',
        'BarcodeDetector',
        'OffscreenCanvas',
        'VideoFrame',
        'MediaStreamTrackProcessor',
      ])
        Reflect.deleteProperty(window, missing);
      for (const missing of ['vibrate', 'connection', 'permissions'])
        Reflect.deleteProperty(Navigator.prototype, missing);
      Reflect.deleteProperty(URL, 'canParse');
      Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
      Reflect.deleteProperty(MediaStreamTrack.prototype, 'getCapabilities');
      const { isTypeSupported } = MediaRecorder;
      MediaRecorder.isTypeSupported = (type) =>
        type.startsWith('video/mp4') && isTypeSupported.call(MediaRecorder, type);
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function (this: HTMLVideoElement) {
        return this.muted && this.playsInline
          ? play.call(this)
          : Promise.reject(new DOMException('only muted and in place', 'NotAllowedError'));
      };
      const encoded: HTMLCanvasElement[] = [];
      Object.assign(window, { encoded });
      const { toBlob } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.toBlob = function (this: HTMLCanvasElement, ...args) {
        encoded.push(this);
        return toBlob.apply(this, args);
      };
    });
    await comeToFirstStep(page, (await fixture.order()).url, WORDS.en, 'passport');
    await page.getByRole('button', { name: WORDS.en.open }).click();
    await page.waitForSelector('[data-screen="preview"]');
    await page.getByRole('button', { name: WORDS.en.use }).click();
    await page.waitForSelector('[data-screen="reading"]');
    await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
    await page.waitForSelector('[data-screen="step-security_video"]');
    await recordVideo(page, WORDS.en);
    expect(await page.evaluate(() => document.querySelector('video.picture')?.hasAttribute('poster') ?? true)).toBe(
      true,
    );
    await page.getByRole('button', { name: WORDS.en.useVideo }).click();
    await page.waitForSelector('[data-screen="reading"]');
    const sizes = await page.evaluate(() =>
      (window as unknown as { encoded: HTMLCanvasElement[] }).encoded.map(({ width }) => width),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(new Set(sizes)).toEqual(new Set([0]));
    await page.context().close();
  });
});
