/**
 * `npm run scoreboard [-- --minutes 30]`: measures the engine on cases and photos of MRZs drawn from seeds that no threshold and
 * no training rests on, and writes `docs/engine/scoreboard.md`, its plots and `docs/engine/scoreboard.json`. Capture sessions of every scenario and photos of
 * every level in turn, until the time is over: more minutes, narrower bounds. A run goes on where one of the same engine ended;
 * `--minutes 0` only writes what is there.
 *
 * `npm run scoreboard -- faces <folder>` measures the face comparison on photographs of your own: see `faces.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, SCENARIOS, type ScenarioName } from '@reident/samples';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { engineVersion } from '../../../tools/engine-version.mjs';
import { cpuSeconds, memoryMb } from '../../support.ts';
import { MRZ_LEVELS, type MrzLevel } from '../mrz-levels/levels.ts';
import { hasFallen } from './bounds.ts';
import { type FaceMeasurement, measureFaces, measureOwnFaces } from './faces.ts';
import { type Figure, figuresOf } from './figures.ts';
import { openKept } from './keep.ts';
import { type MeasuredCase, measureCase } from './measure-case.ts';
import { type MeasuredMrz, measureMrz } from './measure-mrz.ts';
import { drawPlot } from './plot.ts';
import { writePage } from './write-page.ts';

/** Code that takes part in the verdict and is not in the host. */
const JUDGING = [
  'packages/engine/checks',
  'packages/engine/evidence',
  'packages/engine/verdict',
  'benchmarks/accuracy/scoreboard/measure-case.ts',
];

const SEED = 'scoreboard';

/** A photo costs a fifth of a session, and the goals of the MRZ need a large n. */
const MRZ_PHOTOS_PER_CASE = 8;

const docs = path.join(import.meta.dirname, '../../../docs/engine');
const [first, second] = process.argv.slice(2);
if (first === 'faces') await measureOwnFaces(second);
else await measureAll(first === '--minutes' ? Number(second) : 20);

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
  const measureNext = async <T>(kept: Awaited<ReturnType<typeof openKept<Kept<T>>>>, work: Iterator<Work<T>>) => {
    for (let next = work.next(); !next.done; next = work.next()) {
      if (kept.has(next.value.key)) continue;
      kept.add(next.value.key, { ...(await next.value.measure()), megabytes: peak() });
      return;
    }
  };
  const nextCases = casesToMeasure((scenario, seed) => measureCase(scenario, seed, host, cpu));
  const nextMrzPhotos = mrzPhotosToMeasure((level, index) => measureMrz(level, SEED, index, host, cpu));
  while (Date.now() < until) {
    await measureNext(keptCases, nextCases);
    for (let photo = 0; photo < MRZ_PHOTOS_PER_CASE && Date.now() < until; photo++)
      await measureNext(mrzPhotos, nextMrzPhotos);
    if (keptCases.all.length % 10 === 0) console.log(`${keptCases.all.length} cases, ${mrzPhotos.all.length} photos`);
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
  typographyChanges(figures);
  writeFileSync(path.join(docs, 'scoreboard.json'), `${JSON.stringify(board, null, 1)}\n`);
  writeFileSync(path.join(docs, 'scoreboard.svg'), drawPlot(board));
  writeFileSync(path.join(docs, 'scoreboard.md'), writePage(board));
}

type Kept<T> = T & { megabytes: number };

interface Work<T> {
  key: string;
  measure(): Promise<T>;
}

/** In another order every round, so that a run that was short has seen a bit of everything. */
function* casesToMeasure(
  measure: (scenario: ScenarioName, seed: string) => Promise<MeasuredCase>,
): Generator<Work<MeasuredCase>> {
  for (let round = 0; ; round++) {
    const random = createRandom(`round ${round}`);
    const scenario = (Object.keys(SCENARIOS) as ScenarioName[])
      .map((name) => ({ name, place: random.next() }))
      .sort((a, b) => a.place - b.place);
    for (const { name } of scenario)
      yield { key: `${name} ${round}`, measure: () => measure(name, `${SEED} ${round}`) };
  }
}

function* mrzPhotosToMeasure(
  measure: (level: MrzLevel, index: number) => Promise<MeasuredMrz>,
): Generator<Work<MeasuredMrz>> {
  for (let index = 0; ; index++)
    for (const level of Object.keys(MRZ_LEVELS) as MrzLevel[])
      yield { key: `${level} ${index}`, measure: () => measure(level, index) };
}

function typographyChanges(figures: readonly Figure[]): void {
  const file = path.join(docs, 'scoreboard.json');
  let kept: Figure[];
  try {
    kept = (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figure[] }).figures;
  } catch {
    return;
  }
  for (const figure of figures) {
    const before = kept.find(({ id }) => id === figure.id);
    const turned = ({ hits, n, better }: Figure) => ({ hits: better === 'more' ? hits : n - hits, n });
    if (before && hasFallen(turned(figure), turned(before)))
      console.log(`WORSE: ${figure.id} was ${before.hits}/${before.n}, is ${figure.hits}/${figure.n}`);
  }
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { n: sorted.length, median: at(0.5), p95: at(0.95) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
