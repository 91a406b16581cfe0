import type { DocumentGlance, Quad, SideGlance } from '@reident/engine/live';
import { openEye } from './eye.ts';
import { faceEye } from './face-eye.ts';
import { FACE_GUIDANCE, type FaceGuidanceId, type FaceLook, faceGuidanceFor, faceLook } from './face-guidance.ts';
import { GUIDANCE, type GuidanceId, guidanceFor, movement, SIDES } from './guidance.ts';

export type LineId = GuidanceId | FaceGuidanceId;

/** What one look at a picture leads to. */
export interface Judged {
  id: LineId;
  /** Of what was looked for; the sharpest of the good pictures is kept. Null where this very picture was not measured. */
  sharpness: number | null;
  outline: Quad | null;
}

/** Looks at pictures of a running camera one after the other. */
export interface Gaze {
  /** Null when this device cannot look any more. */
  look(picture: HTMLCanvasElement, wrongLens: boolean): Promise<Judged | null>;
  /** A picture was taken of what was last looked at. */
  taken(): void;
  leave(): void;
}

/** What a picture can be looked at for. A gaze is null where the browser cannot: the customer then presses the button. */
// biome-ignore format: a table
const GAZES = {
  card: documentGaze,
  page: documentGaze,
  face: faceGaze,
} as const;

/** @param frame  the shape that things are fitted into; nothing can be found in a letter yet */
export function gazeFor(frame: string): ((step: string) => Promise<Gaze | null>) | null {
  return frame in GAZES ? GAZES[frame as keyof typeof GAZES] : null;
}

export function signFor(id: LineId) {
  return [...GUIDANCE, ...FACE_GUIDANCE].find((row) => row.id === id)?.sign ?? null;
}

/** How the sides looked that were pictured so far, by their steps: a few places of grey, in memory only. */
const pictured = new Map<string, SideGlance['mark']>();

async function documentGaze(step: string): Promise<Gaze | null> {
  const eye = openEye();
  if (eye === null) return null;
  const row = step in SIDES ? SIDES[step as keyof typeof SIDES] : null;
  const asked = { zone: row?.zoneIsOther === true, other: (row && pictured.get(row.other)) ?? null };
  let before: DocumentGlance | null = null;
  let said: GuidanceId | null = null;
  return {
    async look(picture, wrongLens) {
      const glance = await eye.look(picture, asked);
      if (glance === null) return null;
      const outline = glance.document?.quad ?? null;
      said = guidanceFor({ ...glance, moved: movement(before?.document?.quad ?? null, outline), wrongLens });
      before = glance;
      return { id: said, sharpness: glance.measured ? (glance.quality?.sharpness ?? 0) : null, outline };
    },
    taken() {
      // A side that was pictured against all advice is no example of the one that was asked for.
      if (before?.side && said !== 'otherSide') pictured.set(step, before.side.mark);
      else pictured.delete(step);
    },
    leave: () => eye.close(),
  };
}

async function faceGaze(): Promise<Gaze | null> {
  const eye = await faceEye();
  if (eye === null) return null;
  let before: FaceLook | null = null;
  return {
    async look(picture) {
      const glance = await eye.look(picture, undefined);
      if (glance === null) return null;
      before = faceLook(glance, picture.width / picture.height, before);
      return { id: faceGuidanceFor(before), sharpness: before.face?.sharpness ?? 0, outline: null };
    },
    taken: () => undefined,
    // The next step may want the same eye.
    leave: () => undefined,
  };
}
