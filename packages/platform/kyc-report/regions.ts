import type { CaptureStep, Finding, Quad } from '@reident/engine';

/** A part of a picture in which findings were seen, numbered from 1 in the order of the findings. */
export interface SeenRegion {
  number: number;
  step: CaptureStep;
  quad: Quad;
  findings: Finding[];
}

/** The regions of those findings whose picture is there; findings that saw the same place share one. */
export function regionsOf(findings: readonly Finding[], steps: ReadonlySet<string>): SeenRegion[] {
  const regions = new Map<string, SeenRegion>();
  for (const finding of findings) {
    const { region } = finding;
    if (!region || !steps.has(region.step)) continue;
    const key = `${region.step} ${region.quad.join(' ')}`;
    const known = regions.get(key);
    if (known) known.findings.push(finding);
    else regions.set(key, { number: regions.size + 1, ...region, findings: [finding] });
  }
  return [...regions.values()];
}

/** A box as fractions of the picture. */
export interface CropBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How much of its surroundings a region is shown with, in parts of its own size. */
const ROOM = 0.12;
/** Smaller parts are shown with more around them: alone nobody would know where they lie. */
const LEAST_SIDE = 0.18;

/** What of the picture to show so that the region can be seen in its place. */
export function cropAround(quad: Quad): CropBox {
  const [left, width] = spanOf(quad.map(([x]) => x));
  const [top, height] = spanOf(quad.map(([, y]) => y));
  return { left, top, width, height };
}

function spanOf(values: readonly number[]): [from: number, length: number] {
  const [low, high] = [clamp(Math.min(...values)), clamp(Math.max(...values))];
  const room = Math.max((high - low) * ROOM, (LEAST_SIDE - (high - low)) / 2);
  const [from, to] = [clamp(low - room), clamp(high + room)];
  return [from, Math.max(0.01, to - from)];
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
