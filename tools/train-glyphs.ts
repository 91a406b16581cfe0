import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { GreyImage } from '../packages/engine/image/pixels.ts';
import { CELL_HEIGHT, CELL_SIZE, CELL_WIDTH, cutCell } from '../packages/engine/mrz-reader/glyph-cell.ts';
import {
  type Activations,
  classify,
  emptyActivations,
  GLYPH_LAYERS,
  GLYPHS,
  type GlyphWeights,
  LEAK,
  NOTHING,
  WEIGHT_SHAPES,
} from '../packages/engine/mrz-reader/glyph-network.ts';
import {
  GLYPH_WEIGHTS_FILE,
  loadGlyphWeights,
  storeGlyphWeights,
} from '../packages/engine/mrz-reader/glyph-weights.ts';
import { Pyramid } from '../packages/engine/mrz-reader/gray-image.ts';
import { inkMap } from '../packages/engine/mrz-reader/ink-map.ts';
import { STRIP_PITCH } from '../packages/engine/mrz-reader/mrz-strip.ts';
import { createRandom, type Random } from '../samples/random.ts';

/*
 * Trains the network that reads OCR-B from the font alone: lines of random characters, drawn, spoilt and cut into cells.
 *
 *   nice -n 19 npx tsx tools/train-glyphs.ts            trains and writes the weights (some twenty minutes of one core)
 *   npx tsx tools/train-glyphs.ts --look cells.png      only draws some training cells: look before you train
 *
 * Seeds begin with "glyphs/", which no sample's does, and lines are random text without the structure of an MRZ, so that
 * neither the calibration nor the measurement of the reader has seen its training material.
 */

const assetsDir = fileURLToPath(new URL('../packages/engine', import.meta.url));
/** Where the weights go; another folder while the old ones are in use. */
const outputDir = process.env.REIDENT_TRAINING_OUT ?? assetsDir;

const LINES = 5200;
const CHARACTERS_PER_LINE = 26;
const EPOCHS = 3;
const BATCH = 32;

/** Pixels a character in the photo: what lies outside is not read anyway. */
const SMALLEST_PITCH = 9;
const LARGEST_PITCH = 38;

/** Standard deviation of the blur and length of a smear, in characters. Where more is lost, people cannot read it either. */
const MOST_BLUR = 0.21;
const MOST_SHAKE = 0.55;

/** Characters that no other resembles when turned about: seen so, they say that the MRZ is read from the wrong end. */
const TELLTALES = '<4FKRTY';

interface Cells {
  pixels: Float32Array;
  labels: Uint8Array;
  count: number;
}

if (process.argv[2] === '--look') await saveContactSheet(process.argv[3] ?? 'cells.png');
else await train();

async function train(): Promise<void> {
  const started = Date.now();
  const cells = await drawCells(LINES, createRandom('glyphs/training'));
  const validation = await drawCells(150, createRandom('glyphs/validation'));
  console.log(`${cells.count} cells to learn from, ${validation.count} to validate with, ${seconds(started)}`);
  const weights = initialWeights(createRandom('glyphs/weights'));
  const momentum = zeroWeights();
  const order = createRandom('glyphs/order');
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const loss = learn(weights, momentum, cells, 0.02 * 0.55 ** epoch, order);
    const { wrong, confusions } = validate(weights, validation);
    console.log(
      `epoch ${epoch + 1}: loss ${loss.toFixed(4)}, ${wrong} of ${validation.count} wrong ${confusions}, ${seconds(started)}`,
    );
    save(weights, `${validation.count - wrong} of ${validation.count} cells right after ${epoch + 1} epochs`);
  }
  const stored = validate(loadGlyphWeights(outputDir), validation);
  console.log(`as stored: ${stored.wrong} of ${validation.count} wrong ${stored.confusions}`);
}

function save(weights: GlyphWeights, validation: string): void {
  const file = path.join(outputDir, GLYPH_WEIGHTS_FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  const stored = { trainedBy: 'tools/train-glyphs.ts', validation, layers: storeGlyphWeights(weights) };
  writeFileSync(file, `${JSON.stringify(stored, null, 1)}\n`);
}

function seconds(since: number): string {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

/* Drawing */

async function drawCells(lines: number, random: Random): Promise<Cells> {
  const perLine = CHARACTERS_PER_LINE + 2;
  const cells: Cells = {
    pixels: new Float32Array(lines * perLine * CELL_SIZE),
    labels: new Uint8Array(lines * perLine),
    count: 0,
  };
  for (let line = 0; line < lines; line++) await drawLine(cells, random.fork(String(line)));
  return cells;
}

/** Fillers are as frequent as in an MRZ, and what blur makes alike is practised more. */
function drawCharacter(random: Random): string {
  if (random.chance(0.16)) return '<';
  if (random.chance(0.18)) return random.pick([...'O0O0QDRARATIMHNWPF58B6GCEV1Z2']);
  return GLYPHS[random.integer(0, 35)]!;
}

/** One line of text, drawn at a random size, spoilt as a camera would, drawn anew at the strip's pitch as the reader does, and cut a little beside the mark. */
async function drawLine(cells: Cells, random: Random): Promise<void> {
  const text = Array.from({ length: CHARACTERS_PER_LINE }, () => drawCharacter(random));
  const upsideDown = text.map((character) => TELLTALES.includes(character) && random.chance(0.07));
  const pitch = 25.4;
  const margin = 20;
  const baseline = 48;
  const fontSize = 35 * random.between(0.9, 1.1);
  const capHeight = fontSize * 0.69;
  const width = CHARACTERS_PER_LINE * pitch + 2 * margin;
  const height = 72;
  const pixelsPerUnit = random.between(SMALLEST_PITCH, LARGEST_PITCH) / pitch;
  const drawing = lineSvg({ text, upsideDown, width, height, pitch, margin, baseline, fontSize }, random);
  const { picture, inkLeft } = await photograph(drawing, pixelsPerUnit, random);
  const unit = STRIP_PITCH / pitch;
  const toPhoto = pixelsPerUnit / unit;
  const shift = 0.5 * (toPhoto - 1);
  const grey = new Pyramid(picture).draw(Math.round(width * unit), Math.round(height * unit), [
    toPhoto,
    0,
    shift,
    0,
    toPhoto,
    shift,
    0,
    0,
    1,
  ]);
  const ink = inkMap(grey, Math.round(STRIP_PITCH * 0.9));
  const slope = random.between(-0.04, 0.04);

  const cut = (label: number, x: number, y: number) => {
    const place = {
      x: x * unit - 0.5,
      y: y * unit - 0.5,
      pitch: pitch * unit * random.between(0.94, 1.06),
      capHeight: capHeight * unit * random.between(0.88, 1.12),
      slope,
    };
    cutCell(ink, place, cells.pixels, cells.count * CELL_SIZE);
    cells.labels[cells.count++] = label;
  };
  const middle = baseline - capHeight / 2;
  text.forEach((character, i) => {
    const centre = margin + (i + 0.5) * pitch;
    const left = inkLeft({
      left: (centre - 0.42 * pitch) * pixelsPerUnit,
      top: (middle - 0.55 * capHeight) * pixelsPerUnit,
      width: 0.84 * pitch * pixelsPerUnit,
      height: 1.1 * capHeight * pixelsPerUnit,
    });
    const [x, y] = [centre + random.between(-0.11, 0.11) * pitch, middle + random.between(-0.1, 0.1) * capHeight];
    if (upsideDown[i] || left < 0.62) cut(NOTHING, x, y);
    else if (left > 0.85) cut(GLYPHS.indexOf(character), x, y);
  });
  cut(NOTHING, margin + random.integer(2, CHARACTERS_PER_LINE - 2) * pitch, middle);
  cut(
    NOTHING,
    random.between(margin, width - margin),
    random.chance(0.5) ? middle - capHeight * 1.25 : middle + capHeight * 1.3,
  );
}

interface LineDrawing {
  text: readonly string[];
  upsideDown: readonly boolean[];
  width: number;
  height: number;
  pitch: number;
  margin: number;
  baseline: number;
  fontSize: number;
}

function lineSvg(
  { text, upsideDown, width, height, pitch, margin, baseline, fontSize }: LineDrawing,
  random: Random,
): string {
  const grey = (low: number, high: number) => {
    const level = Math.round(random.between(low, high));
    return `rgb(${level},${level},${level})`;
  };
  const weight = random.chance(0.4) ? random.between(0, 1.4) : 0;
  const thin = weight === 0 && random.chance(0.25) ? random.between(0, 0.9) : 0;
  const paper = grey(185, 245);
  const print = grey(10, 60);
  const outline = thin > 0 ? `stroke="${paper}" stroke-width="${thin}"` : `stroke="${print}" stroke-width="${weight}"`;
  const stretch = random.between(0.94, 1.08);
  let svg = `<rect width="${width}" height="${height}" fill="${paper}"/>`;
  const curves = random.integer(0, 7);
  for (let i = 0; i < curves; i++) {
    const y = random.between(0, height);
    svg += `<path d="M0 ${y} Q ${width * random.next()} ${y + random.between(-50, 50)} ${width} ${y + random.between(-30, 30)}" stroke="${grey(125, 225)}" fill="none" stroke-width="${random.between(0.5, 2)}"/>`;
  }
  text.forEach((character, i) => {
    const x = margin + (i + 0.5) * pitch;
    const glyph = character === '<' ? '&lt;' : character;
    const turn = upsideDown[i] ? ` rotate(180 0 ${-fontSize * 0.345})` : '';
    svg += `<text transform="translate(${x} ${baseline}) scale(${stretch} 1)${turn}" text-anchor="middle" font-family="OCR B" font-size="${fontSize}" fill="${print}" ${outline}>${glyph}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${svg}</svg>`;
}

async function photograph(svg: string, pixelsPerUnit: number, random: Random) {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: Math.max(pixelsPerUnit, 1) },
    font: { fontFiles: [path.join(assetsDir, 'fonts/OCRB.otf')], loadSystemFonts: false },
  }).render();
  const scale = pixelsPerUnit / Math.max(pixelsPerUnit, 1);
  const width = Math.round(drawn.width * scale);
  const height = Math.round(drawn.height * scale);
  let picture = sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
    .removeAlpha()
    .greyscale()
    .resize(width, height, { kernel: 'mitchell', fit: 'fill' });
  const pitch = 25.4 * pixelsPerUnit;
  const shake = random.chance(0.3) ? Math.round(random.between(0.06, MOST_SHAKE) * pitch) : 0;
  if (shake >= 2) picture = picture.convolve(smear(shake, random.between(0, Math.PI)));
  const blur = random.next() ** 1.6 * MOST_BLUR * (shake >= 2 ? 0.5 : 1) * pitch;
  if (blur > 0.3) picture = sharp(await picture.png().toBuffer()).blur(blur);
  const grey = await picture.toColourspace('b-w').raw().toBuffer();
  const inkLeft = random.chance(0.16) ? hideParts({ data: grey, width, height }, random) : () => 1;
  const contrast = random.between(0.3, 1);
  const lift = random.between(0, 45);
  const fallOff = random.between(-0.25, 0.25);
  const noise = random.next() ** 2 * 22;
  for (let i = 0; i < grey.length; i++) {
    const light = contrast * (1 + fallOff * ((i % width) / width - 0.5) * 2);
    grey[i] = Math.max(0, Math.min(255, grey[i]! * light + lift + random.gaussian() * noise));
  }
  if (!random.chance(0.6)) return { picture: { data: grey, width, height }, inkLeft };
  const jpeg = await sharp(grey, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: random.integer(38, 90) })
    .toBuffer();
  return { picture: { data: await sharp(jpeg).toColourspace('b-w').raw().toBuffer(), width, height }, inkLeft };
}

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Washes parts of a line out as a reflection does, or covers them as a fingertip does.
 *
 * @returns how much of the print in an area is left, 0 to 1
 */
function hideParts(picture: GreyImage, random: Random): (area: Area) => number {
  const { data, width, height } = picture;
  const before = Uint8Array.from(data);
  const hidden = new Uint8Array(data.length);
  const isFinger = random.chance(0.35);
  const skin = random.between(90, 200);
  for (let spot = random.integer(1, 4); spot > 0; spot--) {
    const [centreX, centreY] = [random.between(0, width), random.between(0, height)];
    const radius = random.between(0.25, 1.1) * height;
    for (let i = 0; i < data.length; i++) {
      const away = Math.hypot((i % width) - centreX, Math.floor(i / width) - centreY) / radius;
      if (isFinger && away < 0.6) {
        data[i] = skin * (1 - 0.3 * away * away);
        hidden[i] = 1;
      }
      if (!isFinger && away < 2) data[i] = Math.min(255, data[i]! + 420 * Math.exp(-2.2 * away * away));
    }
  }
  return (area) => {
    const print = (pixels: Uint8Array) => {
      let [lightest, sum, count] = [0, 0, 0];
      forEachIn(area, width, height, (i) => {
        lightest = Math.max(lightest, pixels[i]!);
        sum += hidden[i] === 1 && pixels === data ? lightest : pixels[i]!;
        count++;
      });
      return lightest * count - sum;
    };
    return print(data) / Math.max(1, print(before));
  };
}

function forEachIn(area: Area, width: number, height: number, visit: (index: number) => void): void {
  for (let y = Math.max(0, Math.round(area.top)); y < Math.min(height, area.top + area.height); y++) {
    for (let x = Math.max(0, Math.round(area.left)); x < Math.min(width, area.left + area.width); x++)
      visit(y * width + x);
  }
}

/** The path of a shaking hand, straight at this scale. */
function smear(length: number, angle: number) {
  const reach = Math.min(10, Math.ceil(length / 2));
  const size = 2 * reach + 1;
  const kernel = new Array<number>(size * size).fill(0);
  const steps = 4 * size;
  for (let step = 0; step <= steps; step++) {
    const along = (step / steps - 0.5) * Math.min(length, 2 * reach);
    const column = Math.round(reach + along * Math.cos(angle));
    kernel[Math.round(reach + along * Math.sin(angle)) * size + column]! += 1;
  }
  return { width: size, height: size, kernel };
}

async function saveContactSheet(file: string): Promise<void> {
  const cells = await drawCells(24, createRandom('glyphs/look'));
  const perRow = CHARACTERS_PER_LINE + 2;
  const rows = Math.floor(cells.count / perRow);
  const width = perRow * CELL_WIDTH;
  const sheet = Buffer.alloc(width * rows * CELL_HEIGHT);
  for (let cell = 0; cell < rows * perRow; cell++) {
    for (let i = 0; i < CELL_SIZE; i++) {
      const x = (cell % perRow) * CELL_WIDTH + (i % CELL_WIDTH);
      const y = Math.floor(cell / perRow) * CELL_HEIGHT + Math.floor(i / CELL_WIDTH);
      sheet[y * width + x] = Math.max(0, Math.min(255, 200 - 60 * cells.pixels[cell * CELL_SIZE + i]!));
    }
  }
  await sharp(sheet, { raw: { width, height: rows * CELL_HEIGHT, channels: 1 } })
    .resize(width * 3, rows * CELL_HEIGHT * 3, { kernel: 'nearest' })
    .png()
    .toFile(file);
  for (let row = 0; row < rows; row++) {
    console.log(
      [...cells.labels.subarray(row * perRow, (row + 1) * perRow)]
        .map((label) => GLYPHS[label]!.replace(' ', '·'))
        .join(''),
    );
  }
}

/* Learning: stochastic gradient descent with momentum */

function zeroWeights(): GlyphWeights {
  return Object.fromEntries(
    WEIGHT_SHAPES.map(([name, rows, inputs]) => [name, new Float32Array(rows * inputs)]),
  ) as GlyphWeights;
}

function initialWeights(random: Random): GlyphWeights {
  const weights = zeroWeights();
  for (const [name, , inputs] of WEIGHT_SHAPES) {
    if (inputs === 1) continue;
    const reach = Math.sqrt(6 / inputs);
    for (let i = 0; i < weights[name].length; i++) weights[name][i] = random.between(-reach, reach);
  }
  return weights;
}

/** @returns the mean loss over the epoch */
function learn(weights: GlyphWeights, momentum: GlyphWeights, cells: Cells, rate: number, random: Random): number {
  const order = Uint32Array.from({ length: cells.count }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const activations = emptyActivations();
  const errors = emptyActivations();
  const gradient = zeroWeights();
  let loss = 0;
  let at = 0;
  for (; at + BATCH <= order.length; at += BATCH) {
    for (const [name] of WEIGHT_SHAPES) gradient[name].fill(0);
    for (const cell of order.subarray(at, at + BATCH)) {
      const label = cells.labels[cell]!;
      const probabilities = classify(weights, cells.pixels, cell * CELL_SIZE, activations);
      loss -= Math.log(probabilities[label]! + 1e-9);
      propagateBack(weights, cells.pixels, cell * CELL_SIZE, label, activations, errors, gradient);
    }
    for (const [name] of WEIGHT_SHAPES) {
      const [values, slopes, speeds] = [weights[name], gradient[name], momentum[name]];
      for (let i = 0; i < values.length; i++) {
        speeds[i] = 0.9 * speeds[i]! + slopes[i]! / BATCH + 1e-4 * values[i]!;
        values[i]! -= rate * speeds[i]!;
      }
    }
  }
  return loss / at;
}

/** Adds the gradient of one cell's loss; the other half of `classify`. */
function propagateBack(
  weights: GlyphWeights,
  pixels: Float32Array,
  offset: number,
  label: number,
  activations: Activations,
  errors: Activations,
  gradient: GlyphWeights,
): void {
  const { first, second } = GLYPH_LAYERS;
  errors.probabilities.set(activations.probabilities);
  errors.probabilities[label]! -= 1;
  disconnect(
    errors.probabilities,
    activations.hidden,
    weights.classes,
    gradient.classes,
    gradient.classesBias,
    errors.hidden,
  );
  unleak(activations.hidden, errors.hidden);
  disconnect(errors.hidden, activations.second, weights.hidden, gradient.hidden, gradient.hiddenBias, errors.second);
  unleak(activations.second, errors.second);
  errors.first.fill(0);
  deconvolve(
    second,
    activations.first,
    0,
    errors.second,
    weights.second,
    gradient.second,
    gradient.secondBias,
    errors.first,
  );
  unleak(activations.first, errors.first);
  deconvolve(first, pixels, offset, errors.first, weights.first, gradient.first, gradient.firstBias, null);
}

function disconnect(
  outputErrors: Float32Array,
  input: Float32Array,
  matrix: Float32Array,
  matrixGradient: Float32Array,
  biasGradient: Float32Array,
  inputErrors: Float32Array,
): void {
  inputErrors.fill(0);
  for (let to = 0; to < outputErrors.length; to++) {
    const error = outputErrors[to]!;
    const row = to * input.length;
    biasGradient[to]! += error;
    for (let from = 0; from < input.length; from++) {
      matrixGradient[row + from]! += error * input[from]!;
      inputErrors[from]! += error * matrix[row + from]!;
    }
  }
}

function deconvolve(
  layer: (typeof GLYPH_LAYERS)['first'],
  input: Float32Array,
  offset: number,
  outputErrors: Float32Array,
  matrix: Float32Array,
  matrixGradient: Float32Array,
  biasGradient: Float32Array,
  inputErrors: Float32Array | null,
): void {
  const { taps, channels, inputChannels } = layer;
  for (let place = 0; place < taps.length; place++) {
    const pairs = taps[place]!;
    const to = place * channels;
    for (let channel = 0; channel < channels; channel++) biasGradient[channel]! += outputErrors[to + channel]!;
    for (let i = 0; i < pairs.length; i += 2) {
      const from = pairs[i]! * inputChannels;
      const row = pairs[i + 1]! * inputChannels * channels;
      for (let source = 0; source < inputChannels; source++) {
        const value = input[offset + from + source]!;
        const weight = row + source * channels;
        let back = 0;
        for (let channel = 0; channel < channels; channel++) {
          const error = outputErrors[to + channel]!;
          matrixGradient[weight + channel]! += value * error;
          back += error * matrix[weight + channel]!;
        }
        if (inputErrors) inputErrors[from + source]! += back;
      }
    }
  }
}

function unleak(outputs: Float32Array, errors: Float32Array): void {
  for (let i = 0; i < outputs.length; i++) if (outputs[i]! < 0) errors[i]! *= LEAK;
}

function validate(weights: GlyphWeights, cells: Cells): { wrong: number; confusions: string } {
  const activations = emptyActivations();
  const confusions = new Map<string, number>();
  let wrong = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    const probabilities = classify(weights, cells.pixels, cell * CELL_SIZE, activations);
    const answer = probabilities.indexOf(Math.max(...probabilities));
    if (answer === cells.labels[cell]) continue;
    wrong++;
    const pair = `${GLYPHS[cells.labels[cell]!]}→${GLYPHS[answer]}`;
    confusions.set(pair, (confusions.get(pair) ?? 0) + 1);
  }
  const worst = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 8);
  return { wrong, confusions: worst.map(([pair, times]) => `${pair} ${times}`).join(', ') };
}
