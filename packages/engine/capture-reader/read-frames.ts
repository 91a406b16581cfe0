import { describeOutline } from '../document/describe-outline.ts';
import { findOutlines } from '../document/find-outline.ts';
import { type DocumentTemplate, templateOf } from '../document/template.ts';
import { findFaces } from '../face/detect.ts';
import { ALL_TURNS, type RectifiedSide, rectifyTurned } from '../face/rectify-side.ts';
import { toFaceReading } from '../face/to-reading.ts';
import { loadOpenCv } from '../image/opencv.ts';
import { toFractions, WHOLE, wholeOf } from '../image/quad.ts';
import { measurePicture, measureQuality } from '../image/quality.ts';
import type { FrameReading } from '../readings/capture.ts';
import type { Quad } from '../readings/quad.ts';
import { compareFrames } from '../video/compare-frames.ts';
import type { DecodedFrame } from '../video/open-recording.ts';
import type { Models } from './models.ts';

/** A back has no portrait, so which way up the document lies is not looked for in more frames than these. */
const FRAMES_SEARCHED = 2;

/** The MRZ is not read again: the frames only have to show that it is the same document, and how it lies. */
export async function readDocumentFrames(
  models: Models,
  decodedFrames: readonly DecodedFrame[],
): Promise<FrameReading[]> {
  const [cv, faceModels] = [await loadOpenCv(), await models.faces()];
  const templates = new Map<FrameReading, DocumentTemplate>();
  // Which way up the document lies is found once, by its portrait.
  let turn: number | null = null;
  const frames: FrameReading[] = [];
  for (const [index, decoded] of decodedFrames.entries()) {
    const { picture } = decoded;
    const [outline] = findOutlines(cv, picture);
    const searched = turn === null && index < FRAMES_SEARCHED && outline;
    const corners = outline ?? wholeOf(picture);
    const side = (await rectifyTurned(faceModels, picture, corners, searched ? ALL_TURNS : [turn ?? 0])).at(-1)!;
    if (side.faces.length > 0 && outline) turn = outline.indexOf(side.corners[0]);
    const frame = documentFrame(decoded, side, outline);
    if (outline) templates.set(frame, templateOf(side.flat));
    frames.push(frame);
  }
  return compareFrames(frames, templates);
}

function documentFrame(
  { atMs, prompt, picture }: DecodedFrame,
  side: RectifiedSide,
  outline: Quad | undefined,
): FrameReading {
  const { corners, flat, faces } = side;
  const place = toFractions(corners, picture.width, picture.height);
  return {
    atMs,
    prompt,
    image: picture.original,
    quality: { measuredOn: outline ? 'document' : 'picture', ...measureQuality(flat, place) },
    ...(outline ? { document: describeOutline(corners, 'edges', picture) } : {}),
    faces: faces.map((face) => toFaceReading(face, flat, place)),
  };
}

export async function readFaceFrames(models: Models, decodedFrames: readonly DecodedFrame[]): Promise<FrameReading[]> {
  const faceModels = await models.faces();
  const frames: FrameReading[] = [];
  for (const { atMs, prompt, picture } of decodedFrames) {
    const { faces, unclear } = await findFaces(faceModels, picture);
    frames.push({
      atMs,
      prompt,
      image: picture.original,
      quality: measurePicture(picture),
      faces: faces.map((face) => toFaceReading(face, picture, WHOLE)),
      unclearFaces: unclear,
    });
  }
  return frames;
}
