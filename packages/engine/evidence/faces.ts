import { type FaceDistance, faceDistance, templateOf } from '../face/embedding-distance.ts';
import { turnTowards } from '../face/turn-towards.ts';
import type { CaptureStep } from '../readings/capture.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { stretchesOf } from '../video/choose-frames.ts';
import type {
  CapturedReading,
  LivenessFrame,
  PicturedFace,
  PicturedFaces,
  PortraitPicture,
  SelfiePicture,
} from './evidence.ts';
import { originOf } from './origin.ts';

const SHOWS_PORTRAIT: ReadonlySet<CaptureStep> = new Set(['document_front', 'document_data_page']);

/** @param captures  of the document, front before back */
export function portraitPictureOf(captures: readonly CapturedReading[]): PortraitPicture | null {
  const captured = captures.find(({ step }) => SHOWS_PORTRAIT.has(step));
  const faces = facesIn(captured);
  if (!captured || !faces) return null;
  const { quality, template = null, portraitSeams = null } = captured.reading;
  return { ...faces, documentGlare: quality?.glareFraction ?? 0, template, seams: portraitSeams };
}

export function selfiePictureOf(captured: CapturedReading | undefined): SelfiePicture | null {
  const faces = facesIn(captured);
  return faces && { ...faces, recapture: captured?.reading.recapture ?? null };
}

export function largestFace(picture: PicturedFaces | null): PicturedFace | null {
  const face = picture?.faces[0];
  return picture && face ? { ...face, from: { ...picture.from, quad: face.quad } } : null;
}

/**
 * How unlike the portrait is to the selfie and the frames of the liveness check that look into the camera as it does, taken
 * together: each picture alone errs more often. A frame that is not surely of the same person as the selfie does not speak for it.
 */
export function differenceBetween(
  portrait: PicturedFace | null,
  selfie: PicturedFace | null,
  liveness: readonly LivenessFrame[] | null,
  { isBad }: Thresholds,
): FaceDistance | null {
  if (!portrait || !selfie) return null;
  const alike = (liveness ?? []).flatMap(({ frames }) =>
    frames.flatMap(([face]) => {
      const isFrontal = face && isBad('headTurn', Math.abs(face.pose.yawDegrees - selfie.pose.yawDegrees));
      if (!isFrontal) return [];
      const distance = faceDistance(face, selfie);
      return distance === 'not_comparable' || isBad('faceDistanceSame', distance) ? [] : [face];
    }),
  );
  return faceDistance(portrait, templateOf([selfie, ...alike]));
}

/** Of each stretch under one prompt the frame that shows it best. */
export function livenessIn(captured: CapturedReading | undefined): readonly LivenessFrame[] | null {
  if (!captured?.reading.frames) return null;
  return stretchesOf(captured.reading.frames).map((stretch) => {
    const prompt = stretch[0]!.prompt;
    const shown = stretch.flatMap(({ faces: [face] = [], image }) => (face ? [{ face, image }] : []));
    const [best] = shown.sort((a, b) => turnTowards(prompt, b.face) - turnTowards(prompt, a.face));
    return {
      prompt,
      face: best ? { ...best.face, from: originOf(captured, null) } : null,
      image: best?.image ?? stretch[0]!.image,
      frames: stretch.map(({ faces = [] }) => faces),
    };
  });
}

function facesIn(captured: CapturedReading | undefined): PicturedFaces | null {
  if (!captured?.reading.faces) return null;
  return {
    from: originOf(captured, captured.reading.faces[0]?.quad ?? null),
    faces: captured.reading.faces,
    unclearFaces: captured.reading.unclearFaces ?? 0,
  };
}
