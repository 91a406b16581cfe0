import { toPublishedLanguage } from '@reident/domain';
import { LIMITS } from '@reident/platform';
import type { Page } from 'playwright-core';
import type { BrowserFixture } from './customer-fixture.ts';
import { comeToFirstStep, WORDS, type Words } from './customer-steps.ts';

/** On a server without a worker: from the link to the explanation of the photo of the face, the document being a file. */
export async function comeToFace(page: Page, fixture: BrowserFixture, language: 'de' | 'en'): Promise<void> {
  const { url } = await fixture.order(toPublishedLanguage(language));
  await comeToFirstStep(page, url, WORDS[language], 'passport');
  await sendFile(page, fixture, WORDS[language]);
  await page.waitForSelector('[data-screen="step-selfie"]');
}

/** Sends a file for the step at hand and lets the time pass that its reading may take. */
export async function sendFile(page: Page, fixture: BrowserFixture, words: Words): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: 'picture.jpg', mimeType: 'image/jpeg', buffer: fixture.front });
  await page.getByRole('button', { name: words.use }).click();
  await page.waitForSelector('[data-screen="reading"]');
  await fixture.passTime(`PT${LIMITS.readingSeconds + 1}S`);
}
