import type { PublishedLanguage } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import { LIMITS } from '@reident/platform';
import { drawSample, type SampleSpec } from '@reident/samples';
import { updateSettings } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import {
  type CameraFile,
  comeToFirstStep,
  makeCameraFile,
  type Ordered,
  orderIdentification,
  PHONE,
  type Words,
} from './customer-steps.ts';

/** One server, one camera and one browser for all tests of a file. */
export interface BrowserFixture {
  reident: TestReident;
  camera: CameraFile;
  browser: Browser;
  /** What lies before the camera at the beginning. */
  front: Buffer;
  order(language?: PublishedLanguage): Promise<Ordered>;
  /** A page of a customer of its own: no cookie is shared with another one. */
  newPage(options?: PageOptions): Promise<Page>;
  /** Moves the time of the sandbox. */
  passTime(advance: string): Promise<void>;
  close(): Promise<void>;
}

interface PageOptions {
  size?: { width: number; height: number };
  locale?: string;
  permissions?: string[];
  browser?: Browser;
}

export interface BrowserFixtureOptions {
  env?: Record<string, string>;
  settings?: Partial<TenantSettings>;
  shows?: Pick<SampleSpec, 'kind' | 'side'>;
}

/** For what is not about recordings: the customer pictures the document and the face, and nothing else is asked for. */
export const PICTURES_ONLY = { askSecurityVideo: false, askLiveness: false } as const;
/** A tenant that asks for every step, and a passport before the camera. The worker is away: the clock of the sandbox says how long reading takes. */
export const EVERYTHING = {
  env: { REIDENT_ROLE: 'api' },
  settings: { askSecurityVideo: true, askLiveness: true, proofOfAddress: 'when_not_shown' },
  shows: { kind: 'passport', side: 'data_page' },
} as const satisfies BrowserFixtureOptions;

export async function openBrowserFixture({
  env = {},
  settings = PICTURES_ONLY,
  shows = { kind: 'identity_card', side: 'front' },
}: BrowserFixtureOptions = {}): Promise<BrowserFixture> {
  const camera = makeCameraFile();
  const front = (await drawSample({ seed: 'e2e', ...shows })).jpeg;
  await camera.show(front);
  const reident = await startTestReident(env);
  await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    updateSettings(tx, settings, { kind: 'system', id: null }),
  );
  const browser = await launchChromium({ cameraFile: camera.path });
  return {
    reident,
    camera,
    browser,
    front,
    order: (language = 'EN') =>
      orderIdentification(reident, language, { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Example' }),
    async newPage({ size = PHONE, locale = 'en-GB', permissions = ['camera'], browser: from = browser } = {}) {
      const context = await from.newContext({ viewport: size, locale, permissions });
      const page = await context.newPage();
      return page;
    },
    async passTime(advance) {
      await reident.call('POST', '/sandbox/clock', { advance });
    },
    async close() {
      await browser.close();
      await reident.stop();
      camera.remove();
    },
  };
}

/** Files for every step; no worker reads them, so the customer goes on when the time for the reading is over. */
export async function comeToConfirm(fixture: BrowserFixture, page: Page, url: string, words: Words): Promise<void> {
  await comeToFirstStep(page, url, words);
  for (const step of ['document_front', 'document_back', 'selfie']) {
    await page.waitForSelector(`[data-screen="step-${step}"]`);
    await page.setInputFiles('input[type=file]', {
      name: 'picture.jpg',
      mimeType: 'image/jpeg',
      buffer: fixture.front,
    });
    await page.getByRole('button', { name: words.use }).click();
    await page.waitForSelector('[data-screen="reading"]');
    await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
  }
  await page.waitForSelector('[data-screen="confirm"]');
}
