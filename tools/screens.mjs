/**
 * `npm run screens`: plays the customer and the specialist in a real browser, in both languages, and takes a picture of every
 * screen on the way. They lie in `.tmp/screens`, with a page that shows them all. `--keep` copies those to `docs/screens` that
 * the documents show.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale, root } from './build.mjs';

const FOLDER = path.join(root, '.tmp/screens');

/** The pictures that documents show, and which document. There are thirteen at most: each change of a page changes them. */
// biome-ignore format: a table
export const KEPT = {
  'start-link-en-phone':        'docs/guides/customers.md',
  'camera-hold-en-phone':       'docs/guides/customers.md',
  'feedback-en-phone':          'docs/guides/customers.md',
  'selfie-hold-en-phone':       'docs/guides/customers.md',
  'recording-further-en-phone': 'docs/guides/customers.md',
  'confirm-en-phone':           'docs/guides/customers.md',
  'console-case':               'docs/guides/specialists.md',
  'console-queue':              'docs/guides/specialists.md',
  'console-branding-desktop':   'docs/guides/branding.md',
  'console-funnel-en-desktop':  'docs/guides/monitoring.md',
  'console-rekyc-en-desktop':   'docs/guides/re-kyc.md',
  'reference-desktop':          'docs/guides/partner-api.md',
  'customer-overview':          'README.md',
};

/** Side by side, for whoever sees the project for the first time. */
export const OVERVIEW = ['start-link-de-phone', 'camera-hold-de-phone', 'feedback-en-phone', 'end-de-phone'];

/** What a name begins with, in the order in which somebody meets it. The first that fits counts. */
// biome-ignore format: a table
const CHAPTERS = [
  // begins with                                                                      chapter
  [/^console-/,                                                                       'The console'],
  [/^reference-/,                                                                     'The API reference'],
  [/^(camera|selfie)-(?!(de|en)-)/,                                                   'What the camera says'],
  [/^(start|code|introduction|document|step|camera|preview|reading|feedback)-/,       'To the document'],
  [/^(recording|proof|selfie|confirm|checking|end)-/,                                 'To the end'],
  [/./,                                                                               'When something goes wrong, and the rest'],
];

async function overview() {
  const { default: sharp } = await import('sharp');
  const [width, height, gap] = [297, 643, 18];
  const pictures = OVERVIEW.map(async (name, i) => ({
    input: await sharp(path.join(FOLDER, `${name}.png`))
      .resize(width, height)
      .png()
      .toBuffer(),
    left: gap + Math.floor(i * ((1280 - 2 * gap - width) / (OVERVIEW.length - 1))),
    top: gap,
  }));
  await sharp({ create: { width: 1280, height: height + 2 * gap + 1, channels: 3, background: '#dde6e2' } })
    .composite(await Promise.all(pictures))
    .png({ palette: true, colours: 128, compressionLevel: 9 })
    .toFile(path.join(FOLDER, 'customer-overview.png'));
}

/** All pictures on one page. */
export function contactSheet(names) {
  const chapters = CHAPTERS.map(([pattern, title], i) => {
    const own = names.filter((name) => CHAPTERS.findIndex(([other]) => other.test(name)) === i && pattern.test(name));
    const figures = own.map(
      (name) =>
        `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`,
    );
    return own.length === 0 ? '' : `<h2>${title}</h2>\n<div>${figures.join('\n')}</div>\n`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Screens of Reident</title>
<style>
  body { font: 14px system-ui, sans-serif; margin: 2rem; background: Canvas; color: CanvasText; color-scheme: light dark; }
  div { display: flex; flex-wrap: wrap; gap: 1rem; }
  figure { margin: 0; }
  img { height: 320px; border: 1px solid color-mix(in srgb, CanvasText 20%, transparent); }
</style>
<h1>Screens of Reident</h1>
<p>${names.length} pictures, taken ${new Date().toISOString().slice(0, 10)}.</p>
${chapters.join('')}</html>
`;
}

async function main() {
  await buildIfStale();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const forVitest = process.argv.slice(2).filter((word) => word !== '--keep');
  const { status } = spawnSync(
    path.join(root, 'node_modules/.bin/vitest'),
    ['run', '--project', 'browser', ...forVitest],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REIDENT_SCREENS: FOLDER },
    },
  );
  const taken = () =>
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.png'))
      .map((file) => file.slice(0, -4));
  if (OVERVIEW.every((name) => taken().includes(name))) await overview();
  writeFileSync(path.join(FOLDER, 'index.html'), contactSheet(taken()));
  console.log(`${taken().length} pictures: ${path.join(FOLDER, 'index.html')}`);
  if (process.argv.includes('--keep')) {
    const kept = Object.keys(KEPT).filter((name) => taken().includes(name));
    for (const name of kept) cpSync(path.join(FOLDER, `${name}.png`), path.join(root, 'docs/screens', `${name}.png`));
    const missing = Object.keys(KEPT).filter((name) => !kept.includes(name));
    console.log(`${kept.length} of ${Object.keys(KEPT).length} kept in docs/screens`);
    if (missing.length > 0) console.log(`Not taken, and so as they were: ${missing.join(', ')}`);
  }
  process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
