import { type DocumentTemplate, TEMPLATE } from '../document/template.ts';
import { correlate } from '../image/correlate.ts';
import { halve } from '../image/downscale.ts';
import { quantile, round } from '../image/statistics.ts';
import type { Comparison } from '../readings/document.ts';
import { fitDisplacement, type Match } from './fit-displacement.ts';

const { width: WIDTH, height: HEIGHT } = TEMPLATE;

/** Side of a block in places: two lines of text. */
const BLOCK = 16;
const BLOCK_STEP = 10;
/** Standard deviation in grey levels from which a block has text in it and not only the pattern of the background. */
const LEAST_TEXT = 16;
/** Correlation from which a block counts as found. Lines of other words of the same length reach about 0.6. */
const LEAST_CORRELATION = 0.7;

/**
 * Looks for every printed block of one document in another.
 *
 * Outlines are never found quite alike, so the two are laid over each other first, by what they have in common. After that a block
 * may lie one place off, no more: other text would else match somewhere.
 */
export function matchTemplates(one: DocumentTemplate, other: DocumentTemplate): Comparison {
  const displacement = displacementBetween(one.luma, other.luma);
  let blocks = 0;
  let alike = 0;
  for (const [x, y] of blocksCompared(one.luma, BLOCK_STEP, LEAST_TEXT)) {
    const best = bestMatch(one.luma, other.luma, FINE, x, y, displacement(x + BLOCK / 2, y + BLOCK / 2), 1);
    if (!best) continue;
    blocks++;
    if (best.correlation >= LEAST_CORRELATION) alike++;
  }
  return {
    alike: round(alike / Math.max(1, blocks), 3),
    blocks,
    colourChange: colourChangeBetween(one, other, displacement),
  };
}

type Displacement = (x: number, y: number) => readonly [number, number];

/** Half the size finds where things are, the whole size how they lie. */
interface Scale {
  width: number;
  height: number;
  block: number;
}

const COARSE: Scale = { width: WIDTH / 2, height: HEIGHT / 2, block: 12 };
const FINE: Scale = { width: WIDTH, height: HEIGHT, block: BLOCK };

/** At the coarse scale: a tenth of the width, by which an outline may be wrong where a table has stripes. */
const COARSE_REACH = 12;
const COARSE_STEP = 8;
const COARSE_CORRELATION = 0.6;
const FINE_REACH = 4;
/** With so few blocks found no displacement can be told. */
const LEAST_MATCHES = 8;

function displacementBetween(one: Uint8Array, other: Uint8Array): Displacement {
  const halved = (luma: Uint8Array) => halve({ data: luma, width: WIDTH, height: HEIGHT }).data;
  const [small, smallOther] = [halved(one), halved(other)];
  const found: Match[] = [];
  for (let y = 0; y + COARSE.block <= COARSE.height; y += COARSE_STEP)
    for (let x = 0; x + COARSE.block <= COARSE.width; x += COARSE_STEP) {
      if (spreadIn(small, COARSE, x, y) < LEAST_TEXT) continue;
      const best = bestMatch(small, smallOther, COARSE, x, y, [0, 0], COARSE_REACH);
      if (best && best.correlation > COARSE_CORRELATION)
        found.push({ x: 2 * x + COARSE.block, y: 2 * y + COARSE.block, dx: 2 * best.dx, dy: 2 * best.dy });
    }
  const common = largestAgreement(found);
  if (common.length < LEAST_MATCHES) return () => [0, 0];
  const rough = fitDisplacement(common, 'affine');
  const finer = blocksCompared(one, BLOCK, LEAST_TEXT).flatMap(([x, y]): Match[] => {
    const [middleX, middleY] = [x + BLOCK / 2, y + BLOCK / 2];
    const best = bestMatch(one, other, FINE, x, y, rough(middleX, middleY), FINE_REACH);
    return best && best.correlation > LEAST_CORRELATION ? [{ x: middleX, y: middleY, dx: best.dx, dy: best.dy }] : [];
  });
  return finer.length >= LEAST_MATCHES ? fitDisplacement(finer, 'bilinear') : rough;
}

/** Two matches far apart say how one picture is shifted and stretched; those that most others agree with are right. */
function largestAgreement(found: readonly Match[]): Match[] {
  let most: Match[] = [];
  for (const p of found)
    for (const q of found) {
      if (q.x - p.x < WIDTH / 4 || Math.abs(q.y - p.y) < HEIGHT / 7) continue;
      const [stretchX, stretchY] = [(q.dx - p.dx) / (q.x - p.x), (q.dy - p.dy) / (q.y - p.y)];
      if (Math.abs(stretchX) > MOST_STRETCH || Math.abs(stretchY) > MOST_STRETCH) continue;
      const agreeing = found.filter(
        ({ x, y, dx, dy }) =>
          Math.abs(p.dx + stretchX * (x - p.x) - dx) <= FINE_REACH &&
          Math.abs(p.dy + stretchY * (y - p.y) - dy) <= FINE_REACH,
      );
      if (agreeing.length > most.length) most = agreeing;
    }
  return most;
}

const MOST_STRETCH = 0.15;

function blocksCompared(luma: Uint8Array, step: number, least: number): [x: number, y: number][] {
  const blocks: [number, number][] = [];
  for (let y = 0; y + BLOCK <= HEIGHT; y += step)
    for (let x = 0; x + BLOCK <= WIDTH; x += step) if (spreadIn(luma, FINE, x, y) >= least) blocks.push([x, y]);
  return blocks;
}

/** Standard deviation of a block. */
function spreadIn(luma: Uint8Array, { width, block }: Scale, x: number, y: number): number {
  let [sum, squares] = [0, 0];
  for (let row = y; row < y + block; row++)
    for (let i = row * width + x; i < row * width + x + block; i++) {
      sum += luma[i]!;
      squares += luma[i]! * luma[i]!;
    }
  const count = block * block;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function bestMatch(
  one: Uint8Array,
  other: Uint8Array,
  scale: Scale,
  x: number,
  y: number,
  [aroundX, aroundY]: readonly [number, number],
  reach: number,
): { correlation: number; dx: number; dy: number } | null {
  const { width, height, block } = scale;
  const [middleX, middleY] = [Math.round(aroundX), Math.round(aroundY)];
  const here = { data: one, from: y * width + x };
  let best: { correlation: number; dx: number; dy: number } | null = null;
  for (let dy = middleY - reach; dy <= middleY + reach; dy++)
    for (let dx = middleX - reach; dx <= middleX + reach; dx++) {
      if (x + dx < 0 || y + dy < 0 || x + dx + block > width || y + dy + block > height) continue;
      const there = { data: other, from: here.from + dy * width + dx };
      const correlation = correlate(here, there, width, block, block);
      if (best === null || correlation > best.correlation) best = { correlation, dx, dy };
    }
  return best;
}

const CELL = 10;
/** So many cells may change more by chance than what is told: a reflection's edge, a misplaced letter. */
const CELLS_LEFT_OUT = 2;

/** Colours of small cells, against the median of all, so that neither the light's colour nor the camera's balance counts. */
function colourChangeBetween(
  one: DocumentTemplate,
  other: DocumentTemplate,
  displacement: Displacement,
): number | null {
  if (!one.chroma || !other.chroma) return null;
  const changes: [number, number][] = [];
  for (let y = 0; y + CELL <= HEIGHT; y += CELL)
    for (let x = 0; x + CELL <= WIDTH; x += CELL) {
      const [dx, dy] = displacement(x + CELL / 2, y + CELL / 2).map(Math.round) as [number, number];
      if (x + dx < 0 || y + dy < 0 || x + dx + CELL > WIDTH || y + dy + CELL > HEIGHT) continue;
      const change = (plane: 'cb' | 'cr') =>
        meanIn(other.chroma![plane], x + dx, y + dy) - meanIn(one.chroma![plane], x, y);
      changes.push([change('cb'), change('cr')]);
    }
  if (changes.length <= CELLS_LEFT_OUT) return null;
  const usual = (part: 0 | 1) =>
    quantile(
      changes.map((change) => change[part]),
      0.5,
    );
  const [cb, cr] = [usual(0), usual(1)];
  const beyond = changes.map(([ofCb, ofCr]) => Math.hypot(ofCb - cb, ofCr - cr)).sort((a, b) => b - a);
  return round(beyond[CELLS_LEFT_OUT]!, 1);
}

function meanIn(plane: Uint8Array, x: number, y: number): number {
  let sum = 0;
  for (let row = y; row < y + CELL; row++)
    for (let i = row * WIDTH + x; i < row * WIDTH + x + CELL; i++) sum += plane[i]!;
  return sum / (CELL * CELL);
}
