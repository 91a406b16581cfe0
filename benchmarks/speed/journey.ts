/**
 * A customer's whole way through the real program in a real browser, at the pace of a test that never hesitates: link, code,
 * ID card from both sides, video of the card, selfie, video of the face, submission. The camera shows drawn samples and answers
 * the prompts. Two times are printed for each step: what passed (machine and recordings), and how long somebody reads the
 * words that the step showed, at 200 words a minute [budget: 60 s in all, issue of the session].
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ORDERED_PERSON, SAMPLES } from '@reident/samples';
import { chromium, type Page } from 'playwright-core';
import { actBefore, drawScenes } from '../../tests/browser/acting-camera.ts';
import { comeToFirstStep, PHONE, pictureStep, recordStep, WORDS } from '../../tests/browser/customer-steps.ts';
import { findChromium } from '../../tests/fixtures/browser.ts';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startProcess } from '../../tests/fixtures/process.ts';
import { printMachine, quantile, sandboxCaller } from '../support.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const READING_WORDS_PER_SECOND = 200 / 60;
const INSIDE_A_STEP: ReadonlySet<string> = new Set(['camera', 'recording', 'preview', 'reading', 'feedback']);

interface Stay {
  screen: string;
  at: number;
  words: number;
}

printMachine();
const scenes = await drawScenes({ ...SAMPLES.card_front, day: new Date().toISOString().slice(0, 10) });
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startProcess({ dataDir, port: await freePort() });
const caller = await sandboxCaller(server.url, dataDir, 1);
const browser = await chromium.launch(await findChromium());
const rounds: Map<string, { seconds: number; reading: number }>[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const steps = await walk(await order());
  // The first way loads the models of the engine, as the first customer after a start does; it is printed apart.
  if (round === 0) print('the first customer after the start', [steps]);
  else rounds.push(steps);
}
if (ROUNDS > 0) print(`afterwards, median of ${ROUNDS}`, rounds);
await browser.close();
await caller.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

async function order(): Promise<string> {
  const { firstName, lastName, birthDate } = ORDERED_PERSON;
  const body = { first_name: firstName, last_name: lastName, birth_date: birthDate };
  const person = (await caller.send('POST', '/v1/persons', body)).body as { id: string };
  const target = `/v1/persons/${person.id}/identifications`;
  const order = { method: 'idnow_autoident', language: 'EN' };
  const { id } = (await caller.send('POST', target, order)).body as { id: string };
  return ((await caller.send('PATCH', `${target}/${id}/request`)).body as { url: string }).url;
}

/** @returns seconds by step, in order */
async function walk(url: string): Promise<Map<string, { seconds: number; reading: number }>> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', permissions: ['camera'] });
  // The program that runs this file names functions by a helper of its own, which the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const stays: Stay[] = [];
  await page.exposeFunction('cameTo', (screen: string, words: number) =>
    stays.push({ screen, at: performance.now(), words }),
  );
  await page.addInitScript(noticeScreens);
  const camera = await actBefore(page, scenes);
  const words = WORDS.en;
  await comeToFirstStep(page, url);
  await take(page, 'front', () => pictureStep(page, words));
  await take(page, 'back', () => pictureStep(page, words));
  await take(page, 'flat', () => recordStep(page, words));
  await take(page, 'face', () => pictureStep(page, words));
  await take(page, 'face', () => recordStep(page, words));
  await page.waitForSelector('[data-screen="confirm"]');
  await page.getByRole('button', { name: words.send }).click();
  await page.waitForSelector('[data-screen="end"]');
  await page.waitForTimeout(100);
  await context.close();
  return byStep(stays);

  async function take(shown: Page, scene: string, act: () => Promise<void>): Promise<void> {
    await camera.show(shown, scene);
    await act();
  }
}

interface Told {
  cameTo(screen: string, words: number): void;
}

/** Runs in the page: says when another screen is drawn, and how many words stand on it. */
function noticeScreens(): void {
  let last: string | null = null;
  const look = () => {
    const place = document.querySelector('[data-screen]');
    const screen = place?.getAttribute('data-screen') ?? null;
    if (screen === null || screen === last) return;
    last = screen;
    const main = document.querySelector('main') ?? document.body;
    // Nobody reads a closed list from end to end, what only a screen reader says, or, as a customer, what a sandbox adds.
    const left = [...main.querySelectorAll<HTMLElement>('[data-sandbox], select, .unseen')].map(
      (part) => part.innerText,
    );
    const text = left.reduce((rest, part) => rest.replace(part, ''), main.innerText);
    (window as unknown as Told).cameTo(screen, text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

function byStep(stays: Stay[]): Map<string, { seconds: number; reading: number }> {
  const steps = new Map<string, { seconds: number; reading: number }>();
  let step = '';
  for (const [index, { screen, at, words }] of stays.entries()) {
    if (!INSIDE_A_STEP.has(screen)) step = screen;
    const until = stays[index + 1]?.at ?? at;
    const so = steps.get(step) ?? { seconds: 0, reading: 0 };
    if (screen === 'feedback') steps.set(`${step}, sent back`, { seconds: 0, reading: 0 });
    steps.set(step, {
      seconds: so.seconds + (until - at) / 1000,
      reading: so.reading + (screen === 'end' ? 0 : words / READING_WORDS_PER_SECOND),
    });
  }
  return steps;
}

function print(title: string, all: Map<string, { seconds: number; reading: number }>[]): void {
  console.log(`\n${title}\n${'step'.padEnd(30)}${'passed'.padStart(10)}${'to read'.padStart(10)}`);
  const names = [...new Set(all.flatMap((steps) => [...steps.keys()]))];
  const total = { seconds: 0, reading: 0 };
  for (const name of names) {
    const middle = (part: 'seconds' | 'reading') =>
      quantile(
        all.map((steps) => steps.get(name)?.[part] ?? 0).sort((a, b) => a - b),
        0.5,
      );
    const [seconds, reading] = [middle('seconds'), middle('reading')];
    total.seconds += seconds;
    total.reading += reading;
    console.log(`${name.padEnd(30)}${seconds.toFixed(1).padStart(8)} s${reading.toFixed(1).padStart(8)} s`);
  }
  console.log(`${'all'.padEnd(30)}${total.seconds.toFixed(1).padStart(8)} s${total.reading.toFixed(1).padStart(8)} s`);
}
