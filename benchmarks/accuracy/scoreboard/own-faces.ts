/**
 * `npm run scoreboard -- faces <folder>`: the face comparison on photographs of your own, `person_number.jpg` in the folder or in one
 * folder for each person. With a `pairs.txt` as LFW has it, accuracy by its protocol stands beside the error rates of all pairs.
 * It writes `face-curve.json` into that folder, for the setting `REIDENT_FACE_CURVE`. Small pictures are enlarged.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { THRESHOLDS } from '@reident/engine';
import { type FaceModels, loadFaceModels } from '../../../packages/engine/face/detect.ts';
import { type Described, faceDistance } from '../../../packages/engine/face/embedding-distance.ts';
import { curveOf, openTally } from './face-curve.ts';
import {
  accuracyByFolds,
  type ComparedPair,
  nameOf,
  type Photograph,
  parsePairs,
  photographsIn,
} from './face-folder.ts';
import { faceOfPhotograph } from './face-of-photograph.ts';
import { printPortrait } from './print-portrait.ts';
import { showProgress } from './progress.ts';

interface KnownFace extends Photograph {
  face: Described;
  /** The same photograph as the portrait of a card; null where no face is found in that. */
  printed: Described | null;
}

export async function measureOwnFaces(folder: string | undefined): Promise<void> {
  if (!folder || !existsSync(folder)) {
    console.error('usage: npm run scoreboard -- faces <folder>   with files like anna_1.jpg or anna/anna_0001.jpg');
    process.exitCode = 2;
    return;
  }
  const models = await loadFaceModels(path.join(import.meta.dirname, '../../../packages/engine'));
  if (!models.embedding) throw new Error('onnxruntime-node has no program for this platform: no face can be compared');
  const known = await readFaces(models, photographsIn(folder));
  const people = new Set(known.map(({ person }) => person)).size;
  const { genuine, impostor, printed, printedLost } = distancesOf(known);
  const curve = curveOf(genuine, impostor, { method: 'photographs of the operator', optimistic: false, people });
  const file = path.join(folder, 'face-curve.json');
  writeFileSync(file, `${JSON.stringify(curve, null, 1)}\n`);
  console.log(`${people} people, ${curve.genuine} pairs of one, ${curve.impostor} of two. Written: ${file}`);
  const { points: printedPoints } = curveOf(printed, openTally(), curve);
  const inUse: readonly number[] = [THRESHOLDS.faceDistanceSame.value, THRESHOLDS.faceDistanceOther.value];
  for (const [index, { threshold, fmr, fmrUpper, fnmr, fnmrUpper }] of curve.points.entries()) {
    if (index % 5 !== 0 && !inUse.includes(threshold)) continue;
    const { fnmr: ofPrint, fnmrUpper: ofPrintUpper } = printedPoints[index]!;
    console.log(
      `${threshold.toFixed(2)}  FMR ${fmr} (at most ${fmrUpper})  FNMR ${fnmr} (at most ${fnmrUpper})  printed portrait ${ofPrint} (at most ${ofPrintUpper})${inUse.includes(threshold) ? '  in use' : ''}`,
    );
  }
  console.log(`printed portrait: drawn from the photograph, n = ${printed.n}; no face found in ${printedLost} of them`);
  const pairsFile = path.join(folder, 'pairs.txt');
  if (existsSync(pairsFile)) reportPairs(known, readFileSync(pairsFile, 'utf8'));
}

async function readFaces(models: FaceModels, photographs: readonly Photograph[]): Promise<KnownFace[]> {
  const progress = showProgress(photographs.length, 'photographs');
  const known: KnownFace[] = [];
  for (const photograph of photographs) {
    const bytes = readFileSync(photograph.file);
    const face = await faceOfPhotograph(models, bytes);
    if (face) {
      const printed = await faceOfPhotograph(models, await printPortrait(bytes, nameOf(photograph)));
      known.push({ ...photograph, face, printed });
    } else console.error(`no face found in ${photograph.file}`);
    progress.next();
  }
  return known;
}

/** Between all photographs; and between a portrait as a card shows it and every other photograph of that person. */
function distancesOf(known: readonly KnownFace[]) {
  const [genuine, impostor, printed] = [openTally(), openTally(), openTally()];
  for (const [index, one] of known.entries())
    for (let next = index + 1; next < known.length; next++) {
      const other = known[next]!;
      const same = one.person === other.person;
      (same ? genuine : impostor).add(distanceOf(one.face, other.face));
      if (!same) continue;
      if (one.printed) printed.add(distanceOf(one.printed, other.face));
      if (other.printed) printed.add(distanceOf(one.face, other.printed));
    }
  return { genuine, impostor, printed, printedLost: known.filter((face) => !face.printed).length };
}

function reportPairs(known: readonly KnownFace[], text: string): void {
  const byName = new Map(known.map((photograph) => [nameOf(photograph), photograph.face]));
  const asked = parsePairs(text);
  const compared = asked.flatMap(({ fold, same, names: [a, b] }): ComparedPair[] => {
    const [one, other] = [byName.get(a), byName.get(b)];
    return one && other ? [{ fold, same, distance: distanceOf(one, other) }] : [];
  });
  const accuracy = accuracyByFolds(compared);
  console.log(
    accuracy
      ? `pairs.txt: accuracy ${(100 * accuracy.mean).toFixed(2)} ± ${(100 * accuracy.deviation).toFixed(2)} % over ${accuracy.folds} folds, ${compared.length} of ${asked.length} pairs with both pictures here`
      : `pairs.txt: fewer than two folds have pictures here (${compared.length} of ${asked.length} pairs)`,
  );
}

function distanceOf(a: Described, b: Described): number {
  const distance = faceDistance(a, b);
  if (distance === 'not_comparable') throw new Error('a face was not described');
  return distance;
}
