import type { Branding } from '@reident/domain/tenant-settings';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { createLoginLink, createOperator, createTenant, findTenant, listProposals, type Tenant } from '@reident/store';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { takeScreen } from '../fixtures/screens.ts';
import { DESKTOP, expectAccessible, PHONE, watch } from './customer-steps.ts';

const { de, en } = CONSOLE_MESSAGES;
const t = en.branding;

let reident: TestReident;
let browser: Browser;

beforeAll(async () => {
  reident = await startTestReident();
  browser = await launchChromium({ camera: 'none' });
});

afterAll(async () => {
  await browser?.close();
  await reident?.stop();
});

async function adminAt(tenant: Tenant, displayName: string, viewport = DESKTOP, locale = 'en-GB'): Promise<Page> {
  const { database } = reident.platform;
  const { id } = await createOperator(database, tenant.id, { displayName, role: 'admin' });
  const page = await (await browser.newContext({ viewport, locale })).newPage();
  await page.goto(`${reident.url}/console/login?token=${await createLoginLink(database, id)}`);
  await page.getByRole('button').first().click();
  await page.locator('nav.pages a').nth(1).click();
  await page.waitForSelector('main.branding');
  return page;
}

const preview = (page: Page): FrameLocator => page.frameLocator('.preview iframe');
const now = async (tenant: Tenant) => (await findTenant(reident.platform.database, tenant.id)).settings.branding;
const fieldOf = (page: Page, field: string) => page.locator(`[data-field="${field}"]`);
const previewColour = (page: Page, selector: string) =>
  preview(page)
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);

/** A wide drawing with a clear ground, white on nothing: made for a dark bar. */
const logo = () =>
  sharp({ create: { width: 420, height: 96, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([
      { input: { create: { width: 80, height: 80, channels: 4, background: '#ffb703' } }, left: 8, top: 8 },
      { input: { create: { width: 300, height: 40, channels: 4, background: '#ffffff' } }, left: 108, top: 28 },
    ])
    .png()
    .toBuffer();

const upload = async (page: Page, name: string, buffer: Buffer) =>
  page.locator('#logo-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

describe('an admin who dresses the pages', () => {
  it('sees the customer’s own pages change while typing, is told what cannot be read, and can take every step back', async () => {
    const page = await adminAt(reident.tenant, 'Ada');
    const seen = watch(page, reident.url);
    await preview(page).getByRole('heading', { name: CAPTURE_MESSAGES.de.start.heading }).waitFor();
    // Beside each other, so there is nothing to switch.
    expect(await page.locator('.branding-sides').isVisible()).toBe(false);

    await page.getByLabel('Name', { exact: true }).fill('Nordbank');
    await preview(page).locator('.partner', { hasText: 'Nordbank' }).waitFor();
    await fieldOf(page, 'texts.de.startLead').getByRole('textbox').fill('Die Nordbank fragt noch einmal.');
    await preview(page).getByText('Die Nordbank fragt noch einmal.').waitFor();
    await page.locator('.preview').getByRole('button', { name: 'EN', exact: true }).click();
    await preview(page).getByRole('heading', { name: CAPTURE_MESSAGES.en.start.heading }).waitFor();

    // Too light to be read: said while typing, shown all the same, and not saved.
    const accent = page.getByLabel(t.accent, { exact: true });
    await accent.fill('#FFCC00');
    await fieldOf(page, 'accent').getByText('At least 4.5 : 1 is needed').waitFor();
    expect(await accent.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: `${t.save} Ctrl S` }).click();
    await page.getByText(t.wrong(1)).waitFor();
    await expect.poll(() => accent.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await now(reident.tenant)).accent).toBe('#0c5c54');
    await fieldOf(page, 'accent').getByRole('button').click();
    await fieldOf(page, 'accent').getByText('easy to read').waitFor();
    await accent.fill('7a1f5c');
    await expect.poll(() => previewColour(page, '.button.primary')).toBe('rgb(122, 31, 92)');
    await page.getByLabel(t.bar, { exact: true }).fill('#2b0f2a');
    await expect.poll(() => previewColour(page, '.top')).toBe('rgb(43, 15, 42)');

    // A mistake stands beside its field.
    const terms = fieldOf(page, 'texts.en.termsUrl').getByRole('textbox');
    await terms.fill('http://north-bank.example/terms');
    await terms.blur();
    await fieldOf(page, 'texts.en.termsUrl').getByText(en.settings.validation.link({})).waitFor();
    await terms.fill('https://north-bank.example/terms');
    await preview(page).getByText(CAPTURE_MESSAGES.en.terms).waitFor();
    await expectAccessible(page, 'the branding page');

    for (const screen of ['code', 'introduction', 'document', 'picture', 'confirm', 'end', 'entry', 'start']) {
      await page.getByLabel(t.screen).selectOption(screen);
      const drawn = screen === 'picture' ? 'step-document_front' : screen === 'entry' ? 'start-reference' : screen;
      await preview(page).locator(`[data-screen^="${drawn}"]`).waitFor();
    }

    // Back, step by step and all at once; even that can be taken back.
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await terms.inputValue()).toBe('');
    await page.getByRole('button', { name: t.discard }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Nordbank');

    await accent.press('Control+s');
    await page.getByText(t.saved).waitFor();
    expect(await now(reident.tenant)).toMatchObject({ name: 'Nordbank', accent: '#7a1f5c', bar: '#2b0f2a' });
    expect(seen.thirdParty).toEqual([]);
    expect(seen.errors).toEqual([]);
    await page.context().close();
  });

  it('gives it a logo, which is drawn anew and stands on the customer’s page; what is no picture is refused beside the field', async () => {
    const page = await adminAt(reident.tenant, 'Ben');
    await upload(page, 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await fieldOf(page, 'logo').getByText(t.logoErrors.unsupported_media_type).waitFor();
    await upload(page, 'large.png', Buffer.alloc(1024 * 1024 + 1));
    await fieldOf(page, 'logo').getByText(t.logoErrors.media_too_large).waitFor();
    await upload(page, 'logo.png', await logo());
    await preview(page).locator('img.logo').waitFor();
    await takeScreen(page, 'console-branding-desktop');
    await page.getByRole('button', { name: `${t.save} Ctrl S` }).click();
    await page.getByText(t.saved).waitFor();
    await page.context().close();

    const { logo: sha256 } = await now(reident.tenant);
    const customer = await browser.newPage({ viewport: PHONE, locale: 'de-DE' });
    const seen = watch(customer, reident.url);
    await customer.goto(`${reident.url}/${reident.tenant.company}`);
    const shown = customer.getByRole('img', { name: 'Nordbank' });
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(420);
    expect(await shown.getAttribute('src')).toBe(`/${reident.tenant.company}/logo/${sha256}.png`);
    await expectAccessible(customer, 'a page with a logo');
    expect([seen.errors, seen.thirdParty]).toEqual([[], []]);
    await customer.close();
  });

  it('in German and on a phone goes from the form to the preview and back at a touch, and nothing is cut off', async () => {
    const page = await adminAt(reident.tenant, 'Cem', PHONE, 'de-DE');
    const [form, shown] = [de.branding.form, de.branding.preview].map((name) =>
      page.locator('.branding-sides').getByRole('button', { name }),
    );
    const fits = async (where: string) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      await expectAccessible(page, where);
    };
    await fits('the branding form on a phone');
    await takeScreen(page, 'console-branding-de-phone');

    // From the middle of the form: the switch is still in view, and the form is found again where it was left.
    const sentence = fieldOf(page, 'texts.de.startLead').getByRole('textbox');
    await sentence.fill('Am Telefon geschrieben.');
    await sentence.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    await shown!.click();
    await preview(page).getByText('Am Telefon geschrieben.').waitFor();
    expect(await sentence.isVisible()).toBe(false);
    await fits('the branding preview on a phone');
    await takeScreen(page, 'console-branding-preview-de-phone');
    await form!.click();
    expect(await sentence.inputValue()).toBe('Am Telefon geschrieben.');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);

    // What is wrong leads to its field.
    await fieldOf(page, 'texts.de.termsUrl').getByRole('textbox').fill('http://nordbank.example');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('texts-de-termsUrl');
    await page.context().close();
  });
});

it('in a live tenant another admin has to agree, who sees logo and pages as they would be [CON-5]', async () => {
  const tenant = await createTenant(reident.platform.database, { company: 'careful', name: 'Careful', kind: 'live' });
  const ada = await adminAt(tenant, 'Ada');
  await upload(ada, 'logo.png', await logo());
  await preview(ada).locator('img.logo').waitFor();
  await ada.getByLabel(t.bar, { exact: true }).fill('#2b0f2a');
  await ada.getByRole('button', { name: 'Propose' }).click();
  await ada.getByText(en.settings.needsOther).waitFor();
  expect(await now(tenant)).toMatchObject({ logo: null, bar: '#ffffff' });

  const ben = await adminAt(tenant, 'Ben');
  await ben.getByRole('rowheader', { name: 'Logo' }).waitFor();
  await ben.locator('.changes').getByRole('img').waitFor();
  await ben.locator('.preview').getByRole('button', { name: t.sources.proposed }).click();
  await preview(ben).locator('img.logo').waitFor();
  await expectAccessible(ben, 'a branding that waits');
  await takeScreen(ben, 'console-branding-proposal');
  const proposals = await reident.platform.database.inTenant(tenant.id, listProposals);
  const { logo: proposed } = proposals[0]!.value as Branding;
  const address = `${reident.url}/careful/logo/${proposed}.png`;
  expect((await fetch(address)).status).toBe(404);
  await ben.getByRole('button', { name: 'Confirm' }).click();
  await ben.getByText(en.settings.confirmed).waitFor();
  expect(await now(tenant)).toMatchObject({ logo: proposed, bar: '#2b0f2a' });
  expect((await fetch(address)).status).toBe(200);
  // The form of the one who agreed shows what holds now, and nothing to save.
  expect(await ben.getByLabel(t.bar, { exact: true }).inputValue()).toBe('#2b0f2a');
  expect(await ben.getByRole('button', { name: 'Propose' }).isDisabled()).toBe(true);
  await ada.context().close();
  await ben.context().close();
});
