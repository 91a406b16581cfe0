/**
 * `npm run scoreboard [-- --minutes 30]`: measures the engine on cases and photos of MRZs drawn from seeds that no threshold and
 * no training rests on, and writes `docs/engine/scoreboard.md`, its plots and `docs/engine/scoreboard.json`. Capture sessions of every scenario and
 * photos of every level in turn, until there are enough of each or the time is over. A run goes on where one of the same engine
 * ended; `--minutes 0` only writes what is there.
 *
 * `npm run scoreboard -- documents <folder>` measures it on annotated photographs of documents: see `photographs.ts`.
 * `npm run scoreboard -- faces <folder>` measures the face comparison on photographs of your own: see `own-faces.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, SCENARIOS, type ScenarioName } from '@reident/samples';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { engineVersion } from '../../../tools/engine-version.mjs';
import { cpuSeconds, memoryMb } from '../../support.ts';
import { MRZ_LEVELS, type MrzLevel } from '../mrz-levels/levels.ts';
import type { Board } from './board.ts';
import { type FaceMeasurement, measureFaces } from './faces.ts';
import { type Figure, figuresOf, hasWorsened } from './figures.ts';
import { type Kept as KeptFile, openKept } from './keep.ts';
import { type MeasuredCase, measureCase } from './measure-case.ts';
import { type MeasuredMrz, measureMrz } from './measure-mrz.ts';
import { measureOwnFaces } from './own-faces.ts';
import type { PhotographBoard } from './photograph-figures.ts';
import { measurePhotographs } from './photographs.ts';
import { drawPlot } from './plot.ts';
import { showProgress } from './progress.ts';
import { spread } from './spread.ts';
import { writePage } from './write-page.ts';

/** Code that takes part in the verdict and is not in the host. */
const JUDGING = [
  'packages/engine/checks',
  'packages/engine/evidence',
  'packages/engine/verdict',
  'benchmarks/accuracy/scoreboard/measure-case.ts',
];

const SEED = 'scoreboard';

/** What was never seen in so many happens in at most an eighth of all (95 %). */
const CASES_PER_SCENARIO = 30;
const PHOTOS_PER_LEVEL = 100;

const docs = path.join(import.meta.dirname, '../../../docs/engine');
const photographsFile = path.join(docs, 'scoreboard-photographs.json');
const [first, ...others] = process.argv.slice(2);
if (first === 'faces') await measureOwnFaces(others[0]);
else if (first === 'documents') {
  const board = await measurePhotographs(others);
  if (board) keepPhotographs(board);
} else await measureAll(first === '--minutes' ? Number(others[0]) : Number.POSITIVE_INFINITY);

/** Puts them into the page beside what was drawn before. */
function keepPhotographs(board: PhotographBoard): void {
  writeFileSync(photographsFile, `${JSON.stringify(board, null, 1)}\n`);
  const drawn = readJson<Board>(path.join(docs, 'scoreboard.json'));
  if (drawn) writeFileSync(path.join(docs, 'scoreboard.md'), writePage(drawn, board));
}

async function measureAll(minutes: number): Promise<void> {
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
  const until = Date.now() + minutes * 60_000;
  const keptCases = await openKept<Kept<MeasuredCase>>('cases', JUDGING);
  const mrzPhotos = await openKept<Kept<MeasuredMrz>>('mrzPhotos', [
    'benchmarks/accuracy/mrz-levels',
    'benchmarks/accuracy/scoreboard/measure-mrz.ts',
  ]);
  /** Peak of the host up to here, where it is alive. */
  const peak = () => (pid ? memoryMb(pid, 'peak') : 0);
  const workOn = <T>(kept: KeptFile<Kept<T>>, list: readonly Work<T>[]) =>
    list.map(({ key, measure }) => ({
      isDone: () => kept.has(key),
      run: async () => kept.add(key, { ...(await measure()), megabytes: peak() }),
    }));
  const work = interleaved(
    workOn(
      keptCases,
      casesToMeasure((scenario, seed) => measureCase(scenario, seed, host, cpu)),
    ),
    workOn(
      mrzPhotos,
      mrzPhotosToMeasure((level, index) => measureMrz(level, SEED, index, host, cpu)),
    ),
  );
  const progress = showProgress(work.length, 'cases and photos');
  for (const { isDone, run } of work) {
    const fresh = !isDone();
    if (fresh && Date.now() >= until) break;
    if (fresh) await run();
    progress.next(fresh);
  }
  const cases = keptCases.all;
  await host.stop();
  const figures = figuresOf(cases, mrzPhotos.all);
  const measuredFaces = await openKept<FaceMeasurement>('faces', ['benchmarks/accuracy/scoreboard/faces.ts']);
  if (!measuredFaces.has('all')) measuredFaces.add('all', await measureFaces());
  const faces = measuredFaces.all[0]!;
  const board = {
    engineVersion: await engineVersion(),
    measuredOn: new Date().toISOString().slice(0, 10),
    cases: cases.length,
    photos: mrzPhotos.all.length,
    cpu: {
      document: spread([
        ...cases.flatMap(({ cpuSeconds: { document } }) => document),
        ...mrzPhotos.all.map(({ cpuSeconds: seconds }) => seconds),
      ]),
      selfie: spread(cases.flatMap(({ cpuSeconds: { selfie } }) => selfie)),
      recording: spread(cases.flatMap(({ cpuSeconds: { recording } }) => recording)),
      session: spread(cases.map(({ cpuSeconds }) => sum(Object.values(cpuSeconds).flat()))),
      judging: spread(cases.map(({ judgingSeconds }) => judgingSeconds)),
    },
    megabytes: Math.round(Math.max(0, ...[...cases, ...mrzPhotos.all].map(({ megabytes }) => megabytes))),
    figures,
    faces,
  };
  reportChanges(figures);
  writeFileSync(path.join(docs, 'scoreboard.json'), `${JSON.stringify(board, null, 1)}\n`);
  writeFileSync(path.join(docs, 'scoreboard.svg'), drawPlot(board));
  writeFileSync(path.join(docs, 'scoreboard.md'), writePage(board, readJson<PhotographBoard>(photographsFile)));
}

/** With the peak of the engine process so far. */
type Kept<T> = T & { megabytes: number };

interface Work<T> {
  key: string;
  measure(): Promise<T>;
}

/** In another order every round, so that a run that was short has seen a bit of everything. */
function casesToMeasure(
  measure: (scenario: ScenarioName, seed: string) => Promise<MeasuredCase>,
): Work<MeasuredCase>[] {
  return Array.from({ length: CASES_PER_SCENARIO }, (_, round) => {
    const random = createRandom(`round ${round}`);
    return (Object.keys(SCENARIOS) as ScenarioName[])
      .map((name) => ({ name, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ name }) => ({ key: `${name} ${round}`, measure: () => measure(name, `${SEED} ${round}`) }));
  }).flat();
}

function mrzPhotosToMeasure(measure: (level: MrzLevel, index: number) => Promise<MeasuredMrz>): Work<MeasuredMrz>[] {
  return Array.from({ length: PHOTOS_PER_LEVEL }, (_, index) =>
    (Object.keys(MRZ_LEVELS) as MrzLevel[]).map((level) => ({
      key: `${level} ${index}`,
      measure: () => measure(level, index),
    })),
  ).flat();
}

/** Both lists spread evenly over one, so that both have come equally far wherever it ends. */
function interleaved<A, B>(one: readonly A[], other: readonly B[]): (A | B)[] {
  const placed = [one, other].flatMap((list: readonly (A | B)[]) =>
    list.map((item, index) => ({ item, place: (index + 0.5) / list.length })),
  );
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Says what has become worse than it was by more than chance explains. */
function reportChanges(figures: readonly Figure[]): void {
  const former = readJson<Board>(path.join(docs, 'scoreboard.json'))?.figures ?? [];
  for (const figure of figures) {
    const before = former.find(({ id }) => id === figure.id);
    if (before && hasWorsened(figure, before))
      console.log(`WORSE: ${figure.id} was ${before.hits}/${before.n}, is ${figure.hits}/${figure.n}`);
  }
}

function readJson<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
