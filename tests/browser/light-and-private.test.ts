import { DEFAULT_BRANDING } from '@reident/domain/tenant-settings';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { changeSettings, saveLogo } from '@reident/store';
import type { Page, Response } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserFixture, comeToConfirm, openBrowserFixture, PICTURES_ONLY } from './customer-fixture.ts';
import { DESKTOP, PHONE, WORDS, watch } from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** The most that may come before the camera opens, compressed [design, budgets]. */
const FIRST_LOAD = 120_000;

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture({ env: { REIDENT_ROLE: 'api' }, settings: PICTURES_ONLY });
  await dressHeavily();
});

afterAll(() => fixture?.close());

/** Everything that a partner can add to the first load: a logo of noise, which packs worst, and the longest words. */
async function dressHeavily(): Promise<void> {
  const { engine, database } = fixture.reident.platform;
  const size = { width: 700, height: 400, channels: 3 as const };
  const noise = Uint8Array.from({ length: 700 * 400 * 3 }, (_, i) => Math.imul(i ^ (i >>> 7), 2654435761) >>> 24);
  const png = await engine.drawLogo(await sharp(noise, { raw: size }).png().toBuffer());
  const address = `https://bank.example/${'x'.repeat(400)}`;
  const texts = {
    startLead: 'w'.repeat(290),
    endText: 'w'.repeat(290),
    support: 'w'.repeat(110),
    termsUrl: address,
    privacyUrl: address,
  };
  await database.inTenant(fixture.reident.tenant.id, async (tx) => {
    const logo = await saveLogo(tx, png, { kind: 'system', id: null });
    const branding = { ...DEFAULT_BRANDING, logo, texts: { de: texts, en: texts } };
    await changeSettings(tx, { branding }, { kind: 'system', id: null });
  });
}

interface Entry {
  address: string;
  screen: string;
}

const cleanAddress = (url: string) => url.replace(/\/[^/]+$/, '');

/** Every way in which a page of the customer can be opened. */
const ENTRIES: [string, (page: Page) => Promise<Entry>][] = [
  ['the link', async () => ({ address: (await fixture.order()).url, screen: 'start-link' })],
  ['the entry by reference', async () => ({ address: home(), screen: 'start-reference' })],
  [
    'the clean address without a session',
    async () => ({ address: cleanAddress((await fixture.order()).url), screen: 'start-again' }),
  ],
  [
    'the clean address in a session',
    async (page) => {
      const { url } = await fixture.order();
      await page.goto(url);
      await page.fill('#phone', '+15550101');
      await page.check('#terms');
      await page.check('#biometrics');
      await page.getByRole('button', { name: WORDS.en.begin }).click();
      await page.waitForSelector('[data-screen="code"]');
      return { address: cleanAddress(url), screen: 'code' };
    },
  ],
  ['a link that is dead', async () => ({ address: `${(await fixture.order()).url}x`, screen: 'gone' })],
  ['a link by which everything was sent', async () => ({ address: await wholeJourney(), screen: 'end' })],
];

let sent: Promise<string> | undefined;

/** The whole journey of one customer, which more than one test looks at; answers the link. */
function wholeJourney(): Promise<string> {
  sent ??= sendEverything();
  return sent;
}

async function sendEverything(): Promise<string> {
  const { url } = await fixture.order();
  const page = await fixture.newPage();
  const seen = watch(page, fixture.reident.url);
  await comeToConfirm(fixture, page, url, WORDS.en);
  expect(await keptBy(page)).toEqual(NOTHING);
  expect(await page.context().cookies()).toHaveLength(1);
  await keepSomething(page);
  const last = page.waitForResponse(async (answer) => 'clear-site-data' in (await answer.allHeaders()));
  await page.getByRole('button', { name: WORDS.en.send }).click();
  expect((await (await last).allHeaders())['clear-site-data']).toBe('"storage"');
  await page.waitForSelector('[data-screen="end"]');
  await expect.poll(() => keptBy(page)).toEqual(NOTHING);
  expect(await page.context().cookies()).toEqual([]);
  expect(seen).toEqual({ thirdParty: [], errors: [] });
  await page.context().close();
  return url;
}

const home = () => `${fixture.reident.url}/${fixture.reident.tenant.company}/`;

/** What a browser can keep for a site, beside cookies; all of it has to be nothing [CAP-8]. */
async function keptBy(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files: files.length,
    };
  });
}

const NOTHING = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, files: 0 };

describe('light and private', () => {
  it.each(ENTRIES)(
    '%s: at most 120 kB, from us alone, under a policy with a nonce, and nothing is kept [CAP-8]',
    async (_what, open) => {
      for (const size of [PHONE, DESKTOP]) {
        const page = await fixture.newPage({ size });
        const { address, screen } = await open(page);
        const seen = watch(page, fixture.reident.url, screen === 'gone' ? [410] : []);
        const client = await page.context().newCDPSession(page);
        await client.send('Network.enable');
        await client.send('Network.setCacheDisabled', { cacheDisabled: true });
        let bytes = 0;
        client.on('Network.loadingFinished', ({ encodedDataLength }) => {
          bytes += encodedDataLength;
        });
        const first = (await page.goto(address, { waitUntil: 'load' })) as Response;
        await page.waitForSelector(`[data-screen="${screen}"]`);
        if (screen !== 'gone')
          await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img.logo')?.complete);
        // Script, style and page; with the logo more than that.
        expect(bytes).toBeGreaterThan(screen === 'gone' ? 40_000 : 60_000);
        expect(bytes).toBeLessThan(FIRST_LOAD);
        expect(seen).toEqual({ thirdParty: [], errors: [] });
        expectNonces((await first.allHeaders())['content-security-policy'] ?? '', await first.text());
        const again = await page.request.get(address);
        expect(nonceOf(again.headers()['content-security-policy'])).not.toBe(
          nonceOf((await first.allHeaders())['content-security-policy']),
        );
        expect(await keptBy(page)).toEqual(NOTHING);
        await page.context().close();
      }
    },
  );

  it('after the whole journey nothing is left: no cookie, no storage, not even what somebody put there', async () => {
    await wholeJourney();
  });

  it('nor after the customer cancelled', async () => {
    const page = await fixture.newPage();
    await page.goto((await fixture.order()).url);
    await page.getByRole('button', { name: en.cancel }).click();
    await page.getByRole('radio').first().check();
    await keepSomething(page);
    const last = page.waitForResponse(/\/capture\/api\/quit$/);
    await page.getByRole('button', { name: en.quit.leave }).click();
    expect((await (await last).allHeaders())['clear-site-data']).toBe('"storage"');
    await page.waitForSelector('[data-screen="quit"]');
    await expect.poll(() => keptBy(page)).toEqual(NOTHING);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});

/** As a mistake of ours, an extension or a later version might. */
async function keepSomething(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem('kept', 'by mistake');
    sessionStorage.setItem('kept', 'by mistake');
    await caches.open('kept');
    await (await navigator.storage.getDirectory()).getFileHandle('kept', { create: true });
  });
  expect(await keptBy(page)).toEqual({ ...NOTHING, local: 1, session: 1, caches: 1, files: 1 });
}

const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

/** Only what carries the nonce of this very answer may run or dress the page. */
function expectNonces(policy: string, html: string): void {
  const nonce = nonceOf(policy) ?? 'none';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'nonce-${nonce}'`);
  expect(policy).toContain(`style-src 'nonce-${nonce}'`);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const tags = html.match(/<(script|style|link rel="stylesheet")[^>]*>/g) ?? [];
  const running = tags.filter((tag) => !tag.includes('application/json'));
  expect(running.length).toBeGreaterThanOrEqual(3);
  expect(running.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(html).not.toMatch(/ on\w+=| style="/);
}
