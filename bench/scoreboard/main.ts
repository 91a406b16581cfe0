/**
 * `npm run scoreboard [-- --minutes 30]`: measures the engine on sittings drawn from seeds that no threshold and no training
 * rests on, and writes `docs/scoreboard.md`, its plots and `docs/scoreboard.json`. Round by round, one sitting of every
 * species, until the time is over: more minutes, narrower bounds.
 *
 * `npm run scoreboard -- faces <folder>` measures the face comparison on photographs of your own: see `faces.ts`.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ENGINE_VERSION } from '@reident/engine';
import { createRandom, SPECIES, type SpeciesName } from '@reident/samples';
import { builtHost, startBuiltHost } from '../../packages/engine/test-support/engine-host.ts';
import { cpuSeconds, memoryMb } from '../support.ts';
import { hasFallen } from './bounds.ts';
import { measureFaces, measureOwnFaces } from './faces.ts';
import { type Figure, figuresOf } from './figures.ts';
import { type MeasuredCase, measureCase } from './measure-case.ts';
import { drawPlot } from './plot.ts';
import { writePage } from './write-page.ts';

const docs = path.join(import.meta.dirname, '../../docs');
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
  const kept = await keepCases();
  let megabytes = 0;
  for (let round = 0; Date.now() < until; round++) {
    for (const species of shuffled(round)) {
      if (Date.now() >= until) break;
      const seed = `scoreboard ${round}`;
      if (kept.has(species, seed)) continue;
      kept.add(await measureCase(species, seed, host, cpu));
      megabytes = Math.max(megabytes, memoryMb(pid, 'rss'));
    }
    console.log(`round ${round + 1}: ${kept.cases.length} sittings`);
  }
  const { cases } = kept;
  await host.stop();
  const figures = figuresOf(cases);
  const faces = await measureFaces();
  const board = {
    engineVersion: ENGINE_VERSION,
    measuredOn: new Date().toISOString().slice(0, 10),
    sittings: cases.length,
    cpu: {
      document: spread(cases.flatMap(({ cpuSeconds: { document } }) => document)),
      selfie: spread(cases.flatMap(({ cpuSeconds: { selfie } }) => selfie)),
      recording: spread(cases.flatMap(({ cpuSeconds: { recording } }) => recording)),
      sitting: spread(cases.map(({ cpuSeconds }) => sum(Object.values(cpuSeconds).flat()))),
    },
    megabytes: Math.round(megabytes),
    figures,
    faces,
  };
  printChanges(figures);
  writeFileSync(path.join(docs, 'scoreboard.json'), `${JSON.stringify(board, null, 1)}\n`);
  writeFileSync(path.join(docs, 'scoreboard.svg'), drawPlot(board));
  writeFileSync(path.join(docs, 'scoreboard.md'), writePage(board));
}

/** In another order every round, so that a run that was short has seen a bit of everything. */
function shuffled(round: number): SpeciesName[] {
  const random = createRandom(`round ${round}`);
  return (Object.keys(SPECIES) as SpeciesName[])
    .map((species) => ({ species, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ species }) => species);
}

/** Sittings that this very engine has judged before are kept in the temporary folder: a run may go on where one ended. */
async function keepCases() {
  const hash = createHash('sha256').update(readFileSync(await builtHost()));
  for (const folder of ['samples', 'packages/engine/checks', 'packages/engine/evidence'])
    for (const file of readdirSync(path.join(docs, '..', folder))
      .filter((name) => name.endsWith('.ts'))
      .sort())
      hash.update(readFileSync(path.join(docs, '..', folder, file)));
  const file = path.join(tmpdir(), `reident-scoreboard-${hash.digest('hex').slice(0, 16)}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const cases = lines.filter(Boolean).map((line) => JSON.parse(line) as MeasuredCase);
  return {
    cases,
    has: (species: string, seed: string) => cases.some((one) => one.species === species && one.seed === seed),
    add(measured: MeasuredCase) {
      cases.push(measured);
      appendFileSync(file, `${JSON.stringify(measured)}\n`);
    },
  };
}

function printChanges(figures: readonly Figure[]): void {
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
