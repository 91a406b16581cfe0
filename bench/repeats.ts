/**
 * How many bands two pictures share: the same one coded anew or made smaller, and others of the same kind of document or of a face.
 *
 * `npx tsx bench/repeats.ts calibration 12` repeats what the threshold rests on; `evaluation` draws others.
 */
import { drawCase } from '@reident/samples';
import sharp, { type Sharp } from 'sharp';
import { decodePicture } from '../packages/engine/evidence/decode-picture.ts';
import { bandsOf, hashPicture } from '../packages/engine/evidence/picture-hash.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 12);

const hashOf = async (jpeg: Uint8Array) => bandsOf(hashPicture(await decodePicture(jpeg)));
const shared = (a: string[], b: string[]) => a.filter((band, i) => band === b[i]).length;

// biome-ignore format: a table
const CHANGES = {
  'coded at quality 40':  (picture: Sharp) => picture.jpeg({ quality: 40 }),
  'half as large':        (picture: Sharp) => picture.resize({ width: 960 }).jpeg({ quality: 85 }),
  'brighter':             (picture: Sharp) => picture.modulate({ brightness: 1.15 }).jpeg({ quality: 85 }),
  'a little blurred':     (picture: Sharp) => picture.blur(1.5).jpeg({ quality: 85 }),
  'cropped by a half %':  (picture: Sharp) => picture.extract({ left: 5, top: 3, width: 1270, height: 714 }).jpeg({ quality: 85 }),
  'cropped by two %':     (picture: Sharp) => picture.extract({ left: 13, top: 7, width: 1254, height: 706 }).jpeg({ quality: 85 }),
} as const;

function row(name: string, values: number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  console.log(`${name}\tn = ${sorted.length}\t${least} / ${median} / ${most}`);
}

console.log(`${seeds} seeds, bands of 16 shared: least / median / most`);
for (const step of ['document_data_page', 'document_front', 'selfie'] as const) {
  const kind = step === 'document_front' ? 'identity_card' : 'passport';
  const hashes: string[][] = [];
  const again: Record<string, number[]> = {};
  for (let i = 0; i < count; i++) {
    const { captures } = await drawCase('clean', `${seeds} ${i}`, { kind, issuer: 'DEU', step });
    const jpeg = captures[0]!.jpeg;
    const hash = await hashOf(jpeg);
    for (const [name, change] of Object.entries(CHANGES)) {
      const whole = sharp(await sharp(jpeg).resize({ width: 1280 }).toBuffer());
      const changed = await change(name.startsWith('cropped') ? whole : sharp(jpeg)).toBuffer();
      again[name] = [...(again[name] ?? []), shared(hash, await hashOf(changed))];
    }
    hashes.push(hash);
  }
  for (const [name, values] of Object.entries(again)) row(`${step}, ${name}`, values);
  row(
    `${step}, others`,
    hashes.flatMap((a, i) => hashes.slice(i + 1).map((b) => shared(a, b))),
  );
}
