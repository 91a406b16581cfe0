import path from 'node:path';
import { parseRecording } from '@reident/engine';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { drawSelfie } from '@reident/samples';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaces, loadFaceModels } from '../../packages/engine/face/detect.ts';
import { turnTowards } from '../../packages/engine/face/turn-towards.ts';
import { THRESHOLDS } from '../../packages/engine/thresholds/thresholds.ts';
import { comeToFace, sendFile } from './come-to-face.ts';
import { type BrowserFixture, openBrowserFixture } from './customer-fixture.ts';
import { keepAs, keepScreen, WORDS } from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** The liveness check: the page sees what the customer does and says what is missing. Nothing here asks how fast. */
const SIZE = { width: 540, height: 720 };
/** How a head is turned that does what is asked; the picture's right is the customer's own left. */
const YAW: Readonly<Record<string, number>> = { center: 0, left: 30, right: -30 };

let fixture: BrowserFixture;
const heads = new Map<number | 'nobody', string>();

beforeAll(async () => {
  for (const yawDegrees of [0, 13, -13, 30, -30]) heads.set(yawDegrees, await draw({ yawDegrees }));
  heads.set('nobody', await draw({ people: 0 }));
  fixture = await openBrowserFixture({
    env: { REIDENT_ROLE: 'api' },
    settings: { askSecurityVideo: false, askLiveness: true },
    shows: { kind: 'passport', side: 'data_page' },
  });
});

afterAll(() => fixture?.close());

async function draw(spec: { yawDegrees?: number; people?: 0 }): Promise<string> {
  const { jpeg } = await drawSelfie({ seed: 'live face', ...SIZE, ...spec });
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

interface Moved {
  showHead(address: string): Promise<void>;
  /** Every line that the customer was told. */
  said: string[];
  sent: Blob[];
}

/** A camera whose picture the test changes while it runs: a canvas that is drawn over and over. */
async function useMovingCamera(page: Page): Promise<void> {
  await page.addInitScript(({ width, height }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    let head: HTMLImageElement | null = null;
    setInterval(() => head && context.drawImage(head, 0, 0), 40);
    const moved = window as unknown as Moved;
    moved.showHead = async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      head = image;
    };
    moved.said = [];
    new MutationObserver(() => {
      const line = document.querySelector('.prompt')?.textContent;
      if (line && line !== moved.said.at(-1)) moved.said.push(line);
    }).observe(document, { childList: true, subtree: true, characterData: true });
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(25);
  }, SIZE);
}

async function show(page: Page, head: number | 'nobody'): Promise<void> {
  await page.evaluate((address) => (window as unknown as Moved).showHead(address), heads.get(head) ?? '');
}

async function comeToTurns(prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await fixture.newPage();
  await useMovingCamera(page);
  await prepare?.(page);
  await comeToFace(page, fixture, 'en');
  await sendFile(page, fixture, WORDS.en);
  await page.waitForSelector('[data-screen="step-liveness"]');
  return page;
}

async function startTurning(page: Page, analysing = true): Promise<void> {
  await page.getByRole('button', { name: WORDS.en.open }).click();
  await show(page, 0);
  await page.waitForSelector(`.recording[data-analysing="${analysing}"] .wide.start[aria-disabled="false"]`);
  await page.getByRole('button', { name: WORDS.en.startVideo }).click();
}

const says = (page: Page, text: string) =>
  page.waitForFunction((line) => (window as unknown as Moved).said.includes(line), text);

/** The movement that is asked for after another, `over` when there is none. */
type Prompt = keyof typeof en.recording.praise;

const nextPrompt = async (page: Page, before: string): Promise<Prompt | 'over'> => {
  const found = await page.waitForFunction((last) => {
    const screen = document.querySelector<HTMLElement>('[data-screen]');
    if (screen?.dataset.screen !== 'recording') return 'over';
    const { prompt } = screen.dataset;
    return prompt === undefined || prompt === last ? null : prompt;
  }, before);
  return (await found.jsonValue()) as Prompt | 'over';
};

describe('the liveness check', () => {
  it('says what is missing, praises what was done, and keeps the frame of each movement', async () => {
    const keep = keepAs('en-phone');
    const { prompts, praise, hints } = en.recording;
    const page = await comeToTurns();
    // The page waits as long as a recording can: the two cores may be busy.
    await page.locator('.slow input').check();
    await startTurning(page);
    const asked: string[] = [];
    for (let prompt = await nextPrompt(page, ''); prompt !== 'over'; prompt = await nextPrompt(page, prompt)) {
      // A movement that was made is praised with the next one.
      await says(page, asked.length === 0 ? prompts[prompt] : praise[prompt]);
      if (asked.length === 1) {
        await show(page, (YAW[prompt] ?? 0) > 0 ? 13 : -13);
        await says(page, hints.further[prompt === 'left' ? 'left' : 'right']);
        if (keep !== null) await keepScreen(page, 'recording-further', keep);
      }
      await show(page, YAW[prompt] ?? 0);
      asked.push(prompt);
    }
    await page.waitForSelector('[data-screen="preview"]');
    expect(asked[0]).toBe('center');
    expect(asked).toEqual(expect.arrayContaining(['left', 'right']));

    const turned = await turnsIn(await sentRecording(page));
    expect(turned.map(({ prompt }) => prompt ?? '')).toEqual(asked);
    for (const { prompt, degrees } of turned)
      if (prompt !== 'center') expect(degrees, prompt ?? '').toBeGreaterThan(THRESHOLDS.headTurn.value);
    await page.context().close();
  });

  it('takes its time for each movement where the page finds no face, and nobody is stuck', async () => {
    const page = await comeToTurns();
    await startTurning(page);
    await show(page, 'nobody');
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });

  it('takes its time for each movement where the browser cannot look, and goes on by a button', async () => {
    const page = await comeToTurns(async (fresh) => {
      await fresh.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    });
    await startTurning(page, false);
    await nextPrompt(page, 'center');
    await page.getByRole('button', { name: en.recording.next }).click();
    await page.waitForSelector('[data-screen="preview"]');
    await page.context().close();
  });
});

/** What the page sends, chunk by chunk. */
async function sentRecording(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    const moved = window as unknown as Moved;
    moved.sent = [];
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof Blob) moved.sent.push(body);
      send.call(this, body);
    };
  });
  await page.getByRole('button', { name: WORDS.en.useVideo }).click();
  await page.waitForSelector('[data-screen="reading"]');
  const bytes = await page.evaluate(async () => {
    const { sent } = window as unknown as Moved;
    const whole = new Uint8Array(await new Blob(sent).arrayBuffer());
    let text = '';
    for (let at = 0; at < whole.length; at += 32_768) text += String.fromCharCode(...whole.subarray(at, at + 32_768));
    return btoa(text);
  });
  return Buffer.from(bytes, 'base64');
}

/** How far the head is turned in the last frame of each prompt, measured as the server does. */
async function turnsIn(body: Buffer): Promise<{ prompt: string | null; degrees: number }[]> {
  const models = await loadFaceModels(path.join(import.meta.dirname, '../../packages/engine'));
  const frames = parseRecording(body)?.frames ?? [];
  const last = frames.filter(({ prompt }, index) => frames[index + 1]?.prompt !== prompt);
  return Promise.all(
    last.map(async ({ prompt, jpeg }) => {
      const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const [face] = (await findFaces(models, { rgb: data, width: info.width, height: info.height })).faces;
      return { prompt, degrees: face ? turnTowards(prompt, face) : Number.NaN };
    }),
  );
}
