/**
 * `npm run scoreboard -- documents <folder> [--kind grey_copy] [--every 5] [--keep]`: measures the engine on photographs of documents
 * that people have annotated (see `annotation.ts`), goes on where a run of the same engine ended, and writes
 * `document-figures.json` into that folder: counts, no text and no picture. `--keep` puts them beside the drawn ones in
 * `docs/engine/scoreboard.md`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { engineVersion } from '../../../tools/engine-version.mjs';
import { cpuSeconds } from '../../support.ts';
import { PHOTOGRAPHED, type Photographed, readAnnotations } from './annotation.ts';
import { hasWorsened, shareOf } from './figures.ts';
import { openKept } from './keep.ts';
import { type MeasuredPicture, measurePicture, truthsOf } from './measure-picture.ts';
import { type PhotographBoard, photographFigures } from './photograph-figures.ts';
import { showProgress } from './progress.ts';
import { spread } from './spread.ts';

const USAGE = `usage: npm run scoreboard -- documents <folder> [--kind ${PHOTOGRAPHED.join('|')}] [--every <n>] [--source <text>] [--out <file>] [--keep]
  <folder>   photographs with annotations of the VGG Image Annotator, see docs/engine/measurements/README.md
  --kind     what was photographed, where the annotation does not say so
  --every    only every nth photograph
  --source   whose photographs these are, for the page
  --out      where the figures go; default: document-figures.json in the folder
  --keep     also put the figures beside the drawn ones in docs/engine/scoreboard.md`;

/** Code that takes part in what is counted and is not in the engine process. */
const JUDGING = [
  'packages/engine/checks',
  'packages/engine/evidence',
  'packages/engine/verdict',
  'benchmarks/accuracy/scoreboard/measure-picture.ts',
  'benchmarks/accuracy/scoreboard/annotation.ts',
];

/** @returns the board to keep, or null where it is not to be kept or the call was wrong */
export async function measurePhotographs(args: readonly string[]): Promise<PhotographBoard | null> {
  const asked = parse(args);
  if (!asked) {
    console.error(USAGE);
    process.exitCode = 2;
    return null;
  }
  const { folder, kind, every, source, out, keep } = asked;
  const { pictures: annotated, missing } = readAnnotations(folder, kind);
  const pictures = annotated.filter((_, index) => index % every === 0);
  if (missing > 0) console.log(`${missing} annotated photographs are not below ${folder}.`);
  if (pictures.length === 0) {
    console.error(`No annotated photograph below ${folder}.\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
  let pid = 0;
  const log = {
    info(details: { pid?: number }) {
      pid = details.pid ?? pid;
    },
    warn() {},
    error() {},
  };
  const host = await startBuiltHost({ log });
  const cpu = () => (pid ? cpuSeconds(pid) : 0);
  const kept = await openKept<MeasuredPicture>('photographs', JUDGING);
  const progress = showProgress(pictures.length, 'photographs');
  const measured: MeasuredPicture[] = [];
  try {
    for (const picture of pictures) {
      const bytes = readFileSync(picture.file);
      const key = createHash('sha256').update(JSON.stringify(picture)).update(bytes).digest('base64url');
      const fresh = !kept.has(key);
      if (fresh) kept.add(key, await measurePicture(picture, bytes, host, cpu));
      measured.push(kept.get(key)!);
      progress.next(fresh);
    }
  } finally {
    await host.stop();
  }
  const board: PhotographBoard = {
    engineVersion: await engineVersion(),
    measuredOn: new Date().toISOString().slice(0, 10),
    source,
    pictures: measured.length,
    figures: photographFigures(measured, truthsOf(pictures, measured)),
    cpu: spread(measured.map(({ cpuSeconds: seconds }) => seconds)),
  };
  report(board, out ?? path.join(folder, 'document-figures.json'));
  return keep ? board : null;
}

interface Asked {
  folder: string;
  kind: Photographed;
  every: number;
  source: string;
  out: string | undefined;
  keep: boolean;
}

function parse(args: readonly string[]): Asked | null {
  let parsed: ReturnType<typeof parseArgs<typeof OPTIONS>>;
  try {
    parsed = parseArgs({ ...OPTIONS, args: [...args] });
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
  const { positionals, values } = parsed;
  const [folder] = positionals;
  const kind = PHOTOGRAPHED.find((one) => one === values.kind);
  const every = Number(values.every);
  if (!folder || !existsSync(folder) || !kind || !Number.isInteger(every) || every < 1) return null;
  return { folder, kind, every, source: values.source, out: values.out, keep: values.keep };
}

const OPTIONS = {
  allowPositionals: true,
  options: {
    kind: { type: 'string', default: 'unknown' },
    every: { type: 'string', default: '1' },
    source: { type: 'string', default: 'photographs of the operator' },
    out: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
} as const;

/** Prints every figure, beside the one before where the folder holds it, and says which has fallen by more than chance explains. */
function report(board: PhotographBoard, file: string): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PhotographBoard) : null;
  for (const figure of board.figures) {
    const former = before?.figures.find(({ id }) => id === figure.id);
    const worse = former && hasWorsened(figure, former) ? '   WORSE' : '';
    const was = former ? `   was ${former.hits}/${former.n}` : '';
    console.log(`${figure.id.padEnd(34)} ${shareOf(figure)}${was}${worse}`);
  }
  console.log(`CPU seconds a picture: median ${board.cpu.median}, p95 ${board.cpu.p95} (n = ${board.cpu.n})`);
  writeFileSync(file, `${JSON.stringify(board, null, 1)}\n`);
  console.log(`Written: ${file}`);
}
