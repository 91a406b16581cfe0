import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { loadGlyphWeights } from '../../packages/engine/mrz-reader/glyph-weights.ts';
import { MINIMUM_CONFIDENCE, type RawMrzReading, readMrz } from '../../packages/engine/mrz-reader/read-mrz.ts';
import { MRZ_LEVELS, type MrzLevel, photographMrz } from './mrz-levels/levels.ts';

/*
 * How many machine-readable zones are read exactly, by how bad the photo is.
 *
 *   npx tsx benchmarks/accuracy/mrz.ts [photos per level] [seed] [level …]
 *
 * The seed `calibration` is the one on which MINIMUM_CONFIDENCE was fixed; figures are published from others only.
 */

interface Outcome {
  reading: RawMrzReading | null;
  truth: string[];
  exact: boolean;
  milliseconds: number;
  /** Symbols that a reflection erased. */
  erased: number;
  name: string;
}

const [count = '12', seed = 'measurement', ...only] = process.argv.slice(2);
const weights = loadGlyphWeights(fileURLToPath(new URL('../../packages/engine', import.meta.url)));
const outcomes: Outcome[] = [];
console.log(`seed ${seed}, gate ${MINIMUM_CONFIDENCE}, ${availableParallelism()} cores\n`);
console.log('level    n   exact  accepted  accepted, wrong  repaired  median CPU ms  nothing erased: exact');
for (const level of Object.keys(MRZ_LEVELS) as MrzLevel[]) {
  if (only.length > 0 && !only.includes(level)) continue;
  const ofLevel: Outcome[] = [];
  for (let i = 0; i < Number(count); i++) ofLevel.push(await photographAndRead(level, i));
  printRow(level, ofLevel);
  outcomes.push(...ofLevel);
}
printRow('all', outcomes);
printGates();

async function photographAndRead(level: MrzLevel, index: number): Promise<Outcome> {
  const { jpeg, lines, erased } = await photographMrz(level, seed, index);
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  const started = process.cpuUsage();
  const reading = readMrz({ data, width: info.width, height: info.height }, { weights });
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  const exact = reading?.lines.join() === lines.join();
  return { reading, truth: lines, exact, milliseconds, erased: erased.length, name: `${level}/${index}` };
}

function printRow(level: string, rows: Outcome[]): void {
  const accepted = rows.filter(({ reading }) => reading?.accepted);
  const wrong = accepted.filter(({ exact }) => !exact);
  const times = rows.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const whole = rows.filter(({ erased }) => erased === 0);
  const cells = [
    level.padEnd(8),
    String(rows.length).padEnd(3),
    share(rows.filter(({ exact }) => exact).length, rows.length),
    share(accepted.length, rows.length),
    `${wrong.length} (≤ ${percent(upperBound(wrong.length, accepted.length))})`.padEnd(15),
    String(rows.filter(({ reading }) => reading?.accepted && reading.repaired).length).padEnd(8),
    String(Math.round(times[Math.floor(times.length / 2)] ?? 0)).padEnd(13),
    `${whole.filter(({ exact }) => exact).length}/${whole.length}`,
  ];
  console.log(cells.join('  '));
  if (process.env.SHOW_WRONG) {
    for (const { name, reading, truth, exact, erased } of rows) {
      if (exact && reading?.accepted) continue;
      console.log(
        `  ${name} ${reading?.format} ${reading?.confidence.toFixed(2)} valid ${reading?.valid} repaired ${reading?.repaired} erased ${erased}`,
      );
      truth.forEach((line, i) => {
        console.log(`    ${line}\n    ${reading?.lines[i]}`);
      });
    }
  }
}

/** What other gates would have accepted, on these photos. */
function printGates(): void {
  console.log('\ngate   accepted  accepted, wrong   without repaired: accepted  wrong');
  for (const gate of [-0.25, -0.5, -0.7, -1, -1.5, -2, -2.5, -3, -4]) {
    const accepted = outcomes.filter(({ reading }) => reading?.valid && reading.confidence >= gate);
    const plain = accepted.filter(({ reading }) => reading?.repaired === 0);
    const wrong = (rows: Outcome[]) => rows.filter(({ exact }) => !exact).length;
    console.log(
      `${String(gate).padEnd(5)}  ${String(accepted.length).padEnd(8)}  ${String(wrong(accepted)).padEnd(15)}   ${String(plain.length).padEnd(26)}  ${wrong(plain)}`,
    );
  }
}

function share(part: number, whole: number): string {
  return percent(whole === 0 ? 0 : part / whole).padStart(6);
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

/** The highest rate that still shows so few in n tries with a chance of 5 % (Clopper and Pearson), by bisection. */
function upperBound(events: number, tries: number): number {
  if (tries === 0 || events >= tries) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const rate = (low + high) / 2;
    if (atMost(events, tries, rate) > 0.05) low = rate;
    else high = rate;
  }
  return high;
}

/** The chance of at most so many events. */
function atMost(events: number, tries: number, rate: number): number {
  let term = (1 - rate) ** tries;
  let sum = term;
  for (let k = 1; k <= events; k++) {
    term *= ((tries - k + 1) / k) * (rate / (1 - rate));
    sum += term;
  }
  return sum;
}
