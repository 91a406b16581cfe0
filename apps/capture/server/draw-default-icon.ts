import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];

/** A shield with a tick, on a square of 100 × 100. All of it lies inside the circle that launchers cut out of an icon. */
const SHIELD: readonly Point[] = [
  ...curve([50, 17], [58, 24], [67, 28], [77, 29]),
  ...curve([77, 29], [79, 52], [70, 73], [50, 84]),
  ...curve([50, 84], [30, 73], [21, 52], [23, 29]),
  ...curve([23, 29], [33, 28], [42, 24], [50, 17]),
];
// biome-ignore format: corners of the tick, around it
const TICK: readonly Point[] = [[36.5, 50], [41, 45.5], [47.5, 52], [60.5, 38.5], [65, 43], [47.5, 61]];

/**
 * The icon of an installed page whose partner has no logo: a white mark on the partner's colour.
 *
 * @param ground  `#rrggbb`
 * @param size  pixels of a side
 */
export function drawDefaultIcon(ground: string, size: number): Buffer {
  const shield = coverage(SHIELD, size);
  const tick = coverage(TICK, size);
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const at = y * size + x;
      rows[y * (size + 1) + 1 + x] = Math.round(255 * Math.max(0, (shield[at] ?? 0) - (tick[at] ?? 0)));
    }
  return png(size, palette(ground), rows);
}

/** How much of each pixel lies inside a shape, 0 to 1: four lines through each pixel, exact along the line. */
function coverage(shape: readonly Point[], size: number): Float32Array {
  const LINES = 4;
  const inside = new Float32Array(size * size);
  const scale = size / 100;
  for (let line = 0; line < size * LINES; line += 1) {
    const y = (line + 0.5) / LINES / scale;
    const crossings = shape
      .flatMap(([x1, y1], i) => {
        const [x2, y2] = shape[(i + 1) % shape.length] as Point;
        return y1 <= y === y2 <= y ? [] : [(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) * scale];
      })
      .sort((a, b) => a - b);
    const row = Math.floor(line / LINES) * size;
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
      for (let x = Math.floor(from); x < Math.min(size, to); x += 1)
        inside[row + x] = (inside[row + x] ?? 0) + (Math.min(to, x + 1) - Math.max(from, x)) / LINES;
    }
  }
  return inside;
}

/** A cubic Bézier curve as corners. */
function curve(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: 16 }, (_, i) => {
    const t = i / 16;
    const at = (axis: 0 | 1) =>
      (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
    return [at(0), at(1)] as const;
  });
}

/** From the ground to white. */
function palette(ground: string): Buffer {
  const parts = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  return Buffer.from(
    Array.from({ length: 256 }, (_, share) =>
      parts.map((part) => Math.round(part + ((255 - part) * share) / 255)),
    ).flat(),
  );
}

/** @see PNG specification, third edition, section 5: one byte a pixel, colours from a palette, no filter */
function png(size: number, colours: Buffer, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
