import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { createLoginLink, createOperator, createTenant, findTenant, type Tenant } from '@reident/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { takeScreen } from '../fixtures/screens.ts';
import { DESKTOP, expectAccessible } from './customer-steps.ts';

const { de, en } = CONSOLE_MESSAGES;

let reident: TestReident;
let browser: Browser;
let tenant: Tenant;

beforeAll(async () => {
  reident = await startTestReident();
  browser = await launchChromium({ camera: 'none' });
  tenant = await createTenant(reident.platform.database, {
    company: 'two-admins',
    name: 'Two Admins Bank',
    kind: 'live',
  });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
});

async function adminAtConsole(displayName: string): Promise<Page> {
  const { database } = reident.platform;
  const { id } = await createOperator(database, tenant.id, { displayName, role: 'admin' });
  const page = await (await browser.newContext({ viewport: DESKTOP, locale: 'en-GB' })).newPage();
  await page.goto(`${reident.url}/console/login?token=${await createLoginLink(database, id)}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  return page;
}

it('an admin proposes what weakens a live tenant, another confirms it; what is wrong is said with what may be set', async () => {
  const now = async () => (await findTenant(reident.platform.database, tenant.id)).settings;
  const ada = await adminAtConsole('Ada');
  const age = ada.locator('form', { has: ada.getByLabel('minimumAgeYears') });
  await ada.getByLabel('minimumAgeYears').fill('16');
  expect(await age.getByText(en.settings.awaitsOther).count()).toBe(0);
  await age.getByRole('button', { name: 'Propose' }).click();
  await ada.getByText(en.settings.needsOther).waitFor();
  // What waits is not offered again, neither this value nor another one.
  await age.getByText(en.settings.awaitsOther).waitFor();
  expect(await age.getByRole('button', { name: 'Propose' }).isDisabled()).toBe(true);
  await ada.getByLabel('minimumAgeYears').fill('17');
  expect(await age.getByRole('button', { name: 'Propose' }).isDisabled()).toBe(true);
  await age.getByRole('button', { name: 'Undo' }).click();
  expect(await ada.getByLabel('minimumAgeYears').inputValue()).toBe('18');
  expect(await age.getByText(en.settings.awaitsOther).count()).toBe(1);
  expect(await ada.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  expect((await now()).minimumAgeYears).toBe(18);

  await ada.getByLabel('linkLifetimeDays').fill('99');
  const days = ada.locator('form', { has: ada.getByLabel('linkLifetimeDays') });
  await days.getByRole('button', { name: 'Save' }).click();
  await ada.getByText(en.settings.validation.whole({ least: 1, most: 30 })).waitFor();
  await days.getByRole('button', { name: 'Undo' }).click();
  expect(await ada.getByLabel('linkLifetimeDays').inputValue()).toBe('14');

  // No engine decides for a bank that has not measured how often its face comparison errs.
  const policy = ada.locator('form', { has: ada.getByLabel('reviewPolicy') });
  await ada.getByLabel('reviewPolicy').selectOption('never');
  await policy.getByRole('button', { name: 'Propose' }).click();
  await ada.getByText(en.errors.face_curve_needed).waitFor();
  // What the server refused is said in German too, as soon as the page speaks it.
  await ada.getByRole('button', { name: 'DE', exact: true }).click();
  await ada.getByText(de.errors.face_curve_needed).waitFor();
  await ada.getByRole('button', { name: 'EN', exact: true }).click();
  await policy.getByRole('button', { name: 'Undo' }).click();
  await expectAccessible(ada, 'the settings');
  await takeScreen(ada, 'console-settings');

  const ben = await adminAtConsole('Ben');
  await ben.getByText(en.settings.awaitsOther).waitFor();
  await ben.getByRole('button', { name: 'Confirm' }).click();
  await ben.getByText(en.settings.confirmed).waitFor();
  expect(await ben.getByText(en.settings.awaitsOther).count()).toBe(0);
  expect((await now()).minimumAgeYears).toBe(16);
});
