/**
 * Frames analysed a second of the live camera, at a document and at a face, under CDP CPU throttling.
 *
 * Chromium throttles the thread of a page and not its workers. So the scripts that the customer's browser starts as workers run on the
 * page's own thread here, one after the other with what the page does for a look itself: drawing the frame, making it smaller, reading
 * its pixels. The real page does the two side by side and begins a look every 80 ms at most, so these figures are the lower ones.
 *
 * A worker may ask for the same frame with more pixels, as the one for documents does when it measures; the page then makes those too.
 *
 * `cpu` is the time that the page's thread worked (CDP, thread ticks), the throttling's included: it holds on a busy machine too.
 * `BENCH_FRAMES=120` makes it longer; a multiple of twelve, because each sixth analysis of a face searches the whole frame,
 * and each fourth at a document that lies still measures it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { drawSample, drawSelfie } from '@reident/samples';
import { projectRoot } from '@reident/store';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../tests/fixtures/browser.ts';
import { printMachine } from '../support.ts';

const FRAMES = Number(process.env.BENCH_FRAMES ?? 60);
const WARM_UP = 12;
const RATES = [1, 4, 6];
const ASSETS = path.join(projectRoot(), 'dist/capture/assets');

const asset = (pattern: RegExp) => {
  const found = readdirSync(ASSETS).find((file) => pattern.test(file));
  if (found === undefined) throw new Error(`no ${pattern} in ${ASSETS}: npm run build`);
  return found;
};

interface Subject {
  name: string;
  worker: string;
  /** Longer side at which the page hands frames to the worker. */
  size: number;
  /** Longer side at which the worker gets a frame that it wants to measure. */
  measured?: number;
  frame: Buffer;
}

/** A phone held upright. */
const LENS = { width: 1080, height: 1440 };
const SUBJECTS: Subject[] = [
  {
    name: 'document',
    worker: asset(/^document-worker-/),
    size: 640,
    measured: 1280,
    frame: (await drawSample({ seed: 'bench', kind: 'identity_card', side: 'front', photo: LENS })).jpeg,
  },
  {
    name: 'face',
    worker: asset(/^face-worker-/),
    size: 480,
    frame: (await drawSelfie({ seed: 'bench', ...LENS })).jpeg,
  },
];

const FILES = {
  kernels: asset(/simd.*\.wasm$/),
  detectorGraph: asset(/^blazeface.*\.json$/),
  detectorWeights: asset(/^blazeface.*\.bin$/),
  meshGraph: asset(/^facemesh.*\.json$/),
  meshWeights: asset(/^facemesh.*\.bin$/),
};

/** What the measuring page keeps between calls. */
interface Bench {
  /** Milliseconds of a look; of the page's part of it alone where the worker is left out. */
  look(worker: boolean): Promise<number>;
}

/** Puts a worker's script onto the page's thread, and what the page does for each look beside it. */
async function prepare(page: Page, subject: Subject): Promise<void> {
  await page.evaluate(
    async ({ worker, size, measured, face, files }) => {
      let answer: (value: unknown) => void = () => undefined;
      const ask = (data: unknown) =>
        new Promise((resolve) => {
          answer = resolve;
          window.dispatchEvent(new MessageEvent('message', { data }));
        });
      window.postMessage = ((value: unknown) => answer(value)) as typeof window.postMessage;
      await new Promise((resolve) => {
        const script = Object.assign(document.createElement('script'), { src: `/${worker}`, onload: resolve });
        document.head.append(script);
      });
      if (face) {
        const bytes = async (name: string) => (await fetch(`/${name}`)).arrayBuffer();
        const started = await ask({
          kernels: await bytes(files.kernels),
          detector: { graph: await bytes(files.detectorGraph), weights: await bytes(files.detectorWeights) },
          mesh: { graph: await bytes(files.meshGraph), weights: await bytes(files.meshWeights) },
        });
        if (started !== true) throw new Error('the networks did not start');
      }
      const image = new Image();
      image.src = '/frame';
      await image.decode();
      const frame = document.createElement('canvas');
      const bench = window as unknown as Bench;
      frame.width = image.naturalWidth;
      frame.height = image.naturalHeight;
      const scaleTo = (side: number) => Math.min(1, side / Math.max(frame.width, frame.height));
      const shrinkTo = (side: number) => {
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(frame.width * scaleTo(side));
        canvas.height = Math.round(frame.height * scaleTo(side));
        const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
        return () => {
          context.drawImage(frame, 0, 0, canvas.width, canvas.height);
          const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
          return { data, channels: 4, width, height };
        };
      };
      const [small, larger] = [shrinkTo(size), shrinkTo(measured)];
      const message = (pixels: object) =>
        face ? { ...pixels, shrunk: 1 / scaleTo(size) } : { small: pixels, asked: { mrz: true, other: null } };
      let turn = 0;
      bench.look = async (asksWorker) => {
        const began = performance.now();
        frame.getContext('2d')?.drawImage(image, 0, 0);
        const pixels = small();
        // Left alone, the page makes the larger one as often as a document that lies still is measured.
        if (!asksWorker && !face && turn++ % 4 === 0) larger();
        if (!asksWorker) return performance.now() - began;
        let analysis = await ask(message(pixels));
        if (analysis === 'larger') analysis = await ask({ larger: larger() });
        const { faces, document: found } = analysis as { faces?: unknown[]; document?: unknown };
        if (faces ? faces.length !== 1 : !found) throw new Error('the look missed what is there');
        return performance.now() - began;
      };
    },
    {
      worker: subject.worker,
      size: subject.size,
      measured: subject.measured ?? subject.size,
      face: subject.name === 'face',
      files: FILES,
    },
  );
}

const analysesOf = (page: Page, count: number, worker = true) =>
  page.evaluate(
    async ({ times, asksWorker }) => {
      const bench = window as unknown as Bench;
      const wall: number[] = [];
      for (let i = 0; i < times; i++) {
        wall.push(await bench.look(asksWorker));
        await new Promise((resolve) => setTimeout(resolve));
      }
      return wall.sort((a, b) => a - b);
    },
    { times: count, asksWorker: worker },
  );

printMachine();
let frame: Buffer = Buffer.alloc(0);
const server = createServer((request, response) => {
  const name = path.basename(request.url ?? '');
  if (name === 'frame') return response.setHeader('content-type', 'image/jpeg').end(frame);
  if (name === '') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  if (name.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
  return readdirSync(ASSETS).includes(name)
    ? response.end(readFileSync(path.join(ASSETS, name)))
    : response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch(await findChromium());
console.log(
  `Chromium ${browser.version()}, frames of ${LENS.width} × ${LENS.height}, n = ${FRAMES} frames a row after ${WARM_UP} unmeasured ones`,
);
console.log('Page and worker on one thread, one after the other. cpu: what that thread worked, throttling included.\n');
console.log('analyse     throttled   cpu a frame  of it the page   frames/s by cpu  wall a frame, median / p95');
for (const subject of SUBJECTS) {
  frame = subject.frame;
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  // What runs this file names its functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (made) => made');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await prepare(page, subject);
  await analysesOf(page, WARM_UP);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  for (const rate of RATES) {
    await client.send('Emulation.setCPUThrottlingRate', { rate });
    const cpuOf = async (analyses: () => Promise<unknown>) => {
      const before = await worked();
      await analyses();
      return (1000 * ((await worked()) - before)) / FRAMES;
    };
    let wall: number[] = [];
    const cpu = await cpuOf(async () => {
      wall = await analysesOf(page, FRAMES);
    });
    const ofPage = await cpuOf(() => analysesOf(page, FRAMES, false));
    const at = (share: number) => `${Math.round(wall[Math.floor(share * (wall.length - 1))] ?? 0)} ms`;
    console.log(
      `${subject.name.padEnd(12)}${`${rate} ×`.padEnd(12)}${`${cpu.toFixed(1)} ms`.padEnd(13)}${`${ofPage.toFixed(1)} ms`.padEnd(17)}${(1000 / cpu).toFixed(1).padEnd(17)}${at(0.5)} / ${at(0.95)}`,
    );
  }
  await page.close();
}
await browser.close();
server.close();
