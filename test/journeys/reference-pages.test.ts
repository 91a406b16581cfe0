/** The reference pages in a real browser, under the headers of the whole server. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../support/browser.ts';
import { startTestReident, type TestReident } from '../support/reident.ts';

let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  reident = await startTestReident();
  browser = await chromium.launch(await findChromium());
});

afterAll(async () => {
  await browser.close();
  await reident.stop();
});

it('/docs shows every operation, asks nobody else for anything, and breaks no rule of its policy', {
  timeout: 60_000,
}, async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(reident.url) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await page.goto(`${reident.url}/docs`);
  await page.getByText('Create an identification').first().waitFor();
  const document = (await (await fetch(`${reident.url}/openapi.json`)).json()) as { paths: Record<string, object> };
  const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
  expect(await page.locator('.opblock').count()).toBe(operations);
  await page.getByText('Create an identification').first().click();
  await page.getByText('idnow_autoident').first().waitFor();
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
