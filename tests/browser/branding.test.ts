import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_BRANDING } from '@reident/domain/tenant-settings';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { changeSettings } from '@reident/store';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium, PAGE_TIMEOUT_MS } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { arriveAt, keepAs, orderIdentification, PHONE, watch } from './customer-steps.ts';

const { de, en } = CAPTURE_MESSAGES;

let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  reident = await startTestReident();
  browser = await launchChromium({ camera: 'none' });
  const texts = {
    startLead: 'Die Nordbank fragt Sie noch einmal, wer Sie sind.',
    endText: 'Vielen Dank. Die Nordbank meldet sich bei Ihnen.',
    support: '040 1234567',
    termsUrl: 'https://north-bank.example/agb',
    privacyUrl: 'https://north-bank.example/datenschutz',
  };
  await set({
    branding: {
      ...DEFAULT_BRANDING,
      name: 'Nordbank',
      accent: '#7a1f5c',
      bar: '#2b0f2a',
      texts: { de: texts, en: DEFAULT_BRANDING.texts.en },
    },
    returnUrls: { success: null, failure: `${reident.url}/docs?ident=<transactionnumber>` },
    returnDelaySeconds: 3,
  });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
});

function set(changes: Record<string, unknown>) {
  return reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    changeSettings(tx, changes, { kind: 'system', id: null }),
  );
}

describe('a partner with colours and words of its own', () => {
  it('is what the customer sees, without an axe finding, and is led back to after cancelling', async () => {
    const order = await orderIdentification(reident, 'DE', { first_name: 'Erika', last_name: 'Example' });
    const context = await browser.newContext({ viewport: PHONE, locale: 'de-DE' });
    const page = await context.newPage();
    const seen = watch(page, reident.url);
    await page.goto(order.url);
    await arriveAt(page, 'start-link', keepAs('branded-de-phone'));
    expect(await page.locator('.partner').innerText()).toBe('Nordbank');
    expect(await page.locator('.lead').innerText()).toBe('Die Nordbank fragt Sie noch einmal, wer Sie sind.');
    expect(await page.locator('.foot').innerText()).toContain('040 1234567');
    const colours = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.button.primary') as Element).backgroundColor,
      getComputedStyle(document.querySelector('.top') as Element).backgroundColor,
      document.querySelector('meta[name=theme-color]')?.getAttribute('content'),
    ]);
    expect(colours).toEqual(['rgb(122, 31, 92)', 'rgb(43, 15, 42)', '#2b0f2a']);

    await page.getByRole('button', { name: de.cancel }).click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: de.quit.leave }).click();
    await arriveAt(page, 'quit', keepAs('branded-de-phone'));
    await page.waitForURL(`${reident.url}/docs?ident=${order.id}`);
    expect(seen.thirdParty).toEqual([]);
    await context.close();
  });

  it('can be installed as an app that opens at the entry by reference, with no service worker and nothing stored', async () => {
    const order = await orderIdentification(reident, 'EN', { first_name: 'Erika', last_name: 'Example' });
    // With a profile of its own, because in a private window nothing can be installed.
    const profile = mkdtempSync(path.join(tmpdir(), 'reident-profile-'));
    const options = await findChromium({ camera: 'none' });
    const context = await chromium.launchPersistentContext(profile, { ...options, viewport: PHONE, locale: 'en-GB' });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    const home = `${reident.url}/${reident.tenant.company}/`;
    for (const address of [order.url, home]) {
      await page.goto(address);
      await page.waitForSelector('[data-screen^="start"]');
      const devtools = await context.newCDPSession(page);
      const { url, errors, data } = await devtools.send('Page.getAppManifest');
      expect([url, errors]).toEqual([`${home}manifest.webmanifest?language=en`, []]);
      expect(JSON.parse(data as string)).toMatchObject({
        name: en.manifest.name('Nordbank'),
        start_url: new URL(home).pathname,
      });
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
      const workers = () => navigator.serviceWorker.getRegistrations().then(({ length }) => length);
      expect(await page.evaluate(workers)).toBe(0);
      await devtools.detach();
    }
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('says our words where it has none of its own', async () => {
    const order = await orderIdentification(reident, 'EN', { first_name: 'Erika', last_name: 'Example' });
    const page = await browser.newPage({ viewport: PHONE, locale: 'en-GB' });
    await page.goto(order.url);
    await arriveAt(page, 'start-link', null);
    expect(await page.locator('.lead').innerText()).toBe(en.start.lead('Nordbank'));
    await page.close();
  });
});
