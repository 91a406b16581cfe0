import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { createLoginLink, createOperator, type Operator } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { Customer, TICKED } from '../fixtures/capture/customer.ts';
import { askForPicturesOnly, startTestReident, type TestReident } from '../fixtures/reident.ts';
import { takeScreen } from '../fixtures/screens.ts';
import { DESKTOP, expectAccessible, orderIdentification, PHONE } from './customer-steps.ts';

const { de, en } = CONSOLE_MESSAGES;

/** The server without its worker: nobody reads pictures, and time passes when the test says so. */
let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  await askForPicturesOnly(reident);
  browser = await launchChromium({ camera: 'none' });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
});

const pass = (advance: string) => reident.call('POST', '/sandbox/clock', { advance });

async function sitDown(): Promise<{ customer: Customer; url: string }> {
  const { url } = await orderIdentification(reident, 'EN', { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Way' });
  return { customer: new Customer(reident.url), url };
}

async function signIn(role: Operator['role'], size = DESKTOP, locale = 'en-GB'): Promise<Page> {
  const { database } = reident.platform;
  const { id } = await createOperator(database, reident.tenant.id, { displayName: 'Grace', role });
  const page = await (await browser.newContext({ viewport: size, locale })).newPage();
  await page.goto(`${reident.url}/console/login?token=${await createLoginLink(database, id)}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('main h1').waitFor();
  return page;
}

/** Two come to the last look, one stops for want of a document, one sits at the code, one goes on elsewhere. */
async function play(): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    const { customer, url } = await sitDown();
    await customer.comeToDocument(url);
    await pass('PT9S');
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    for (const step of ['document_data_page', 'selfie']) {
      await pass('PT12S');
      await customer.picture(step, Buffer.from([0xff, 0xd8, 0xff, 0xe0, i, 1]));
      await pass('PT26S');
      await customer.state();
    }
  }
  const stopping = await sitDown();
  await stopping.customer.comeToDocument(stopping.url);
  await stopping.customer.call('/quit', { reason: 'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE' });
  const waiting = await sitDown();
  await waiting.customer.open(new URL(waiting.url).pathname, 'POST');
  await waiting.customer.call('/start', { phone: '01511234567', consents: TICKED, language: 'en' });
  const moving = await sitDown();
  await moving.customer.comeToDocument(moving.url);
  await new Customer(reident.url).open(new URL(moving.url).pathname, 'POST');
}

describe('the picture of the funnel', () => {
  it('says that there is nothing yet, and stands beside the settings of an admin', async () => {
    const admin = await signIn('admin');
    await admin.getByRole('link', { name: 'Funnel' }).click();
    await admin.getByText(en.funnel.emptyTitle).waitFor();
    await expectAccessible(admin, 'the empty way');
    await admin.getByRole('link', { name: 'Settings' }).click();
    await admin.getByRole('heading', { name: 'Settings' }).waitFor();
    await admin.context().close();
  });

  it('shows in figures what happened, by place and reason, in both languages, without an axe finding', async () => {
    await play();
    const senior = await signIn('senior');
    await senior.goto(`${reident.url}/console/funnel`);
    await senior.getByRole('button', { name: '24 hours' }).click();
    const totals = senior.locator('.totals');
    await totals.waitFor();
    const row = (name: string) => senior.locator('.figures tr', { has: senior.getByRole('rowheader', { name }) });
    expect(await totals.locator('dd').first().innerText()).toBe('6');
    expect(await row(en.funnel.steps.document).innerText()).toContain('1 × USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE');
    const cells = await row(en.funnel.steps.document_data_page).locator('td').allInnerTexts();
    expect(cells[0]).toBe('2');
    expect(cells[3]).toMatch(/^median \d+ s/);
    expect(cells[4]).toMatch(/^median \d+ s/);
    // The bars are drawn from the same rows.
    expect(await senior.locator('.funnel-chart li').count()).toBe(await senior.locator('.figures tbody tr').count());
    await expectAccessible(senior, 'the way');
    await takeScreen(senior, 'console-funnel-en-desktop');
    await senior.getByRole('button', { name: 'DE' }).click();
    await senior.getByRole('heading', { name: de.funnel.table }).waitFor();
    await expectAccessible(senior, 'the way in German');
    await takeScreen(senior, 'console-funnel-de-desktop');
    await senior.setViewportSize(PHONE);
    const tooWide = await senior.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide).toBe(false);
    await takeScreen(senior, 'console-funnel-de-phone');
    await senior.context().close();
  });

  it('is left out of sight, and refused, for whoever only works the queue', async () => {
    const specialist = await signIn('specialist');
    expect(await specialist.getByRole('link', { name: 'Funnel' }).count()).toBe(0);
    const status = await specialist.evaluate(async () => (await fetch('/console/api/funnel?days=7')).status);
    expect(status).toBe(403);
    await specialist.context().close();
  });
});
