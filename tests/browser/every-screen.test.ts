import type { Language, PublishedLanguage } from '@reident/domain';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAMERA_FAILURES } from '../../apps/capture/page/camera/camera-failures.ts';
import type { CaptureState } from '../../apps/capture/shared/protocol.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import { DESKTOP, drawWall, expectAccessible, keepAs, keepScreen, PHONE, WORDS } from './customer-steps.ts';
import { EVERY_STEP, FakeSession } from './fake-session.ts';
import { flawsOf } from './flaws.ts';

/** Every screen of the customer's pages, drawn from made-up answers of the server: for looks and axe, not for the way through them. */
let fixture: BrowserFixture;
let addresses: Record<Language, { link: string; clean: string }>;

beforeAll(async () => {
  fixture = await openBrowserFixture({ env: { REIDENT_ROLE: 'api' } });
  // Nothing that would take a picture of itself while it is looked at.
  await fixture.camera.show(await drawWall());
  const address = async (language: PublishedLanguage) => {
    const { url } = await fixture.order(language);
    return { link: url, clean: url.replace(/\/[^/]+$/, '') };
  };
  addresses = { de: await address('DE'), en: await address('EN') };
});

afterAll(() => fixture?.close());

interface Shape {
  name: string;
  size: { width: number; height: number };
  /** Device pixels of a CSS pixel. */
  scale: number;
  /** Size of the root's text. */
  text: '100%' | '200%';
}

// biome-ignore format: a table
const SHAPES: readonly Shape[] = [
  // A browser that zooms to 200 % has half the CSS pixels, each of twice as many device pixels.
  { name: 'a computer, zoomed to 200 %',       size: half(DESKTOP),  scale: 2,  text: '100%' },
  { name: 'a phone, zoomed to 200 %',          size: half(PHONE),    scale: 4,  text: '100%' },
  { name: 'a phone with text of twice the size', size: PHONE,        scale: 1,  text: '200%' },
];

function half({ width, height }: Shape['size']): Shape['size'] {
  return { width: Math.floor(width / 2), height: Math.floor(height / 2) };
}

/** Comes to every screen, one after the other, and tells its name when it stands there. */
async function walk(page: Page, language: Language, see: (screen: string) => Promise<void>): Promise<void> {
  const { link, clean } = addresses[language];
  const words = WORDS[language];
  await page.goto(link);
  await page.waitForSelector('[data-screen="start-link"]');
  await page.getByRole('button', { name: words.begin }).click();
  await see('start-link');
  await page.goto(`${fixture.reident.url}/${fixture.reident.tenant.company}/`);
  await page.waitForSelector('[data-screen="start-reference"]');
  await see('start-reference');
  await page.goto(`${link}x`);
  await page.waitForSelector('[data-screen="gone"]');
  await see('gone');

  const fake = await FakeSession.open(page, clean, language);
  for (const why of [
    'no_session',
    'session_over',
    'taken_over',
    'closed',
    'interrupted',
    'too_many_attempts',
    'code_locked',
  ]) {
    const screen = why === 'no_session' ? 'start-again' : `lost-${why}`;
    await fake.lose(why, screen);
    await see(screen);
  }

  const screen = <Id extends string>(id: Id) => ({ id }) as never;
  await fake.draw({ screen: screen('code'), phone: '••• 5678', sandboxCode: '123456', resendInSeconds: 30 });
  await page.getByRole('button', { name: words.confirm }).click();
  await see('code');
  const asks = { securityVideo: true, proofOfAddress: true, liveness: true };
  await fake.draw({ screen: screen('introduction'), asks });
  await see('introduction');
  fake.goOffline(true);
  await page.getByRole('button', { name: words.ready }).click();
  await page.locator('.error-message p').waitFor();
  await see('offline');
  fake.goOffline(false);
  await fake.draw({ screen: screen('document') });
  await page.getByRole('button', { name: words.next }).click();
  await see('document');
  const proof = { type: null, issuedAt: null, months: 12, mayBeOnDocument: true };
  await fake.draw({ screen: screen('proof'), proof });
  await page.getByRole('button', { name: words.next }).click();
  await see('proof');

  for (const { id } of EVERY_STEP) {
    const steps = EVERY_STEP.map((each, at) => ({ ...each, done: at < EVERY_STEP.findIndex((one) => one.id === id) }));
    await fake.draw({ screen: { id: 'capture', step: id }, steps, unfinished: id });
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    await see(`step-${id}`);
  }

  await fake.draw({ screen: { id: 'capture', step: 'document_front' } });
  for (const failure of [
    'NotAllowedError',
    'NotFoundError',
    'NotReadableError',
    'NotSupportedError',
    'TimeoutError',
    'Blank',
  ] as const) {
    await page.evaluate((name) => Object.assign(window, { cameraFails: name }), failure);
    await page
      .getByRole('button', { name: words.open })
      .or(page.getByRole('button', { name: words.tryAgain }))
      .click();
    await page.waitForSelector(`[data-screen="camera-${CAMERA_FAILURES[failure]}"]`);
    await see(`camera-${CAMERA_FAILURES[failure]}`);
  }
  await page.evaluate(() => Object.assign(window, { cameraFails: null }));
  await page.getByRole('button', { name: words.tryAgain }).click();
  await page.waitForSelector('.shutter[aria-disabled="false"]');
  await see('camera');
  await page.getByRole('button', { name: words.shutter }).press('Enter');
  await page.waitForSelector('[data-screen="preview"]');
  await see('preview');
  await fake.draw({ screen: { id: 'reading', step: 'document_front' } });
  await see('reading');
  for (const reason of ['ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD', 'SELFIE_PERSPECTIVE', 'ID_NOT_SUPPORTED']) {
    const steps = [...EVERY_STEP];
    await fake.draw({ screen: { id: 'feedback', step: 'security_video', reason, mayKeep: true }, steps });
    await see(`feedback for ${reason}`);
  }
  await fake.draw({ screen: { id: 'capture', step: 'liveness' } });
  await page.getByRole('button', { name: words.open }).click();
  await page.waitForSelector('.wide.start[aria-disabled="false"]');
  await see('recording');
  await page.getByRole('button', { name: words.startVideo }).click();
  await page.waitForSelector('[data-prompt]');
  await see('recording that runs');
  await page.keyboard.press('Escape');

  const read = {
    name: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF, HUBERT',
    birthDate: '1983-08-12',
    expiryDate: null,
    documentNumber: '••• 0RC',
  };
  const steps = EVERY_STEP.map((each) => ({ ...each, done: true }));
  const quitReasons: CaptureState['quitReasons'] = [
    'USER_CANCELLATION_IDENTIFY_LATER',
    'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE',
    'USER_CANCELLATION_INCORRECT_PHONE_NUMBER',
  ];
  await fake.draw({ screen: screen('confirm'), steps, read, quitReasons });
  await see('confirm');
  await page.getByRole('button', { name: words.cancel }).click();
  await page.locator('dialog[open]').waitFor();
  await page.locator('dialog .button.quiet').click();
  await see('the question whether to cancel');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  for (const [name, timeLeft] of [
    ['the question whether somebody is there', { idle: 120, total: 900, warn: 120 }],
    ['the last two minutes', { idle: 900, total: 120, warn: 120 }],
  ] as const) {
    await fake.draw({ screen: screen('confirm'), steps, read, timeLeft });
    await page.locator('dialog[open]').waitFor();
    await see(name);
    await fake.draw({ screen: screen('confirm'), steps, read, timeLeft: null });
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
  await fake.draw({ screen: { id: 'checking', read: 2, of: 7 } });
  await see('checking');
  await fake.draw({ screen: screen('end'), returnUrl: 'https://partner.example/back' });
  await see('end');

  await fake.draw({ screen: screen('introduction'), asks, quitReasons });
  await page.getByRole('button', { name: words.cancel }).click();
  await page.getByRole('radio').first().check();
  await page.locator('dialog .button.quiet').click();
  await page.waitForSelector('[data-screen="quit"]');
  await see('quit');
  await page.reload();
  await page.waitForSelector('[data-screen="introduction"]');
  await page.evaluate(() => Reflect.deleteProperty(Intl, 'DisplayNames'));
  await fake.draw({ screen: screen('document') }, 'failed');
  await see('failed');
}

async function newPage(language: Language): Promise<Page> {
  const page = await fixture.newPage({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const { cameraFails } = window as { cameraFails?: string | null };
      if (!cameraFails) return open(constraints);
      throw new DOMException('', cameraFails);
    };
  });
  return page;
}

/** Zooms as the browser does it, which Playwright cannot in the middle of a page. */
async function zoomTo(devtools: CDPSession, page: Page, { size, scale, text }: Omit<Shape, 'name'>): Promise<void> {
  await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false });
  await page.evaluate((wanted) => {
    document.documentElement.style.fontSize = wanted;
  }, text);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}

describe('every screen', () => {
  it.each(['de', 'en'] as const)(
    'in %s is without an axe finding; at 200 % nothing is cut off, lies over something else, or has to be scrolled sideways',
    async (language) => {
      const page = await newPage(language);
      const devtools = await page.context().newCDPSession(page);
      const keep = keepAs(`${language}-phone`);
      const seen: string[] = [];
      const flaws: string[] = [];
      await walk(page, language, async (screen) => {
        seen.push(screen);
        await expectAccessible(page, screen);
        if (keep !== null && KEPT.has(screen)) await keepScreen(page, screen, keep);
        for (const { name, ...shape } of SHAPES) {
          await zoomTo(devtools, page, shape);
          flaws.push(...(await flawsOf(page)).map((flaw) => `${screen}, ${name}: ${flaw}`));
        }
        await zoomTo(devtools, page, { size: PHONE, scale: 1, text: '100%' });
      });
      expect(flaws).toEqual([]);
      expect(seen.length).toBeGreaterThan(40);
      await page.context().close();
    },
  );
});

/** Screens that no walk in both languages comes to. */
const KEPT: ReadonlySet<string> = new Set(['failed']);
