/** An operator plans, tries out and starts a campaign; the customer gets the mail and opens the link on a phone; the board moves. */
import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { createLoginLink, createOperator, type Operator } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { startMailServer, type TestMailServer } from '../fixtures/rekyc/mail-server.ts';
import { VirtualClock } from '../fixtures/rekyc/virtual-clock.ts';
import { takeScreen } from '../fixtures/screens.ts';
import { comeToDocumentChoice, DESKTOP, expectAccessible, PHONE, WORDS } from './customer-steps.ts';

const { de, en } = CONSOLE_MESSAGES;
const t = en.rekyc;

let mail: TestMailServer;
let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  mail = await startMailServer();
  reident = await startTestReident({ REIDENT_SMTP_URL: mail.url, REIDENT_MAIL_FROM: 'kyc@bank.example' });
  browser = await launchChromium({ camera: 'none' });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
  await mail?.stop();
});

async function signIn(role: Operator['role'], locale = 'en-GB'): Promise<Page> {
  const { database } = reident.platform;
  const { id } = await createOperator(database, reident.tenant.id, { displayName: 'Grace', role });
  const page = await (await browser.newContext({ viewport: DESKTOP, locale })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${reident.url}/console/login?token=${await createLoginLink(database, id)}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('main h1').waitFor();
  return page;
}

/** A Tuesday noon in Berlin that is no holiday, so that mails may leave, whatever day it is here. */
const toOfficeHours = () => new VirtualClock(reident.platform, reident.tenant).moveTo(new Date('2031-09-02T10:00:00Z'));

const stageCell = (page: Page, campaign: string, column: string) =>
  page.evaluate(
    ([name, head]) => {
      const table = document.querySelector('section[aria-labelledby="stages-title"] table');
      const at = [...(table?.querySelectorAll('thead th') ?? [])].findIndex((cell) => cell.textContent === head);
      const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find((one) => one.firstChild?.textContent === name);
      return row?.children[at]?.textContent ?? null;
    },
    [campaign, column] as const,
  );

describe('a campaign from the console to the phone', () => {
  it('is empty at first, and says so without an axe finding', async () => {
    const page = await signIn('compliance');
    await page.getByRole('link', { name: 'Re-KYC' }).click();
    await page.getByText(t.noCampaigns).waitFor();
    await expectAccessible(page, 'the empty board');
    await page.context().close();
  });

  it('is planned, tried out and started; the customer opens the link of the mail, and the board moves', async () => {
    await toOfficeHours();
    for (let n = 0; n < 40; n += 1)
      await reident.call('POST', '/v1/persons', {
        first_name: 'Erika',
        identified_at: `${2027 + (n % 4)}-0${1 + (n % 9)}-01T00:00:00Z`,
      });
    await reident.call('POST', '/v1/persons', {
      first_name: 'Erika',
      last_name: 'Muster',
      email: 'erika@kunde.example',
      identified_at: '2026-10-01T00:00:00Z',
    });
    const page = await signIn('compliance');
    await page.goto(`${reident.url}/console/rekyc`);
    await page.getByText(t.create).click();
    await page.getByLabel(t.form.name, { exact: true }).fill('Autumn');
    await page.getByLabel(t.form.dueTo, { exact: true }).fill('2031-12-31');
    await page.getByRole('button', { name: t.form.save }).click();
    await page.getByRole('button', { name: t.actOn(t.tryOut, 'Autumn') }).click();
    await page.getByText(t.dryRun(1)).waitFor();
    expect(mail.mails).toEqual([]);
    await expectAccessible(page, 'the dry run');
    await page.getByRole('button', { name: t.actOn(t.actions.start, 'Autumn') }).click();
    await vi.waitFor(() => expect(mail.mails).toHaveLength(1), { timeout: 60_000 });
    const [letter] = mail.mails;
    const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    await page.reload();
    await page.getByRole('heading', { name: t.stagesTitle }).waitFor();
    expect(await stageCell(page, 'Autumn', t.stages.invited)).toBe('1');

    const phone = await (await browser.newContext({ viewport: PHONE, locale: 'en-GB' })).newPage();
    await comeToDocumentChoice(phone, link, WORDS.en);
    await vi.waitFor(
      async () => {
        await page.reload();
        await page.getByRole('heading', { name: t.stagesTitle }).waitFor();
        expect(await stageCell(page, 'Autumn', t.stages.opened)).toBe('1');
      },
      { timeout: 60_000 },
    );
    expect(await stageCell(page, 'Autumn', t.stages.invited)).toBe('0');
    await page
      .getByRole('button', { name: new RegExp(`^${t.timeline}`) })
      .first()
      .click();
    await page.getByRole('heading', { name: new RegExp(t.timeline) }).waitFor();
    await expectAccessible(page, 'the board');
    await page.evaluate(() => scrollTo(0, 0));
    await takeScreen(page, 'console-rekyc-en-desktop');
    await page.getByRole('button', { name: 'DE', exact: true }).click();
    await page.getByRole('heading', { name: de.rekyc.months }).waitFor();
    await expectAccessible(page, 'the board in German');
    await takeScreen(page, 'console-rekyc-de-desktop');
    await page.setViewportSize(PHONE);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide).toBe(false);
    await phone.context().close();
    await page.context().close();
  });

  it('can be looked at but not moved by an auditor, and is out of sight for a specialist', async () => {
    const auditor = await signIn('auditor');
    await auditor.goto(`${reident.url}/console/rekyc`);
    await auditor.getByRole('button', { name: t.actOn(t.tryOut, 'Autumn') }).waitFor();
    expect(await auditor.getByRole('button', { name: t.form.save }).count()).toBe(0);
    const rows = await auditor.evaluate(async () => (await fetch('/console/api/rekyc/rows')).text());
    expect(rows.trim().split('\r\n')).toHaveLength(42);
    await auditor.context().close();
    const specialist = await signIn('specialist');
    const status = await specialist.evaluate(async () => (await fetch('/console/api/rekyc')).status);
    expect(status).toBe(403);
    await specialist.context().close();
  });
});
