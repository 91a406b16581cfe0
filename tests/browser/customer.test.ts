import { toPublishedLanguage } from '@reident/domain';
import { drawSample, drawSelfie } from '@reident/samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../fixtures/screens.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import {
  afterReading,
  arriveAt,
  DESKTOP,
  identificationOf,
  keepAs,
  LENS,
  PHONE,
  pictureStep,
  releaseShutter,
  WORDS,
  watch,
} from './customer-steps.ts';

let fixture: BrowserFixture;
/** Both sides of one card and its holder, as a camera held like the device sees them. */
let shown: Record<'desktop' | 'phone', Record<'front' | 'back' | 'selfie', Buffer>>;

beforeAll(async () => {
  shown = { desktop: await seenBy('desktop'), phone: await seenBy('phone') };
  fixture = await openBrowserFixture();
});

afterAll(() => fixture?.close());

async function seenBy(device: 'desktop' | 'phone'): Promise<(typeof shown)['phone']> {
  const photo = LENS[device];
  const [front, back, selfie] = await Promise.all([
    drawSample({ seed: 'e2e', kind: 'identity_card', side: 'front', photo }),
    drawSample({ seed: 'e2e', kind: 'identity_card', side: 'back', photo }),
    drawSelfie({ seed: 'e2e', ...photo }),
  ]);
  return { front: front.jpeg, back: back.jpeg, selfie: selfie.jpeg };
}

describe('the customer', () => {
  it.each([
    ['en', 'desktop', DESKTOP],
    ['de', 'phone', PHONE],
    ...(SCREENS !== null ? ([['en', 'phone', PHONE]] as const) : []),
  ] as const)(
    'goes from the link to the end in %s on a %s, every screen without an axe finding',
    async (language, device, size) => {
      const words = WORDS[language];
      const { front, back, selfie } = shown[device];
      const suffix = `${language}-${device}`;
      const { reident, camera } = fixture;
      const order = await fixture.order(toPublishedLanguage(language));
      const page = await fixture.newPage({ size, locale: language === 'de' ? 'de-DE' : 'en-GB' });
      const seen = watch(page, reident.url);
      const feedback = () => arriveAt(page, 'feedback', keepAs(suffix));

      await page.goto(order.url);
      await arriveAt(page, 'start-link', keepAs(suffix));
      await page.fill('#phone', '+15550101');
      await page.check('#terms');
      await page.check('#biometrics');
      await page.getByRole('button', { name: words.begin }).click();

      await arriveAt(page, 'code', keepAs(suffix));
      expect(new URL(page.url()).pathname).toBe(new URL(order.url).pathname.replace(/\/[^/]+$/, ''));
      const cookies = await page.context().cookies();
      expect(cookies.map(({ name, secure, httpOnly, sameSite }) => [name, secure, httpOnly, sameSite])).toEqual([
        ['__Host-reident-capture', true, true, 'Strict'],
      ]);
      await page.fill('#code', (await page.getByTestId('sandbox-code').textContent()) ?? '');
      await page.getByRole('button', { name: words.confirm }).click();

      await arriveAt(page, 'introduction', keepAs(suffix));
      await page.getByRole('button', { name: words.ready }).click();

      await arriveAt(page, 'document', keepAs(suffix));
      await page.getByRole('radio', { name: words.card }).check();
      await page.getByRole('button', { name: words.next }).click();

      await arriveAt(page, 'step-document_front', keepAs(suffix));
      await camera.show(front, LENS[device]);
      await page.getByRole('button', { name: words.open }).click();
      await releaseShutter(page, words);
      await arriveAt(page, 'preview', keepAs(suffix));
      await page.getByRole('button', { name: words.use }).click();
      await arriveAt(page, 'reading', keepAs(suffix));
      expect(await afterReading(page)).toBe('step-document_back');

      await arriveAt(page, 'step-document_back', keepAs(suffix));
      await camera.show(back, LENS[device]);
      await pictureStep(page, words, feedback);
      await arriveAt(page, 'step-selfie', keepAs(suffix));
      await camera.show(selfie, LENS[device]);
      await pictureStep(page, words, feedback);

      await arriveAt(page, 'confirm', keepAs(suffix));
      await page.getByRole('button', { name: words.send }).click();
      await arriveAt(page, 'end', keepAs(suffix));

      expect(await page.context().cookies()).toEqual([]);
      expect(seen).toEqual({ thirdParty: [], errors: [] });
      await expect.poll(async () => (await identificationOf(reident, order)).status).toBe('successful');
      await page.context().close();
    },
  );
});
