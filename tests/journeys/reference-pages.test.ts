/** The reference pages in a real browser, under the headers of the whole server. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { takeScreen } from '../fixtures/screens.ts';

let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  reident = await startTestReident();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
});

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

interface Opened {
  page: Page;
  /** What the browser reported as errors, and whom the page asked beside us. */
  consoleErrors: string[];
  thirdParty: string[];
}

async function openDocs(size: keyof typeof SIZES): Promise<Opened> {
  const phone = size === 'phone';
  const context = await browser.newContext({ viewport: SIZES[size], isMobile: phone, hasTouch: phone });
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  const thirdParty: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(reident.url) && !request.url().startsWith('data:')) thirdParty.push(request.url());
  });
  await page.goto(`${reident.url}/docs`);
  await page.locator('.opblock').first().waitFor();
  return { page, consoleErrors, thirdParty };
}

const operation = (page: Page, tag: string, name: string) => page.locator(`#operations-${tag}-${name}`);

/** Rules that the viewer itself breaks: it draws buttons around what can be focused. */
const OF_THE_VIEWER = ['nested-interactive'];

describe.each(['phone', 'desktop'] as const)('/docs on a %s', (size) => {
  let docs: Opened;
  beforeAll(async () => {
    docs = await openDocs(size);
    await takeScreen(docs.page, `reference-${size}`);
  });
  afterAll(() => docs?.page.context().close());

  it('shows every operation, and one of them with its example', async () => {
    const document = (await (await fetch(`${reident.url}/openapi.json`)).json()) as { paths: Record<string, object> };
    const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
    expect(await docs.page.locator('.opblock').count()).toBe(operations);
    const create = operation(docs.page, 'Identifications', 'createIdentification');
    await create.locator('.opblock-summary-control').click();
    await create.getByText('idnow_autoident').first().waitFor();
    await create.locator('.responses-wrapper').waitFor();
  });

  it('carries our name and offers no other document, and nothing is wider than the screen', async () => {
    const { page } = docs;
    expect(await page.title()).toBe('Reident partner API');
    const home = page.getByRole('link', { name: 'Reident: to the start page' });
    await home.waitFor();
    expect(await home.getAttribute('href')).toBe('/');
    expect(await page.getByText('Explore').isVisible()).toBe(false);
    expect(await page.locator('#download-url-input').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES[size].width);
  });

  it('breaks no rule of WCAG 2.1 AA that a program can find, beside those of the viewer', async () => {
    await docs.page.evaluate(readFileSync(path.join(projectRoot(), 'node_modules/axe-core/axe.min.js'), 'utf8'));
    const found = await docs.page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(what: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run(document, { runOnly: tags });
      return violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }));
    }, TAGS);
    expect(found.filter(({ id }) => !OF_THE_VIEWER.includes(id))).toEqual([]);
  });

  it('asks nobody else for anything, and breaks no rule of its policy', () => {
    expect(docs.thirdParty).toEqual([]);
    expect(docs.consoleErrors).toEqual([]);
  });

  it('calls the API with the credentials that a reader enters', async () => {
    const { page } = docs;
    await page.locator('.scheme-container .btn.authorize').click();
    const dialog = page.locator('.auth-container').first();
    await dialog.getByLabel('client_id').fill(reident.client.clientId);
    await dialog.getByLabel('client_secret').fill(reident.client.clientSecret);
    await dialog.locator('label[for^=partners]').click();
    await dialog.locator('.btn.authorize').click();
    await dialog.getByText('Logout').waitFor();
    await page.locator('.modal-ux .close-modal').click();
    const list = operation(page, 'Persons', 'listPersons');
    await list.locator('.opblock-summary-control').click();
    await list.getByRole('button', { name: 'Execute' }).click();
    await list.locator('.live-responses-table .response-col_status').getByText('200').first().waitFor();
    expect(docs.consoleErrors).toEqual([]);
  });
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
