import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { ORDERED_PERSON, SAMPLES } from '@reident/samples';
import { listCaptures } from '@reident/store';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slowProcessor } from '../fixtures/slow-processor.ts';
import { actBefore, drawScenes, type Scenes } from './acting-camera.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import { comeToFirstStep, identificationOf, pictureStep, recordStep, WORDS } from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** A phone of some years ago on a bad line; nothing here asks how fast. */
const SLOW = { cpu: 3, latency: 300, downloadThroughput: 250_000, uploadThroughput: 250_000 };

let fixture: BrowserFixture;
let scenes: Scenes;

beforeAll(async () => {
  scenes = await drawScenes({ ...SAMPLES.card_front, day: new Date().toISOString().slice(0, 10) });
  fixture = await openBrowserFixture({ settings: { askSecurityVideo: true, askLiveness: true } });
});

afterAll(() => fixture?.close());

describe('a slow phone on a bad line', () => {
  it('comes from the link to the end with every recording, although the line is gone now and then', async () => {
    const words = WORDS.en;
    const page = await fixture.newPage();
    const line = await slowDown(page);
    const camera = await actBefore(page, scenes);
    const ordered = await fixture.order();
    await comeToFirstStep(page, ordered.url);

    // The line goes while the first picture is on its way, and comes back when the page has noticed.
    let lost = false;
    await page.route('**/capture/api/upload', async (route) => {
      if (route.request().method() === 'PATCH' && !lost) {
        lost = true;
        await line.cut();
        void page
          .getByText(en.offline)
          .waitFor()
          .then(() => line.mend());
      }
      await route.continue();
    });
    await camera.show(page, 'front');
    await pictureStep(page, words);
    expect(lost).toBe(true);
    await page.unroute('**/capture/api/upload');

    // And once between two steps, where only the next call notices.
    await page.waitForSelector('[data-screen="step-document_back"]');
    await line.cut();
    await page.getByText(en.offline).waitFor();
    await line.mend();
    await page.getByText(en.offline).waitFor({ state: 'detached' });

    await camera.show(page, 'back');
    await pictureStep(page, words);
    await camera.show(page, 'flat');
    await recordStep(page, words);
    await camera.show(page, 'face');
    await pictureStep(page, words);
    await recordStep(page, words);
    await page.waitForSelector('[data-screen="confirm"]');
    expect((await page.locator('.read dd').first().innerText()).split(/[ ,]/)[0]).toBe(
      ORDERED_PERSON.lastName.split(/[ -]/)[0]?.toUpperCase().replace('Ü', 'UE'),
    );
    await page.getByRole('button', { name: words.send }).click();
    await page.waitForSelector('[data-screen="end"]');

    const captures = await fixture.reident.platform.database.inTenant(fixture.reident.tenant.id, (tx) =>
      listCaptures(tx, ordered.id),
    );
    expect(captures.map(({ step }) => step)).toEqual([
      'document_front',
      'document_back',
      'security_video',
      'selfie',
      'liveness',
    ]);
    await expect.poll(async () => (await identificationOf(fixture.reident, ordered)).status).toBe('successful');
    await page.context().close();
  });
});

interface SlowLine {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

async function slowDown(page: Page): Promise<SlowLine> {
  const client = await page.context().newCDPSession(page);
  const { cpu, ...network } = SLOW;
  await slowProcessor(page, cpu);
  await client.send('Network.enable');
  const set = async (offline: boolean) => {
    await client.send('Network.emulateNetworkConditions', { offline, ...network });
  };
  await set(false);
  return {
    cut: () => set(true),
    mend: () => set(false),
  };
}
