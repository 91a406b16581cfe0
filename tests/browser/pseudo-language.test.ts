import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Boot, Screen } from '../../apps/capture/shared/protocol.ts';
import { launchChromium } from '../fixtures/browser.ts';
import { PHONE } from './customer-steps.ts';
import { EVERY_STEP, FakeSession } from './fake-session.ts';

/** The page lies nowhere: the test itself answers for its server. */
const SITE = 'https://capture.example';
const folder = mkdtempSync(path.join(tmpdir(), 'reident-pseudo-'));

let browser: Browser;

beforeAll(async () => {
  const configFile = path.join(projectRoot(), 'apps/capture/vite.config.ts');
  await build({ configFile, logLevel: 'error', plugins: [inPseudoLanguage()], build: { outDir: folder } });
  browser = await launchChromium({ camera: 'none' });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As if somebody had added a folder for a language and a line for the page: no other file is touched. */
function inPseudoLanguage(): Plugin {
  return {
    name: 'pseudo-language',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('packages/messages/capture.ts')) return null;
      const made = code.replace(/= \{ de, en \};/, '= { de: pseudoLanguage(en), en: pseudoLanguage(en) };');
      expect(made).not.toBe(code);
      return `import { pseudoLanguage } from ${JSON.stringify('./pseudo-language.ts')};\n${made}`;
    },
  };
}

const NO_TEXTS = { startLead: null, endText: null, support: null, termsUrl: null, privacyUrl: null };

/** What is no text of ours stands in brackets as well, as far as the test has a say in it. */
const BOOT: Boot = {
  entry: 'session',
  company: 'bank',
  partner: '[bank]',
  sandbox: true,
  language: 'en',
  identification: 'i',
  brand: { logo: null, texts: { de: NO_TEXTS, en: NO_TEXTS } },
  returnDelaySeconds: 10,
  consents: (['terms', 'biometrics'] as const).map((id) => ({ id, version: '1', text: { de: '[…]', en: '[…]' } })),
  documentKinds: ['identity_card', 'passport', 'driving_licence', 'residence_permit'],
  handOver: null,
  embed: null,
};

async function openPage(entry: Boot['entry']): Promise<Page> {
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
  await page.route(`${SITE}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/assets/capture/'))
      return route.fulfill({ path: path.join(folder, pathname.slice('/assets/capture/'.length)) });
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const body = html.replace('"REIDENT_BOOT"', JSON.stringify({ ...BOOT, entry }));
    return route.fulfill({ body, contentType: 'text/html' });
  });
  return page;
}

/** Every text that is to be read or heard and that no language has a say in. */
async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const see = (text: string | null) => {
      if (text && /\p{L}/u.test(text) && !/^\s*\[.*\]\s*$/s.test(text)) found.push(text.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      // Names of countries come from the browser.
      const isCountry = parentElement instanceof HTMLOptionElement && /^[A-Z]{3}$/.test(parentElement.value);
      if (parentElement?.closest('noscript, script, style') === null && !isCountry) see(textContent);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]'))
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) see(element.getAttribute(name));
    see(document.title);
    return found;
  });
}

it('a language of one folder is all that the customer reads: no screen holds a text of its own', async () => {
  for (const [entry, screen] of [
    ['link', 'start-link'],
    ['reference', 'start-reference'],
    ['gone', 'gone'],
  ] as const) {
    const page = await openPage(entry);
    await page.goto(SITE);
    await page.waitForSelector(`[data-screen="${screen}"]`);
    expect(await untranslated(page), screen).toEqual([]);
    await page.context().close();
  }

  const fake = await FakeSession.open(await openPage('session'), SITE, 'en');
  for (const why of ['session_over', 'taken_over', 'closed', 'interrupted', 'too_many_attempts', 'code_locked']) {
    await fake.lose(why, `lost-${why}`);
    expect(await untranslated(fake.page), why).toEqual([]);
  }
  const steps = EVERY_STEP.map((step) => ({ ...step, done: step.id !== 'liveness' }));
  const screens: Screen[] = [
    { id: 'code' },
    { id: 'introduction' },
    { id: 'document' },
    ...EVERY_STEP.map(({ id }) => ({ id: 'capture', step: id }) as const),
    { id: 'reading', step: 'security_video' },
    { id: 'feedback', step: 'selfie', reason: 'SELFIE_PERSPECTIVE', mayKeep: true },
    { id: 'feedback', step: 'selfie', reason: null, mayKeep: true },
    { id: 'proof' },
    { id: 'confirm' },
    { id: 'checking', read: 2, of: 7 },
    { id: 'end' },
  ];
  for (const screen of screens) {
    await fake.draw({
      screen,
      steps,
      phone: '••• 5678',
      sandboxCode: '123456',
      asks: { securityVideo: true, proofOfAddress: true, liveness: true },
      unfinished: screen.id === 'capture' ? screen.step : null,
      proof: { type: null, issuedAt: null, months: 12, mayBeOnDocument: true },
      quitReasons: ['USER_CANCELLATION_IDENTIFY_LATER', 'USER_CANCELLATION_UNDERAGE'],
      read: { name: '[…]', birthDate: null, expiryDate: null, documentNumber: '123' },
      timeLeft: { idle: 100, total: 900, warn: 120 },
      returnUrl: 'https://partner.example/back',
    });
    expect(await untranslated(fake.page), JSON.stringify(screen)).toEqual([]);
  }
  await fake.page.context().close();
});
