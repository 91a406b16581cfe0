/**
 * Whether the machine-readable zone could be read in the moments of the security video, which the engine does not do: they are smaller than
 * the picture, and each costs CPU.
 *
 * `npx tsx bench/moments.ts 8 [seeds]`: so many documents, passports and TD2 cards in turn, six moments of each at 1280 × 720.
 */
import { fileURLToPath } from 'node:url';
import { createRandom, drawPerson, drawSample, drawTilt } from '@reident/samples';
import sharp from 'sharp';
import { loadGlyphWeights, readMrz } from '../packages/engine/evidence/mrz/index.ts';

const count = Number(process.argv[2] ?? 8);
const seeds = process.argv[3] ?? 'evaluation';
const weights = loadGlyphWeights(fileURLToPath(new URL('../packages/engine', import.meta.url)));
const KINDS = [
  ['passport', 'data_page'],
  ['identity_card_td2', 'front'],
] as const;

const moments: { prompt: string; exact: boolean; accepted: boolean; cpuMs: number }[] = [];
const documents: { exact: number; agreeing: boolean }[] = [];
for (let i = 0; i < count; i++) {
  const [kind, side] = KINDS[i % KINDS.length]!;
  const seed = `moments ${seeds} ${i}`;
  const holder = drawPerson(createRandom(seed).fork('holder'));
  const document = { seed, kind, side, holder };
  const photo = { defocusPixels: 0.8, noise: 3, background: 'textured' as const };
  const frames = await drawTilt({ ...document, frames: 6, everyMilliseconds: 500, photo });
  const lines = (await drawSample(document)).truth.mrz!.lines.join();
  const read: string[] = [];
  let exact = 0;
  for (const { jpeg, prompt } of frames) {
    const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
    const started = process.cpuUsage();
    const zone = readMrz({ data, width: info.width, height: info.height }, { weights });
    const { user, system } = process.cpuUsage(started);
    const seen = zone?.lines.join();
    if (zone?.accepted) read.push(zone.lines.join());
    if (seen === lines) exact++;
    moments.push({ prompt, exact: seen === lines, accepted: zone?.accepted ?? false, cpuMs: (user + system) / 1000 });
  }
  documents.push({ exact, agreeing: new Set(read).size <= 1 });
}

for (const prompt of ['flat', 'tilt']) {
  const rows = moments.filter((moment) => moment.prompt === prompt);
  const times = rows.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  const wrong = rows.filter(({ accepted, exact }) => accepted && !exact).length;
  console.log(
    `${prompt}\tn = ${rows.length}\texact ${rows.filter(({ exact }) => exact).length}\taccepted ${rows.filter(({ accepted }) => accepted).length}, wrong ${wrong}\tCPU ms ${times.map(Math.round)[times.length >> 1]} in the median, ${Math.round(times.at(-1) ?? 0)} at most`,
  );
}
console.log(
  `documents\tn = ${documents.length}\tread exactly in some moment ${documents.filter(({ exact }) => exact > 0).length}, in every one ${documents.filter(({ exact }) => exact === 6).length}\taccepted readings differ in ${documents.filter(({ agreeing }) => !agreeing).length}`,
);
