import type { Picture } from '../image/decode.ts';
import { aspectRatio, pointInQuad } from '../image/quad.ts';
import { clamp, mean, quantile, round } from '../image/statistics.ts';
import type { BezelReading } from '../readings/authenticity.ts';
import type { Point, Quad } from '../readings/quad.ts';

/** From where to where edges are sought, in steps; parts of the outline's width, inside it below nought: it may be the device's. */
const [INNERMOST, OUTERMOST, STEP] = [-0.16, 0.24, 0.004];
const STEPS = Math.round((OUTERMOST - INNERMOST) / STEP);
/** Places along a side, its ends left out: corners of devices are round. */
const PLACES = Array.from({ length: 24 }, (_, i) => 0.1 + (0.8 * i) / 23);
/** Steps to either side of an edge between which brightness is compared. */
const REACH = 3;
/** Share of the places at which an edge must show. One that is not parallel passes them one after the other. */
const AGREEING = 0.8;

/** In parts of the document's brightness: how much darker the frame begins, by how much an edge changes, how dark and how even a frame is. */
const [BEGINS, EDGE, DARK, EVEN] = [0.25, 0.04, 0.5, 0.06];
/** Steps that a frame is wide at least. */
const NARROWEST = 4;

/** @param quad  the outline in pixels of the picture, upright */
export function measureBezel(picture: Picture, quad: Quad): BezelReading {
  const down = aspectRatio(quad);
  const level = brightnessInside(picture, quad);
  const outward: readonly ((along: number, away: number) => Point)[] = [
    (along, away) => pointInQuad(quad, along, -away * down),
    (along, away) => pointInQuad(quad, 1 + away, along),
    (along, away) => pointInQuad(quad, along, 1 + away * down),
    (along, away) => pointInQuad(quad, -away, along),
  ];
  const ends = outward.map((at) =>
    frameIn(PLACES.map((place) => profileOf(picture, (away) => at(place, away), level))),
  );
  const [top, right, bottom, left] = ends.map((end) => end ?? 0) as [number, number, number, number];
  const corner = (x: number, y: number): Point => {
    const [pixelX, pixelY] = pointInQuad(quad, x, y);
    return [part(pixelX / picture.width), part(pixelY / picture.height)];
  };
  const sides = ends.filter((end) => end !== null).length;
  return {
    sides,
    quad:
      sides === 0
        ? null
        : [
            corner(-left, -top * down),
            corner(1 + right, -top * down),
            corner(1 + right, 1 + bottom * down),
            corner(-left, 1 + bottom * down),
          ],
  };
}

function brightnessInside(picture: Picture, quad: Quad): number {
  const places = [0.3, 0.4, 0.5, 0.6, 0.7];
  const values = places.flatMap((y) => places.map((x) => brightnessAt(picture, pointInQuad(quad, x, y)) ?? 0));
  return Math.max(1, quantile(values, 0.7));
}

/** Brightness from inside outwards in parts of the document's; null where the picture ended. */
function profileOf(picture: Picture, at: (away: number) => Point, level: number): (number | null)[] {
  return Array.from({ length: STEPS }, (_, i) => {
    const value = brightnessAt(picture, at(INNERMOST + i * STEP));
    return value === null ? null : value / level;
  });
}

function brightnessAt({ grey, width, height }: Picture, point: Point): number | null {
  const [x, y] = point.map(Math.round) as [number, number];
  if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return null;
  let sum = 0;
  for (let row = y - 1; row <= y + 1; row++)
    for (let i = row * width + x - 1; i <= row * width + x + 1; i++) sum += grey[i]!;
  return sum / 9;
}

/** How far away the frame beside one side ends, in parts of the width; null without one. */
function frameIn(profiles: readonly (readonly (number | null)[])[]): number | null {
  const edges = edgesIn(profiles);
  for (const [i, { at, change }] of edges.entries()) {
    const next = edges[i + 1];
    if (change > -BEGINS || !next || next.at - at < NARROWEST + REACH) continue;
    const strip = profiles.flatMap((profile) =>
      profile.slice(at + REACH, next.at - REACH + 1).filter((v) => v !== null),
    );
    const brightness = mean(strip);
    const spread = Math.sqrt(mean(strip.map((value) => (value - brightness) ** 2)));
    if (brightness < DARK && spread < EVEN) return INNERMOST + next.at * STEP;
  }
  return null;
}

interface Edge {
  /** Step at which it lies, and by how much it gets brighter there. */
  at: number;
  change: number;
}

/** The edges that nearly all places of a side share. */
function edgesIn(profiles: readonly (readonly (number | null)[])[]): Edge[] {
  const edges: Edge[] = [];
  let within: Edge | null = null;
  for (let at = REACH; at + REACH < STEPS; at++) {
    const change = sharedChange(profiles, at);
    if (within && (Math.abs(change) < EDGE || change > 0 !== within.change > 0)) within = null;
    if (Math.abs(change) < EDGE) continue;
    if (!within) {
      within = { at, change };
      edges.push(within);
    } else if (Math.abs(change) > Math.abs(within.change)) Object.assign(within, { at, change });
  }
  return edges;
}

function sharedChange(profiles: readonly (readonly (number | null)[])[], at: number): number {
  const changes = profiles.flatMap((profile) => {
    const [inside, outside] = [profile[at - REACH], profile[at + REACH]];
    return inside == null || outside == null ? [] : [outside - inside];
  });
  if (changes.length < AGREEING * profiles.length) return 0;
  const [low, high] = [quantile(changes, 1 - AGREEING), quantile(changes, AGREEING)];
  return low > 0 ? low : high < 0 ? high : 0;
}

/** A part of the picture. */
function part(fraction: number): number {
  return clamp(round(fraction, 4), 0, 1);
}
