import { descriptorDistance } from '../face/embedding-distance.ts';
import { turnTowards } from '../face/turn-towards.ts';
import type { CaptureStep } from '../readings/capture.ts';
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

export function differenceBetween(portrait: PicturedFace | null, selfie: PicturedFace | null): number | null {
  return portrait && selfie ? descriptorDistance(portrait.descriptor, selfie.descriptor) : null;
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
