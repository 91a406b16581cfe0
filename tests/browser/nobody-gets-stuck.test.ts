import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { listCaptures } from '@reident/store';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import {
  afterReading,
  arriveAt,
  arriveAtInBoth,
  comeToDocumentChoice,
  comeToFirstStep,
  drawWall,
  keepAs,
  keepScreen,
  PHONE,
  releaseShutter,
  WORDS,
} from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** What can go wrong with a device, a browser or a link; `failure-modes.ts` lists all of it. */
const words = WORDS.en;
const keep = keepAs('en-phone');
const LYING = { width: PHONE.height, height: PHONE.width };

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture?.close());

const openCamera = (page: Page) => page.getByRole('button', { name: words.open }).click();

async function comeToCamera(page: Page): Promise<void> {
  await comeToFirstStep(page, (await fixture.order()).url);
  await openCamera(page);
}

describe('a camera that cannot be used as it is', () => {
  it('because another program holds it: says so, and opens as soon as it is free', async () => {
    const page = await fixture.newPage();
    await page.addInitScript(() => {
      const media = navigator.mediaDevices;
      const open = media.getUserMedia.bind(media);
      media.getUserMedia = async (constraints) => {
        if (!('cameraIsFree' in window)) throw new DOMException('Could not start video source', 'NotReadableError');
        return open(constraints);
      };
    });
    await comeToCamera(page);
    await arriveAtInBoth(page, 'camera-in_use', 'en-phone');
    await page.evaluate(() => Object.assign(window, { cameraIsFree: true }));
    await page.getByRole('button', { name: en.tryAgain }).click();
    await releaseShutter(page, words);
    await page.context().close();
  });

  it('because a call takes it away in the middle: says so, and opens again', async () => {
    await fixture.camera.show(await drawWall());
    const page = await fixture.newPage();
    await comeToCamera(page);
    await page.waitForSelector('.shutter[aria-disabled="false"]');
    await page.evaluate(() => {
      const { srcObject } = document.querySelector('video') as HTMLVideoElement;
      for (const track of (srcObject as MediaStream).getTracks()) track.dispatchEvent(new Event('ended'));
    });
    await arriveAt(page, 'camera-in_use', null);
    await page.getByRole('button', { name: en.tryAgain }).click();
    await releaseShutter(page, words);
    await fixture.camera.show(fixture.front);
    await page.context().close();
  });

  it('because the browser opens none at all: says which browsers do, and goes on with a file where that is allowed', async () => {
    const page = await fixture.newPage();
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined, configurable: true }),
    );
    const ordered = await fixture.order();
    await comeToFirstStep(page, ordered.url);
    await openCamera(page);
    await arriveAtInBoth(page, 'camera-unsupported', 'en-phone');
    await page.setInputFiles('input[type=file]', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: fixture.front });
    await page.getByRole('button', { name: words.use }).click();
    expect(await afterReading(page)).toBe('step-document_back');
    await page.context().close();
  });

  it('because it looks the wrong way: says so, and the other one is a touch away', async () => {
    // A computer's window shows nothing that looks like a document.
    await fixture.camera.show(await drawWall());
    const page = await fixture.newPage();
    await page.addInitScript(() => {
      const media = navigator.mediaDevices;
      const asked: unknown[] = [];
      Object.assign(window, { asked });
      const both = [
        { kind: 'videoinput', deviceId: 'to the customer', label: '', groupId: '' },
        { kind: 'videoinput', deviceId: 'away', label: '', groupId: '' },
      ];
      media.enumerateDevices = async () => both as unknown as MediaDeviceInfo[];
      const open = media.getUserMedia.bind(media);
      media.getUserMedia = async ({ video }: MediaStreamConstraints = {}) => {
        const { deviceId } = video as { deviceId?: { exact: string } };
        asked.push(deviceId?.exact ?? null);
        const stream = await open({ video: { width: { ideal: 1280 } } });
        const given = deviceId?.exact ?? 'to the customer';
        const facingMode = given === 'away' ? 'environment' : 'user';
        for (const track of stream.getTracks()) track.getSettings = () => ({ deviceId: given, facingMode });
        return stream;
      };
    });
    await comeToCamera(page);
    await page.waitForSelector('[data-guidance="lens"]');
    await arriveAt(page, 'camera', null);
    if (keep) await keepScreen(page, 'camera-lens', keep);
    await page.getByRole('button', { name: en.camera.turn }).click();
    await page.waitForSelector('[data-guidance="fit"]');
    expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([null, 'away']);
    await fixture.camera.show(fixture.front);
    await page.context().close();
  });

  it('because the phone lies on its side: everything stays in view and in reach, and a document that lies is taken too', async () => {
    await fixture.camera.show(await drawWall());
    const page = await fixture.newPage();
    await comeToCamera(page);
    await page.waitForSelector('.shutter[aria-disabled="false"]');
    await page.setViewportSize(LYING);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.camera h1, .camera .live, .camera .guidance, .camera button')]
        .filter((part) => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          return left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight;
        })
        .map(({ className, tagName }) => `${tagName} ${className}`),
    );
    expect(outside).toEqual([]);
    await page.keyboard.press('Escape');
    await fixture.camera.show(await sharp(fixture.front).rotate(90).jpeg().toBuffer(), { width: 720, height: 1280 });
    await openCamera(page);
    await releaseShutter(page, words);
    await page.getByRole('button', { name: words.use }).click();
    expect(await afterReading(page)).toBe('step-document_back');
    await fixture.camera.show(fixture.front);
    await page.context().close();
  });
});

describe('a browser that is too old', () => {
  it('for the language of the page: says after a while which browsers do, and that the link works on another device', async () => {
    const page = await fixture.newPage();
    await page.route('**/assets/capture/**/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'this is { not a script that it knows' }),
    );
    await page.goto((await fixture.order()).url);
    await page.getByText(en.bare.loading).waitFor({ state: 'visible' });
    await page.context().close();
  });

  it('for something that a screen needs: says so in place of that screen, and nothing is lost', async () => {
    const page = await fixture.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(Intl, 'DisplayNames'));
    await comeToDocumentChoice(page, (await fixture.order()).url, words);
    await arriveAt(page, 'failed', keep);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: en.failed.again }).click()]);
    await page.waitForSelector('[data-screen="failed"]');
    await page.context().close();
  });
});

describe('a tab or a link that ends', () => {
  it('a tab that the phone kills: the same page in a new tab goes on at the same step', async () => {
    const page = await fixture.newPage();
    const ordered = await fixture.order();
    await comeToFirstStep(page, ordered.url);
    await page.setInputFiles('input[type=file]', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: fixture.front });
    await page.getByRole('button', { name: words.use }).click();
    expect(await afterReading(page)).toBe('step-document_back');
    await openCamera(page);
    await page.waitForSelector('[data-screen="camera"]');
    const context = page.context();
    const crashed = page.waitForEvent('crash');
    await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)]);
    const again = await context.newPage();
    await again.goto(ordered.url);
    await again.waitForSelector('[data-screen="step-document_back"]');
    const { database } = fixture.reident.platform;
    const kept = await database.inTenant(fixture.reident.tenant.id, (tx) => listCaptures(tx, ordered.id));
    expect(kept.map(({ step }) => step)).toEqual(['document_front']);
    await context.close();
  });

  it('a browser that forgets the session with the tab: the link begins anew', async () => {
    const page = await fixture.newPage();
    const { url } = await fixture.order();
    await comeToFirstStep(page, url);
    await page.context().clearCookies();
    await comeToFirstStep(page, url);
    await page.context().close();
  });

  it('a link that has run out: says so and whom to ask', async () => {
    const { url } = await fixture.order();
    const page = await fixture.newPage();
    await page.goto(url);
    await page.waitForSelector('[data-screen="start-link"]');
    await fixture.passTime('P15D');
    await page.goto(url);
    await arriveAt(page, 'gone', null);
    await page.getByText(en.gone.help.at(-1)!).waitFor();
    await page.context().close();
  });
});
