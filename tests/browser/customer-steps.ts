import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublishedLanguage } from '@reident/domain';
import { CAPTURE_MESSAGES, type CaptureMessages } from '@reident/messages/capture';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { TestReident } from '../fixtures/reident.ts';
import { SCREENS, takeScreen } from '../fixtures/screens.ts';

/** The two sizes that every screen is looked at in. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** A wall: the camera works, and nothing lies before it of which a picture would take itself while the test looks at something else. */
export function drawWall(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 360, channels: 3, background: '#7a8a86' } })
    .jpeg()
    .toBuffer();
}

/** What a camera shows: a file that Chromium plays from its beginning each time it is opened. */
export interface CameraFile {
  path: string;
  /** Shows another picture from the next time the camera is opened. */
  show(jpeg: Buffer, size?: { width: number; height: number }): Promise<void>;
  remove(): void;
}

export function makeCameraFile(): CameraFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-camera-'));
  const file = path.join(folder, 'camera.y4m');
  return {
    path: file,
    async show(jpeg, size = { width: 1280, height: 720 }) {
      const fitted = sharp(jpeg).resize({ ...size, fit: 'contain', background: '#444' });
      const { data } = await fitted.removeAlpha().raw().toBuffer({ resolveWithObject: true });
      // Under another name until it is whole: a camera that is open goes on with the file that it has, and half of one ends Chromium.
      writeFileSync(`${file}.new`, uncompressedVideo(data, size));
      renameSync(`${file}.new`, file);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As many as an old phone has in very bad light. Each costs a browser without graphics hardware a good part of a core. */
const FRAMES_PER_SECOND = 5;

/** One picture twice, as YUV4MPEG2: it says how many frames there are a second, and no frame has to be decoded. */
function uncompressedVideo(rgb: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const [luma, blue, red] = [width * height, (width * height) / 4, (width * height) / 4];
  const planes = Buffer.alloc(luma + blue + red);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [r, g, b] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
      planes[y * width + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if ((x | y) & 1) continue;
      const chroma = luma + (y / 2) * (width / 2) + x / 2;
      planes[chroma] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      planes[chroma + blue] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), planes]);
  return Buffer.concat([head, frame, frame]);
}

export interface Ordered {
  id: string;
  personId: string;
  url: string;
  reference: string;
}

/** A person, an identification, a link: what the partner does first. */
export async function orderIdentification(
  reident: TestReident,
  language: PublishedLanguage,
  person: object,
): Promise<Ordered> {
  const { body: made } = await reident.call<{ id: string }>('POST', '/v1/persons', person);
  const base = `/v1/persons/${made.id}/identifications`;
  const { body: created } = await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident', language });
  const { body } = await reident.call<{ url: string; reference: string }>('PATCH', `${base}/${created.id}/request`);
  return { id: created.id, personId: made.id, url: body.url, reference: body.reference };
}

export async function identificationOf(reident: TestReident, { id, personId }: Ordered) {
  const { body } = await reident.call<{ status: string; failure_reason?: string | null }>(
    'GET',
    `/v1/persons/${personId}/identifications/${id}`,
  );
  return body;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits for a screen, checks it with axe, and keeps a picture of it where `keep` is set. */
export async function arriveAt(
  page: Page,
  screen: string,
  keep: { folder: string; suffix: string } | null,
): Promise<void> {
  await page.waitForSelector(`[data-screen="${screen}"]`);
  if (keep !== null) {
    await keepScreen(page, screen, keep);
  }
  await expectAccessible(page, screen);
}

/**
 * The same in both languages where screens are kept: the screen is drawn in the other one, checked and kept, and drawn again as it was.
 * For screens that no walk in the other language comes to; `every-screen.test.ts` looks at each of them in both anyway.
 *
 * @param suffix  of the picture, as `en-phone`; the other one's is made from it
 */
export async function arriveAtInBoth(page: Page, screen: string, suffix: string): Promise<void> {
  await arriveAt(page, screen, keepAs(suffix));
  if (keepAs(suffix) === null) return;
  await switchLanguage(page);
  const other = suffix.startsWith('en') ? suffix.replace('en', 'de') : suffix.replace('de', 'en');
  await arriveAt(page, screen, keepAs(other));
  await switchLanguage(page);
}

/** By the button at the top. A running session is told, and its answer is waited for, so that two switches cannot overtake each other. */
async function switchLanguage(page: Page): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.lang);
  const told = (await page.locator('.progress').count()) > 0 ? page.waitForResponse('**/capture/api/language') : null;
  await page.locator('button.language').click();
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before);
  await told;
}

export async function keepScreen(page: Page, name: string, keep: { folder: string; suffix: string }): Promise<void> {
  await takeScreen(page, `${name}-${keep.suffix}`, keep.folder);
}

/** No finding of axe, in any rule of WCAG 2.2 A and AA and of good practice. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Evaluated from outside, because the page's own policy lets no third-party script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    // Every rule runs; only what passes is not described, place by place.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  if (findings.length > 0) throw new Error(`axe on ${where}: ${findings.join('; ')}`);
}

/**
 * Everything that the page asks for beyond its own server, and every line of error in the browser's own console.
 *
 * @param refused  statuses that the test provokes; a browser writes a line of each answer that is an error
 */
export function watch(
  page: Page,
  url: string,
  refused: readonly number[] = [],
): { thirdParty: string[]; errors: string[] } {
  const provoked = refused.map((status) => `status of ${status}`);
  const seen = { thirdParty: [] as string[], errors: [] as string[] };
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) seen.thirdParty.push(address);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || provoked.some((line) => message.text().includes(line))) return;
    seen.errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  return seen;
}

/** The words by which the tests find what to press, as the customer would. */
export const WORDS = { en: wordsOf(CAPTURE_MESSAGES.en), de: wordsOf(CAPTURE_MESSAGES.de) };

function wordsOf({
  start,
  code,
  introduction,
  document,
  camera,
  recording,
  confirm,
  feedback,
  ...other
}: CaptureMessages) {
  return {
    begin: start.begin,
    confirm: code.confirm,
    ready: introduction.ready,
    card: document.kinds.identity_card,
    passport: document.kinds.passport,
    next: other.next,
    open: new RegExp(`^${camera.open}$`),
    shutter: camera.shutter,
    use: camera.use,
    again: camera.again,
    anyway: feedback.anyway,
    send: confirm.send,
    file: camera.file,
    startVideo: recording.start,
    tryAgain: other.tryAgain,
    useVideo: recording.use,
    cancel: other.cancel,
    left: endingOf(recording.prompts.left, recording.praise.left),
    right: endingOf(recording.prompts.right, recording.praise.right),
  };
}

/** What the first request for a movement and the one after a praise have in common. */
function endingOf(first: string, praised: string): string {
  const words = first.split(' ');
  return words.slice(words.findIndex((_, at) => praised.endsWith(words.slice(at).join(' ')))).join(' ');
}

/** Where pictures of the screens are taken (`npm run screens`), the place for them. */
export function keepAs(suffix: string): { folder: string; suffix: string } | null {
  return SCREENS === null ? null : { folder: SCREENS, suffix };
}

export type Words = (typeof WORDS)['en' | 'de'];

/** What the two kinds of camera deliver: a computer's, and a phone's that is held upright. */
export const LENS = { desktop: { width: 1280, height: 720 }, phone: { width: 1080, height: 1440 } };

/** From the link to the explanation of the first picture. */
export async function comeToFirstStep(
  page: Page,
  url: string,
  words: Words = WORDS.en,
  kind: 'card' | 'passport' = 'card',
): Promise<void> {
  await comeToDocumentChoice(page, url, words);
  await page.getByRole('radio', { name: words[kind] }).check();
  await page.getByRole('button', { name: words.next }).click();
  await page.waitForSelector(`[data-screen="step-document_${kind === 'card' ? 'front' : 'data_page'}"]`);
}

/** From the link to the choice of the document. */
export async function comeToDocumentChoice(page: Page, url: string, words: Words): Promise<void> {
  await page.goto(url);
  await page.fill('#phone', '+15550101');
  await page.check('#terms');
  await page.check('#biometrics');
  await page.getByRole('button', { name: words.begin }).click();
  await page.fill('#code', (await page.getByTestId('sandbox-code').textContent()) ?? '');
  await page.getByRole('button', { name: words.confirm }).click();
  await page.getByRole('button', { name: words.ready }).click();
}

/** Opens the camera on what it is shown, takes the picture and sends it. */
export async function takePicture(page: Page, words: { open: RegExp; shutter: string; use: string }): Promise<void> {
  await comeToCamera(page, 'camera', words.open);
  await releaseShutter(page, words);
  await page.getByRole('button', { name: words.use }).click();
}

/** Opens the camera, unless the page comes to it by itself, as it does when a picture is taken again. */
async function comeToCamera(page: Page, screen: 'camera' | 'recording', name: RegExp): Promise<void> {
  const open = page.getByRole('button', { name });
  await open
    .or(page.locator(`[data-screen="${screen}"]`))
    .first()
    .waitFor();
  if (await open.isVisible()) await open.click();
}

/** Presses the shutter, unless the picture takes itself first. */
export async function releaseShutter(page: Page, words: { shutter: string }): Promise<void> {
  await page.waitForSelector('.shutter[aria-disabled="false"], [data-screen="preview"]');
  await page.evaluate((name) => {
    document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)?.click();
  }, words.shutter);
  await page.waitForSelector('[data-screen="preview"]');
}

/** Pictures what the camera is shown; a picture that the engine does not like is taken once more and then used anyway. */
export async function pictureStep(
  page: Page,
  words: Words,
  onFeedback: () => Promise<void> = async () => undefined,
): Promise<void> {
  await takePicture(page, words);
  if ((await afterSending(page, words.use)) !== 'feedback') return;
  await onFeedback();
  await page.getByRole('button', { name: words.again }).click();
  await takePicture(page, words);
  if ((await afterSending(page, words.use)) !== 'feedback') return;
  await page.getByRole('button', { name: words.anyway }).click();
  await page.waitForSelector('[data-screen="feedback"]', { state: 'detached' });
}

/** As `afterReading`; what was refused by a server that is too busy is sent once more. */
async function afterSending(page: Page, use: string): Promise<string> {
  const screen = await afterReading(page);
  if (screen !== 'preview') return screen;
  await page.getByRole('button', { name: use }).click();
  return afterReading(page);
}

/** Starts the video on what the camera is shown, and waits until it is there to be looked at. */
export async function recordVideo(page: Page, words: Words, whileReady?: () => Promise<void>): Promise<void> {
  await comeToCamera(page, 'recording', words.open);
  await page.waitForSelector('.wide.start[aria-disabled="false"]');
  await whileReady?.();
  await page.getByRole('button', { name: words.startVideo }).click();
  await page.waitForSelector('[data-screen="preview"], [data-screen="camera-slow"]');
  if (await page.$('[data-screen="preview"]')) return;
  // A machine so busy that it could not keep up: as the page says, once more.
  await page.getByRole('button', { name: words.tryAgain }).click();
  await recordVideo(page, words);
}

/** Records what the camera is shown; a video that the engine does not like is made once more and then used anyway. */
export async function recordStep(page: Page, words: Words): Promise<void> {
  await recordVideo(page, words);
  if ((await useVideo(page, words)) !== 'feedback') return;
  await page.getByRole('button', { name: words.again }).click();
  await recordVideo(page, words);
  if ((await useVideo(page, words)) !== 'feedback') return;
  await page.getByRole('button', { name: words.anyway }).click();
  await page.waitForSelector('[data-screen="feedback"]', { state: 'detached' });
}

/** Where a machine is so busy that the number of a recording has grown stale, it is made again, as the page says. */
async function useVideo(page: Page, words: Words): Promise<string> {
  await page.getByRole('button', { name: words.useVideo }).click();
  const screen = await afterReading(page);
  if (screen !== 'preview') return screen;
  await page.getByRole('button', { name: words.again }).click();
  await recordVideo(page, words);
  await page.getByRole('button', { name: words.useVideo }).click();
  return afterReading(page);
}

/** Waits until a picture has been read; says which screen that leads to: the preview still, if it was refused there. */
export async function afterReading(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const place = document.querySelector('[data-screen]');
    const screen = place?.getAttribute('data-screen') ?? 'camera';
    const refused =
      place?.querySelector('.error-message p') && place.querySelector('.button.primary[aria-disabled="false"]');
    return (screen === 'preview' && refused) || !['camera', 'recording', 'preview', 'reading'].includes(screen);
  }, undefined);
  return (await page.getAttribute('[data-screen]', 'data-screen')) ?? '';
}
