import type { DocumentGlance, Quad } from '@reident/engine/browser';
import { openEye } from './eye.ts';
import { faceEye } from './face-eye.ts';
import { FACE_GUIDANCE, type FaceGuidanceId, type FaceLook, faceGuidanceFor, faceLook } from './face-guidance.ts';
import { GUIDANCE, type GuidanceId, guidanceFor, movement } from './guidance.ts';

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
export function gazeFor(frame: string): (() => Promise<Gaze | null>) | null {
  return frame in GAZES ? GAZES[frame as keyof typeof GAZES] : null;
}

export function signFor(id: LineId) {
  return [...GUIDANCE, ...FACE_GUIDANCE].find((row) => row.id === id)?.sign ?? null;
}

async function documentGaze(): Promise<Gaze | null> {
  const eye = openEye();
  if (eye === null) return null;
  let before: DocumentGlance | null = null;
  return {
    async look(picture, wrongLens) {
      const glance = await eye.look(picture);
      if (glance === null) return null;
      const outline = glance.document?.quad ?? null;
      const id = guidanceFor({ ...glance, moved: movement(before?.document?.quad ?? null, outline), wrongLens });
      before = glance;
      return { id, sharpness: glance.measured ? (glance.quality?.sharpness ?? 0) : null, outline };
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
      const glance = await eye.look(picture);
      if (glance === null) return null;
      before = faceLook(glance, picture.width / picture.height, before);
      return { id: faceGuidanceFor(before), sharpness: before.face?.sharpness ?? 0, outline: null };
    },
    // The next step may want the same eye.
    leave: () => undefined,
  };
}
