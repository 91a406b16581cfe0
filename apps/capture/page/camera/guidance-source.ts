import type { DocumentFrameAnalysis, Quad, SideAnalysis } from '@reident/engine/live';
import type { StepId } from '../../shared/protocol.ts';
import { faceAnalyser } from './face-analyser.ts';
import { FACE_GUIDANCE, type FaceGuidanceId, type FaceInFrame, faceGuidanceFor, faceInFrame } from './face-guidance.ts';
import { openDocumentAnalyser } from './frame-analyser.ts';
import { GUIDANCE, type GuidanceId, guidanceFor, movement, SIDES } from './guidance.ts';

export type LineId = GuidanceId | FaceGuidanceId;

/** The guidance that follows from one frame. */
export interface Judged {
  id: LineId;
  /** Of what was looked for; the sharpest of the good pictures is kept. Null where this very picture was not measured. */
  sharpness: number | null;
  outline: Quad | null;
}

/** Where guidance comes from: analyses the frames of a running camera one after the other. */
export interface GuidanceSource {
  /** Null when this device cannot analyse frames any more. */
  analyse(picture: HTMLCanvasElement, wrongLens: boolean): Promise<Judged | null>;
  /** A picture was taken of the frame analysed last. */
  taken(): void;
  leave(): void;
}

/** The guidance sources by frame shape. Null where the browser has none: the customer then presses the button. */
// biome-ignore format: a table
const GUIDANCE_SOURCES = {
  card: documentGuidance,
  page: documentGuidance,
  face: faceGuidance,
} as const;

/** @param frame  the shape that things are fitted into; nothing can be found in a letter yet */
export function guidanceSourceFor(frame: string): ((step: StepId) => Promise<GuidanceSource | null>) | null {
  return frame in GUIDANCE_SOURCES ? GUIDANCE_SOURCES[frame as keyof typeof GUIDANCE_SOURCES] : null;
}

export function signFor(id: LineId) {
  return [...GUIDANCE, ...FACE_GUIDANCE].find((row) => row.id === id)?.sign ?? null;
}

/** How the sides looked that were pictured so far, by their steps: a few places of grey, in memory only. */
const pictured = new Map<string, SideAnalysis['template']>();

async function documentGuidance(step: StepId): Promise<GuidanceSource | null> {
  const analyser = openDocumentAnalyser();
  if (analyser === null) return null;
  const row = step in SIDES ? SIDES[step as keyof typeof SIDES] : null;
  const asked = { mrz: row?.mrzIsOther === true, other: (row && pictured.get(row.other)) ?? null };
  let before: DocumentFrameAnalysis | null = null;
  let said: GuidanceId | null = null;
  return {
    async analyse(picture, wrongLens) {
      const analysis = await analyser.analyse(picture, asked);
      if (analysis === null) return null;
      const outline = analysis.document?.quad ?? null;
      said = guidanceFor({ ...analysis, moved: movement(before?.document?.quad ?? null, outline), wrongLens });
      before = analysis;
      return { id: said, sharpness: analysis.measured ? (analysis.quality?.sharpness ?? 0) : null, outline };
    },
    taken() {
      // A side that was pictured against all advice is no example of the one that was asked for.
      if (before?.side && said !== 'otherSide') pictured.set(step, before.side.template);
      else pictured.delete(step);
    },
    leave: () => analyser.close(),
  };
}

async function faceGuidance(): Promise<GuidanceSource | null> {
  const analyser = await faceAnalyser();
  if (analyser === null) return null;
  let before: FaceInFrame | null = null;
  return {
    async analyse(picture) {
      const analysis = await analyser.analyse(picture, undefined);
      if (analysis === null) return null;
      before = faceInFrame(analysis, picture.width / picture.height, before);
      return { id: faceGuidanceFor(before), sharpness: before.face?.sharpness ?? 0, outline: null };
    },
    taken: () => undefined,
    // The next step may want the same analyser.
    leave: () => undefined,
  };
}
