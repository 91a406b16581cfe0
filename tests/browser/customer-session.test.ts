import { toPublishedLanguage } from '@reident/domain';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { LIMITS } from '@reident/platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { type BrowserFixture, comeToConfirm, openBrowserFixture, PICTURES_ONLY } from './customer-fixture.ts';
import {
  arriveAt,
  arriveAtInBoth,
  comeToFirstStep,
  DESKTOP,
  drawWall,
  expectAccessible,
  keepAs,
  keepScreen,
  PHONE,
  WORDS,
} from './customer-steps.ts';

const { de, en } = CAPTURE_MESSAGES;

const BACK = { success: 'https://partner.example/done', failure: 'https://partner.example/stopped' };

/** The server without its worker: how long the reading takes is said by the clock of the sandbox. */
let fixture: BrowserFixture;

beforeAll(async () => {
  // A name of its own: a link to 127.0.0.1 is not handed over to a phone.
  const port = await freePort();
  fixture = await openBrowserFixture({
    env: {
      REIDENT_ROLE: 'api',
      REIDENT_PORT: String(port),
      REIDENT_PUBLIC_URL: `http://reident.localhost:${port}`,
    },
    settings: { ...PICTURES_ONLY, returnUrls: BACK },
  });
});

afterAll(() => fixture?.close());

async function newPage(size = PHONE): Promise<Page> {
  const page = await fixture.newPage({ size });
  await page
    .context()
    .route('https://partner.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>The partner</title>' }),
    );
  return page;
}

describe('after the last picture', () => {
  it('the customer sees how the pictures are read, waits no longer than said, and goes back to the partner when ready', async () => {
    const page = await newPage();
    await comeToConfirm(fixture, page, (await fixture.order()).url, WORDS.en);
    await page.getByRole('button', { name: WORDS.en.send }).click();
    await arriveAt(page, 'checking', keepAs('en-phone'));
    await page.getByText(en.checking.progress(0, 3)).waitFor();
    expect(await page.getByRole('button', { name: en.cancel }).count()).toBe(0);
    await fixture.passTime(`PT${LIMITS.checkingSeconds + 1}S`);
    await arriveAt(page, 'end', null);
    await page.getByText(/Returning in \d s/).waitFor();
    await page.getByRole('button', { name: en.end.stay }).click();
    await page.getByText(/Returning in/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: en.end.back }).click();
    await page.waitForURL(BACK.success);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('whoever quits is taken back by the page itself, to the other address', async () => {
    const page = await newPage();
    await comeToFirstStep(page, (await fixture.order()).url);
    await page.getByRole('button', { name: en.cancel }).click();
    await page.getByRole('radio', { name: en.quitReasons.USER_CANCELLATION_IDENTIFY_LATER }).check();
    await page.getByRole('button', { name: en.quit.leave }).click();
    await page.waitForSelector('[data-screen="quit"]');
    await page.waitForURL(BACK.failure);
    await page.context().close();
  });
});

describe('the time of a session', () => {
  it.each(['en', 'de'] as const)('runs out with a warning and a way to go on, in %s [CAP-4]', async (language) => {
    const { time } = CAPTURE_MESSAGES[language];
    const page = await newPage();
    await page.clock.install();
    await comeToFirstStep(page, (await fixture.order(toPublishedLanguage(language))).url, WORDS[language]);
    const minutesPass = async (minutes: number) => {
      await fixture.passTime(`PT${minutes}M`);
      await page.clock.fastForward(minutes * 60_000);
    };
    await minutesPass(12);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await minutesPass(1);
    await page.getByRole('alertdialog', { name: time.heading }).waitFor();
    await expectAccessible(page, 'the warning');
    const keep = keepAs(`${language}-phone`);
    if (keep) await keepScreen(page, 'time', keep);
    await page.getByRole('button', { name: time.goOn }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await minutesPass(12);
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.reload();
    await page.waitForSelector('[data-screen="step-document_front"]');
    await minutesPass(3);
    await page.getByRole('alertdialog', { name: time.endHeading }).waitFor();
    await page.getByRole('button', { name: time.understood }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is counted by the clock on the wall, also while a locked phone stops the timers of the page', async () => {
    const page = await newPage();
    await page.clock.install();
    await comeToFirstStep(page, (await fixture.order()).url);
    await page.clock.setSystemTime(new Date(Date.now() + 13 * 60_000));
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('alertdialog', { name: en.time.heading }).waitFor();
    await page.context().close();
  });
});

describe('a camera that is left', () => {
  /** The page is out of sight: another app, a call, the locked phone. */
  async function lookElsewhere(page: Page): Promise<void> {
    await page.evaluate(() => {
      let state = 'hidden';
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
      state = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  it('begins its step again; the third time the session ends, says why, and the link opens again [CAP-11]', async () => {
    await fixture.camera.show(await drawWall());
    const page = await newPage();
    const { url } = await fixture.order();
    await comeToFirstStep(page, url);
    for (let time = 1; time <= LIMITS.interruptions; time += 1) {
      await page.waitForSelector('[data-screen="step-document_front"]');
      await page.getByRole('button', { name: WORDS.en.open }).click();
      await page.waitForSelector('[data-screen="camera"]');
      const told = page.waitForResponse('**/capture/api/interrupted');
      await lookElsewhere(page);
      await told;
    }
    await arriveAtInBoth(page, 'lost-interrupted', 'en-phone');
    await page.context().clearCookies();
    await comeToFirstStep(page, url);
    await page.context().close();
  });

  it('a sixth session is not begun, and the page says whom to ask [CAP-4]', async () => {
    const { url } = await fixture.order();
    for (let attempt = 0; attempt < LIMITS.attemptsPerIdentification; attempt += 1) {
      await fetch(url.replace('reident.localhost', '127.0.0.1'), { method: 'POST', redirect: 'manual' });
    }
    const page = await newPage();
    await page.goto(url);
    await page.fill('#phone', '+15550101');
    await page.check('#terms');
    await page.check('#biometrics');
    await page.getByRole('button', { name: WORDS.en.begin }).click();
    await arriveAtInBoth(page, 'lost-too_many_attempts', 'en-phone');
    await page.context().close();
  });
});

describe('from the computer to the phone', () => {
  it('the link can be copied, or shared where the computer can, and never says how the page was opened', async () => {
    const { url } = await fixture.order();
    const computer = await newPage(DESKTOP);
    await computer.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
    // Chromium shares on some systems only; what the page asks for is the question here.
    await computer.addInitScript(() => {
      const shared: ShareData[] = [];
      Object.assign(window, { shared });
      navigator.share = async (data = {}) => void shared.push(data);
    });
    await computer.goto(`${url}?in=tab`);
    await computer.getByRole('button', { name: en.handOver.copy }).click();
    await computer.getByText(en.handOver.copied).waitFor();
    expect(await computer.evaluate(() => navigator.clipboard.readText())).toBe(url);
    await computer.getByRole('button', { name: en.handOver.share }).click();
    const shared = await computer.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
    expect(shared).toEqual([{ title: en.title, url }]);
    await arriveAt(computer, 'start-link', null);
    await computer.context().close();
  });

  it('where nothing may be copied the link stands there, selected; where nothing can be shared nothing offers it', async () => {
    const { url } = await fixture.order('DE');
    const computer = await newPage(DESKTOP);
    await computer.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'share');
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await computer.goto(url);
    await computer.getByRole('button', { name: de.handOver.copy }).click();
    const field = computer.getByLabel(de.handOver.link);
    await field.waitFor();
    expect(await field.inputValue()).toBe(url);
    await expect.poll(() => computer.evaluate(() => getSelection()?.toString())).toBe(url);
    expect(await computer.getByRole('button', { name: de.handOver.share }).count()).toBe(0);
    await expectAccessible(computer, 'the way over to a phone');
    await computer.context().close();
  });

  it('the computer shows how far the phone is, can take over, and is done when the phone is [CAP-4]', async () => {
    const { url } = await fixture.order();
    const [computer, phone] = [await newPage(DESKTOP), await newPage()];
    await computer.goto(url);
    await computer.getByRole('img', { name: en.handOver.code }).waitFor();
    await comeToFirstStep(phone, url);
    await computer.getByText(en.handOver.there(en.steps.document_front.name)).waitFor();
    await arriveAt(computer, 'start-link', keepAs('en-desktop-hand-over'));

    await comeToFirstStep(computer, url);
    await phone.getByRole('button', { name: en.confirm.otherDocument }).click();
    await arriveAt(phone, 'lost-taken_over', null);

    await computer.context().clearCookies();
    await computer.goto(url);
    await comeToConfirm(fixture, phone, url, WORDS.en);
    await computer.getByText(en.handOver.there(en.handOver.places.confirm)).waitFor();
    await phone.getByRole('button', { name: WORDS.en.send }).click();
    await computer.waitForSelector('[data-screen="end"]');
    await Promise.all([computer.context().close(), phone.context().close()]);
  });
});
