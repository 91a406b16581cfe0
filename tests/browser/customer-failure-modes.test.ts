import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { listCaptures } from '@reident/store';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import {
  afterReading,
  arriveAt,
  arriveAtInBoth,
  comeToFirstStep,
  expectAccessible,
  identificationOf,
  keepAs,
  keepScreen,
  takePicture,
  WORDS,
} from './customer-steps.ts';

const { de, en } = CAPTURE_MESSAGES;

const words = WORDS.en;
const keep = keepAs('en-phone');

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture?.close());

/** The engine reads real pictures here, on whatever machine this is. */
async function chooseFile(page: Page, buffer: Buffer, mimeType = 'image/jpeg'): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: 'picture.jpg', mimeType, buffer });
}

describe('a camera that does not work', () => {
  it('because it was not allowed: says what to do', async () => {
    const denying = await launchChromium({ camera: 'deny' });
    try {
      const page = await fixture.newPage({ browser: denying, permissions: [] });
      await comeToFirstStep(page, (await fixture.order()).url);
      await page.getByRole('button', { name: words.open }).click();
      await page.waitForSelector('[data-screen="camera-denied"]');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await arriveAtInBoth(page, 'camera-denied', 'en-phone');
    } finally {
      await denying.close();
    }
  });

  it('because it was not allowed: goes on by itself as soon as it is, without a reload', async () => {
    const page = await fixture.newPage({ permissions: [] });
    // This browser always says yes, whatever the permission; so the page is told no for as long as it is not granted.
    await page.addInitScript(() => {
      const media = navigator.mediaDevices;
      const open = media.getUserMedia.bind(media);
      media.getUserMedia = async (constraints) => {
        const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
        if (state !== 'granted') throw new DOMException('not allowed', 'NotAllowedError');
        return open(constraints);
      };
    });
    await comeToFirstStep(page, (await fixture.order()).url);
    await page.getByRole('button', { name: words.open }).click();
    await page.waitForSelector('[data-screen="camera-denied"]');
    await page.context().grantPermissions(['camera'], { origin: fixture.reident.url });
    await page.waitForSelector('.shutter[aria-disabled="false"]');
    await page.context().close();
  });

  it('because there is none: the customer goes on with a file, and it is marked as one [CAP-6]', async () => {
    const without = await launchChromium({ camera: 'none' });
    try {
      const page = await fixture.newPage({ browser: without });
      const ordered = await fixture.order();
      await comeToFirstStep(page, ordered.url);
      await page.getByRole('button', { name: words.open }).click();
      await arriveAtInBoth(page, 'camera-missing', 'en-phone');
      await chooseFile(page, fixture.front);
      await page.getByRole('button', { name: words.use }).click();
      expect(await afterReading(page)).toBe('step-document_back');
      const { database } = fixture.reident.platform;
      const captures = await database.inTenant(fixture.reident.tenant.id, (tx) => listCaptures(tx, ordered.id));
      expect(captures.map(({ source }) => source)).toEqual(['file']);
    } finally {
      await without.close();
    }
  });

  it('because its picture stays black: takes no picture and says so', async () => {
    await fixture.camera.show(
      await sharp({ create: { width: 64, height: 36, channels: 3, background: '#000' } })
        .jpeg()
        .toBuffer(),
    );
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    // The page itself looks out for the button: the camera is open only until it has been black for long enough.
    const atFirst = page.waitForFunction(() => document.querySelector('.shutter')?.getAttribute('aria-disabled'));
    await page.getByRole('button', { name: words.open }).click();
    expect(await (await atFirst).jsonValue()).toBe('true');
    await arriveAtInBoth(page, 'camera-blank', 'en-phone');
    await fixture.camera.show(fixture.front);
    await page.context().close();
  });
});

describe('a picture that cannot be used', () => {
  it('comes back with the published reason in words; the second one may be used anyway', async () => {
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await fixture.camera.show(await sharp(fixture.front).blur(14).jpeg().toBuffer());
    const takeAndWait = async () => {
      await takePicture(page, words);
      await page.waitForSelector('[data-screen="reading"], [data-screen="feedback"]');
    };
    await takeAndWait();
    expect(await afterReading(page)).toBe('feedback');
    await arriveAtInBoth(page, 'feedback', 'en-phone');
    expect(await page.getByRole('button', { name: words.anyway }).count()).toBe(0);
    await page.getByRole('button', { name: words.again }).click();
    await takeAndWait();
    expect(await afterReading(page)).toBe('feedback');
    await page.getByRole('button', { name: words.anyway }).click();
    await page.waitForSelector('[data-screen="step-document_back"]');
    await fixture.camera.show(fixture.front);
    await page.context().close();
  });

  it('because the file is none is refused before it is sent', async () => {
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await chooseFile(page, Buffer.from('not a picture'));
    await page.getByText(en.errors.picture_type).waitFor();
    expect(await page.getAttribute('[data-screen]', 'data-screen')).toBe('step-document_front');
    await page.context().close();
  });
});

describe('nobody gets stuck', () => {
  it('a reload, a second tab and the back button all lead to where the customer was', async () => {
    const page = await fixture.newPage();
    const { url } = await fixture.order();
    await comeToFirstStep(page, url);
    await page.reload();
    await page.waitForSelector('[data-screen="step-document_front"]');
    const tab = await page.context().newPage();
    await tab.goto(url);
    await tab.waitForSelector('[data-screen="step-document_front"]');
    await page.getByRole('button', { name: words.open }).click();
    await page.waitForSelector('[data-screen="camera"]');
    await page.goBack();
    await page.waitForSelector('[data-screen="step-document_front"]');
    await page.context().close();
  });

  it('going on with another device ends the first one, which says so [CAP-4]', async () => {
    const { url } = await fixture.order();
    const [first, second] = [await fixture.newPage(), await fixture.newPage()];
    await comeToFirstStep(first, url);
    await comeToFirstStep(second, url);
    await chooseFile(first, fixture.front);
    await first.getByRole('button', { name: words.use }).click();
    await arriveAtInBoth(first, 'lost-taken_over', 'en-phone');
    await first.context().close();
    await second.context().close();
  });

  it('a lost network during the sending costs nothing: the picture arrives once, when it is back [CAP-11]', async () => {
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await chooseFile(page, fixture.front);
    let lost = 0;
    await page.route('**/capture/api/upload', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      lost += 1;
      // The first time the picture never arrives; the second time it does, and only the answer is lost.
      if (lost === 2) await route.fetch();
      if (lost <= 2) await route.abort('internetdisconnected');
      else await route.continue();
    });
    await page.getByRole('button', { name: words.use }).click();
    expect(await afterReading(page)).toBe('step-document_back');
    // The lost answer is not asked for by sending again: the page asks how much has arrived, and all has.
    expect(lost).toBe(2);
    await page.context().close();
  });

  it('a double tap is one tap', async () => {
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await chooseFile(page, fixture.front);
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/upload') && request.method() === 'POST') sent += 1;
    });
    await page.getByRole('button', { name: words.use }).dblclick();
    await afterReading(page);
    expect(sent).toBe(1);
    await page.context().close();
  });

  it('quitting asks why, leads to aborted, and the same link opens again', async () => {
    const page = await fixture.newPage();
    const ordered = await fixture.order();
    await comeToFirstStep(page, ordered.url);
    await page.getByRole('button', { name: en.cancel }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'the quit dialog');
    if (keep) await keepScreen(page, 'quit-dialog', keep);
    await page.getByRole('button', { name: en.quit.leave }).click();
    await page.getByText(en.quit.missing).waitFor();
    await page.getByRole('radio', { name: en.quitReasons.USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE }).check();
    await page.getByRole('button', { name: en.quit.leave }).click();
    await arriveAtInBoth(page, 'quit', 'en-phone');
    const { status, failure_reason } = await identificationOf(fixture.reident, ordered);
    expect([status, failure_reason]).toEqual(['aborted', 'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE']);
    await comeToFirstStep(page, ordered.url);
    await page.context().close();
  });

  it('a link that leads nowhere and a session that is gone each say what to do', async () => {
    const { url, reference } = await fixture.order();
    const page = await fixture.newPage();
    await page.goto(`${url.slice(0, -4)}AAAA`);
    await arriveAtInBoth(page, 'gone', 'en-phone');
    await page.goto(url.replace(/\/[^/]+$/, ''));
    await arriveAtInBoth(page, 'start-again', 'en-phone');
    await page.goto(`${fixture.reident.url}/${fixture.reident.tenant.company}`);
    await arriveAtInBoth(page, 'start-reference', 'en-phone');
    const send = page.getByRole('button', { name: en.entry.send });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await page.fill('#reference', reference.toLowerCase().replace('-', ''));
    expect(await page.inputValue('#reference')).toBe(reference);
    expect(await send.getAttribute('aria-disabled')).toBe('false');
    await page.fill('#phone', '+15550101');
    await page.check('#terms');
    await page.check('#biometrics');
    await send.click();
    await arriveAt(page, 'code', null);
    await page.fill('#code', (await page.getByTestId('sandbox-code').textContent()) ?? '');
    await page.getByRole('button', { name: words.confirm }).click();
    await page.waitForSelector('[data-screen="introduction"]');
    await page.context().close();
  });
});

describe('everyone can do it', () => {
  it('with the keyboard alone, from the link to the camera', async () => {
    const page = await fixture.newPage();
    await page.goto((await fixture.order()).url);
    await page.waitForSelector('[data-screen="start-link"]');
    await page.focus('#phone');
    await page.keyboard.type('+15550101');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    // Past who sees the answers, which opens by a key but is in nobody's way.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="code"]');
    const code = (await page.getByTestId('sandbox-code').textContent()) ?? '';
    await page.keyboard.press('Tab');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="introduction"]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="document"]');
    await page.focus('#identity_card');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-screen="step-document_front"]');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en.steps.document_front.heading);
    await page.context().close();
  });

  it('in the other language at a touch, in the middle of the journey', async () => {
    const page = await fixture.newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await page.getByRole('button', { name: de.languageName }).click();
    await page.getByRole('heading', { name: de.steps.document_front.heading }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.reload();
    await page.getByRole('heading', { name: de.steps.document_front.heading }).waitFor();
    await page.context().close();
  });
});
