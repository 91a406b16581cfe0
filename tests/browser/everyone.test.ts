import { toPublishedLanguage } from '@reident/domain';
import { LIMITS } from '@reident/platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFixture, EVERYTHING, openBrowserFixture } from './customer-fixture.ts';
import { expectAccessible, keepAs, keepScreen, WORDS, type Words } from './customer-steps.ts';

/**
 * Everyone can do it: the whole way with the keyboard alone, in shapes that few people test. No worker reads here; how long the
 * reading takes is said by the clock of the sandbox.
 */
let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture(EVERYTHING);
});

afterAll(() => fixture?.close());

// biome-ignore format: a table
const SHAPES = [
  // language  shape         CSS pixels                       what it stands for
  ['en',      'landscape',  { width: 844, height: 390 }],  // a phone that lies
  ['de',      'zoomed',     { width: 320, height: 568 }],  // a phone at 200 %, or a computer at 400 % [WCAG 1.4.10]
] as const;

describe('the whole way with the keyboard alone, with reduced motion', () => {
  it.each(SHAPES)(
    'in %s, %s: no screen scrolls sideways, has a target below 44 px, moves, or has an axe finding',
    async (language, shape, size) => {
      const words = WORDS[language];
      const page = await fixture.newPage({ size, locale: language === 'de' ? 'de-DE' : 'en-GB' });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const arrive = async (screen: string) => {
        await page.waitForSelector(`[data-screen="${screen}"]`);
        await expectFits(page, screen);
        const keep = keepAs(`${language}-${shape}`);
        if (keep && KEPT.has(screen)) await keepScreen(page, screen, keep);
      };
      const press = async (name: string | RegExp) => {
        await tabTo(page, name);
        await page.keyboard.press('Enter');
      };
      const passReading = async () => {
        await arrive('reading');
        await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
      };

      await page.goto((await fixture.order(toPublishedLanguage(language))).url);
      await arrive('start-link');
      await tabTo(page, '#phone');
      await page.keyboard.type('+15550101');
      for (const box of ['#terms', '#biometrics']) {
        await tabTo(page, box);
        await page.keyboard.press('Space');
      }
      await press(words.begin);
      await arrive('code');
      await tabTo(page, '#code');
      await page.keyboard.type((await page.getByTestId('sandbox-code').textContent()) ?? '');
      await page.keyboard.press('Enter');
      await arrive('introduction');
      await press(words.ready);
      await arrive('document');
      await tabTo(page, '#identity_card');
      await page.keyboard.press('ArrowDown');
      await press(words.next);

      await arrive('step-document_data_page');
      await takeByKey(page, words, arrive);
      await press(words.use);
      await passReading();
      await arrive('step-security_video');
      await recordByKey(page, words, arrive);
      await press(words.useVideo);
      await passReading();
      await arrive('proof');
      await tabTo(page, '#proof-type');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, '#proof-date');
      await page.keyboard.type(twinDay());
      await press(words.next);
      await arrive('step-proof_of_address');
      await takeByKey(page, words, arrive);
      await press(words.use);
      await passReading();
      await arrive('step-selfie');
      await takeByKey(page, words, arrive);
      await press(words.use);
      await passReading();
      await arrive('step-liveness');
      await recordByKey(page, words, arrive);
      await press(words.useVideo);
      await passReading();

      await arrive('confirm');
      await press(words.cancel);
      await page.getByRole('dialog').waitFor();
      await expectFits(page, 'the quit dialog');
      await page.keyboard.press('Escape');
      await page
        .getByRole('dialog')
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
      await press(words.send);
      await arrive('checking');
      await fixture.passTime(`PT${LIMITS.checkingSeconds + 1}S`);
      await arrive('end');
      await page.context().close();
    },
  );
});

/** The last day whose number is that of its month, as digits: whichever of them the browser's own language puts first. */
function twinDay(): string {
  const today = new Date();
  const month = today.getUTCMonth() + (today.getUTCDate() > today.getUTCMonth() ? 1 : 0);
  const twin = String(month).padStart(2, '0');
  return `${twin}${twin}${today.getUTCFullYear()}`;
}

/** Screens whose shape is worth a look. */
const KEPT: ReadonlySet<string> = new Set(['start-link', 'document', 'camera', 'recording', 'confirm', 'proof']);

/** Tabs until the focus is on the field of that id, or on the button of that name. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const { id, name } = await page.evaluate(() => {
      const active = document.activeElement;
      const label = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
      return { id: active?.id ?? '', name: label.trim() };
    });
    seen.push(id ? `#${id}` : name.slice(0, 30));
    const found =
      wanted instanceof RegExp ? wanted.test(name) : wanted.startsWith('#') ? `#${id}` === wanted : name === wanted;
    if (found) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}; it came by ${seen.join(', ')}`);
}

/** By the shutter, unless the picture takes itself first. */
async function takeByKey(page: Page, words: Words, arrive: (screen: string) => Promise<void>): Promise<void> {
  await tabTo(page, words.open);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-screen="camera"], [data-screen="preview"]');
  if (await page.$('[data-screen="camera"]')) await expectInView(page);
  await page.waitForSelector('.shutter[aria-disabled="false"], [data-screen="preview"]');
  if (await page.$('[data-screen="camera"]')) {
    await tabTo(page, words.shutter).catch(() => undefined);
    if (await page.$('[data-screen="camera"]')) await page.keyboard.press('Enter');
  }
  await arrive('preview');
}

async function recordByKey(page: Page, words: Words, arrive: (screen: string) => Promise<void>): Promise<void> {
  await tabTo(page, words.open);
  await page.keyboard.press('Enter');
  await recordOpened(page, words, arrive);
}

async function recordOpened(page: Page, words: Words, arrive: (screen: string) => Promise<void>): Promise<void> {
  await arrive('recording');
  await expectInView(page);
  await page.waitForSelector('.wide.start[aria-disabled="false"]');
  await tabTo(page, words.startVideo);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-prompt], [data-screen="preview"], [data-screen="camera-slow"]');
  await expectInView(page);
  await page.waitForSelector('[data-screen="preview"], [data-screen="camera-slow"]');
  if (await page.$('[data-screen="preview"]')) return arrive('preview');
  // A machine so busy that it could not keep up: as the page says, once more.
  await tabTo(page, words.tryAgain);
  await page.keyboard.press('Enter');
  await recordOpened(page, words, arrive);
}

/** Nothing that belongs to the camera lies outside what can be seen: there is nothing to scroll there. */
async function expectInView(page: Page): Promise<void> {
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('.camera h1, .camera .live, .camera .guidance, .camera .prompt, .camera button')]
      .filter((part) => {
        const { left, top, right, bottom, width } = part.getBoundingClientRect();
        return width > 0 && (left < -1 || top < -1 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1);
      })
      .map((part) => `${part.tagName} ${part.className} ${JSON.stringify(part.getBoundingClientRect())}`),
  );
  expect(outside).toEqual([]);
}

async function expectFits(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const targets = [...document.querySelectorAll('button, a, select, summary, input:not([type=file])')];
    const small = targets
      .map((target) => target.closest('label') ?? target)
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && target.checkVisibility({ visibilityProperty: true }) && (width < 44 || height < 44);
      });
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((animation) => (animation as CSSAnimation).animationName ?? 'a transition');
    return {
      sideways: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      small: small.map((target) => target.outerHTML.slice(0, 120)),
      moving,
    };
  });
  expect(found, where).toEqual({ sideways: 0, small: [], moving: [] });
  await expectAccessible(page, where);
}
