import { parseMrz } from '@reident/mrz';
import { measureBezel } from './authenticity/device-bezel.ts';
import { measureColour } from './authenticity/grey-copy.ts';
import { measureHalftone } from './authenticity/halftone.ts';
import { readAuthenticityFeatures } from './authenticity/read-authenticity-features.ts';
import { measureRecapture } from './authenticity/recapture.ts';
import { describeOutline, toFractions } from './document/describe-outline.ts';
import { findOutlines } from './document/find-outline.ts';
import { outlineAround, outlineFromMrz } from './document/outline-from-mrz.ts';
import { type DocumentTemplate, packTemplate, templateOf } from './document/template.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { type FaceModels, type FoundFace, findFaces, loadFaceModels } from './face/detect.ts';
import { decodePicture, type Picture, pixelsOf } from './image/decode.ts';
import { type Cv, loadOpenCv } from './image/opencv.ts';
import { perceptualHash } from './image/perceptual-hash.ts';
import { pointInQuad, scaleQuad, startAt } from './image/quad.ts';
import { measureQuality, round } from './image/quality.ts';
import { type RectifiedDocument, rectify } from './image/rectify.ts';
import type { PixelQuad } from './mrz-reader/geometry.ts';
import type { GlyphWeights } from './mrz-reader/glyph-network.ts';
import { loadGlyphWeights } from './mrz-reader/glyph-weights.ts';
import { type RawMrzReading, readMrz } from './mrz-reader/read-mrz.ts';
import {
  CAPTURE_STEPS,
  type CapturedMedia,
  type CaptureReading,
  type DocumentReading,
  type FrameReading,
  type MrzReading,
  type Point,
  type Quad,
} from './readings/capture.ts';
import type { FaceReading } from './readings/face.ts';
import { type DecodedFrame, decodeFrames, openRecording } from './video/open-recording.ts';
import { readClip } from './video/read-clip.ts';
import { matchTemplates } from './video/same-document.ts';
import { readOverprint } from './viz/read-overprint.ts';
import { readText } from './viz/read-text.ts';
import { loadTextModels, type TextModels } from './viz/text-models.ts';

export interface Reader {
  /**
   * Reads one picture or recording.
   *
   * @param decoded  called when the bytes have been decoded, before the slower part begins
   * @throws PlatformError `unreadable_media`, `media_too_large` or `unsupported_media_type`
   */
  read(media: CapturedMedia, decoded: () => void): Promise<CaptureReading>;
}

/** @param assetsDir  folder that holds `weights/` */
export function openReader({ assetsDir }: { assetsDir: string }): Reader {
  const glyphs = loadGlyphWeights(assetsDir);
  let faces: Promise<FaceModels> | undefined;
  const loadFaces = () => {
    faces ??= loadFaceModels();
    return faces;
  };
  let text: Promise<TextModels | null> | undefined;
  const loadText = () => {
    text ??= loadTextModels();
    return text;
  };
  return {
    async read({ step, bytes }, decoded) {
      const { shows, media } = CAPTURE_STEPS[step];
      if (media === 'recording') {
        const recording = openRecording(bytes);
        const decodedFrames = await decodeFrames(recording);
        decoded();
        const [cv, models] = [await loadOpenCv(), await loadFaces()];
        const frames =
          shows === 'document' ? readDocumentFrames(cv, models, decodedFrames) : readFaceFrames(models, decodedFrames);
        const clip = recording.clip && readClip(recording.clip);
        return { step, engineVersion: ENGINE_VERSION, image: null, quality: null, frames, clip };
      }
      const picture = await decodePicture(bytes);
      decoded();
      const cv = await loadOpenCv();
      if (shows === 'document')
        return readDocument({ cv, glyphs, faces: await loadFaces(), text: await loadText() }, step, picture, bytes);
      const reading = readOther(shows === 'face' ? await loadFaces() : null, step, picture);
      if (shows !== 'face') {
        const models = await loadText();
        return { ...reading, ...(models && { text: await readText(models, picture, wholeOf(picture), null) }) };
      }
      const face = reading.faces?.[0]?.quad ?? WHOLE;
      const middle = middleOf(scaleQuad(face, picture.width, picture.height));
      // Not as it was taken: the coding of colour alone makes patterns there that the limits for faces forbid.
      return { ...reading, recapture: measureHalftone(picture, middle) };
    },
  };
}

/** The reader of the MRZ leaves pictures of all sizes behind, and the reader of text needs the room. Only in the engine host. */
function makeRoom(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

const WHOLE: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

interface Tools {
  cv: Cv;
  glyphs: GlyphWeights;
  faces: FaceModels;
  /** Null on a platform for which the runtime of the text models has no program: then no text is looked for. */
  text: TextModels | null;
}

type Step = CapturedMedia['step'];

async function readDocument(tools: Tools, step: Step, picture: Picture, bytes: Uint8Array): Promise<CaptureReading> {
  const { cv, glyphs, faces: models } = tools;
  const outlines = findOutlines(cv, picture);
  const mrz = findMrz(glyphs, picture, outlines[0]);
  const located = locateDocument(outlines, mrz);
  const { corners, flat, faces } = mrz?.accepted
    ? lay(models, picture, located?.corners ?? wholeOf(picture))
    : layUpright(models, picture, located?.corners ?? wholeOf(picture));
  makeRoom();
  const outline = located && describeOutline(corners, located.foundBy, picture);
  const place = toFractions(corners, picture.width, picture.height);
  const text = tools.text && (await readText(tools.text, picture, corners, mrz && cornersOf(mrz.quad)));
  const overprint = tools.text && located && (await readOverprint(tools.text, picture, corners));
  const quality = measureQuality(flat, place);
  return {
    ...basis(step, picture),
    quality: { measuredOn: located ? 'document' : 'picture', ...quality },
    ...(outline ? { document: outline } : {}),
    ...(mrz ? { mrz: toMrzReading(mrz, picture) } : {}),
    ...(text && { text }),
    ...(overprint && { overprint }),
    faces: faces.map((face) => toFaceReading(face, flat, place)),
    recapture: await measureRecapture(bytes, picture, middleOf(corners)),
    ...(located && {
      colour: measureColour(flat, picture, corners),
      bezel: measureBezel(picture, corners),
    }),
    ...readAuthenticityFeatures({
      step,
      flat,
      place,
      mrz: mrz && toFractions(cornersOf(mrz.quad), picture.width, picture.height),
      faces,
      text: text ?? [],
    }),
  };
}

function middleOf(quad: Quad): Point {
  return pointInQuad(quad, 0.5, 0.5);
}

/** The MRZ is not read again: the frames only have to show that it is the same document, and how it lies. */
function readDocumentFrames(cv: Cv, models: FaceModels, decodedFrames: readonly DecodedFrame[]): FrameReading[] {
  const templates = new Map<FrameReading, DocumentTemplate>();
  // Which way up the document lies is found once, by its portrait; a back has none, so the search ends after two frames.
  let turn: number | null = null;
  const frames = decodedFrames.map(({ atMs, prompt, picture }, index): FrameReading => {
    const [outline] = findOutlines(cv, picture);
    const whole = wholeOf(picture);
    const turns = turn === null && index < 2 && outline ? [0, 2, 1, 3] : [turn ?? 0];
    let laid = lay(models, picture, startAt(outline ?? whole, turns[0]!));
    for (const next of turns.slice(1)) {
      if (laid.faces.length > 0) break;
      laid = lay(models, picture, startAt(outline ?? whole, next));
    }
    if (laid.faces.length > 0 && outline) turn = outline.indexOf(laid.corners[0]);
    const { corners, flat, faces } = laid;
    const place = toFractions(corners, picture.width, picture.height);
    const frame: FrameReading = {
      atMs,
      prompt,
      image: picture.original,
      quality: { measuredOn: outline ? 'document' : 'picture', ...measureQuality(flat, place) },
      ...(outline ? { document: describeOutline(corners, 'edges', picture) } : {}),
      faces: faces.map((face) => toFaceReading(face, flat, place)),
    };
    if (outline) templates.set(frame, templateOf(flat));
    return frame;
  });
  return withComparisons(frames, templates);
}

/** The others are compared with the sharpest frame in which the document lies flat, as it does in the picture. */
function withComparisons(
  frames: FrameReading[],
  templates: ReadonlyMap<FrameReading, DocumentTemplate>,
): FrameReading[] {
  const likeliest = (frame: FrameReading) => frame.quality.sharpness + (frame.prompt === 'flat' ? 1e6 : 0);
  const [reference] = [...templates.keys()].sort((a, b) => likeliest(b) - likeliest(a));
  if (!reference) return frames;
  const standard = templates.get(reference)!;
  return frames.map((frame) => {
    const template = templates.get(frame);
    if (!template) return frame;
    return frame === reference
      ? { ...frame, template: packTemplate(template) }
      : { ...frame, comparison: matchTemplates(standard, template) };
  });
}

function readFaceFrames(models: FaceModels, decodedFrames: readonly DecodedFrame[]): FrameReading[] {
  return decodedFrames.map(({ atMs, prompt, picture }) => {
    const { quality, faces, unclearFaces } = readOther(models, 'liveness', picture);
    return { atMs, prompt, image: picture.original, quality: quality!, faces, unclearFaces };
  });
}

interface LaidDocument {
  corners: Quad;
  flat: RectifiedDocument;
  faces: FoundFace[];
}

function lay(models: FaceModels, picture: Picture, corners: Quad): LaidDocument {
  const flat = rectifyPicture(picture, corners);
  return { corners, flat, faces: findFaces(models, flat).faces };
}

/** Without an MRZ only the portrait tells which way up a document lies. */
function layUpright(models: FaceModels, picture: Picture, corners: Quad): LaidDocument {
  const asFound = lay(models, picture, corners);
  if (asFound.faces.length > 0) return asFound;
  for (const turn of [2, 1, 3]) {
    const turned = lay(models, picture, startAt(corners, turn));
    if (turned.faces.length > 0) return turned;
  }
  return asFound;
}

function findMrz(
  weights: GlyphWeights,
  { grey, width, height }: Picture,
  outline: Quad | undefined,
): RawMrzReading | null {
  const quad = outline && (outline.map(([x, y]) => ({ x, y })) as unknown as PixelQuad);
  return readMrz({ data: grey, width, height }, { weights, quad });
}

interface LocatedDocument {
  corners: Quad;
  foundBy: DocumentReading['foundBy'];
}

/** An MRZ that was read tells which of several shapes the document is, which way up it lies, and where it is if none fits. */
function locateDocument(outlines: readonly Quad[], mrz: RawMrzReading | null): LocatedDocument | null {
  if (mrz?.accepted) {
    const quad = cornersOf(mrz.quad);
    const around = outlineAround(quad, outlines);
    return around
      ? { corners: around, foundBy: 'edges' }
      : { corners: outlineFromMrz(quad, mrz.format), foundBy: 'mrz' };
  }
  const [likeliest] = outlines;
  return likeliest ? { corners: likeliest, foundBy: 'edges' } : null;
}

function cornersOf(quad: PixelQuad): Quad {
  return quad.map(({ x, y }) => [x, y]) as unknown as Quad;
}

function toMrzReading(
  { lines, quad, confidence, repaired, mirrored }: RawMrzReading,
  { width, height }: Picture,
): MrzReading {
  return {
    ...parseMrz(lines),
    quad: toFractions(cornersOf(quad), width, height),
    confidence: round(confidence, 3),
    repaired,
    ...(mirrored ? { mirrored } : {}),
  };
}

/** @param models  null when no face is expected */
function readOther(models: FaceModels | null, step: Step, picture: Picture): CaptureReading {
  const whole = wholeOf(picture);
  const place = toFractions(whole, picture.width, picture.height);
  const flat = rectifyPicture(picture, whole);
  return {
    ...basis(step, picture),
    quality: { measuredOn: 'picture', ...measureQuality(flat, place) },
    ...(models ? facesIn(models, picture, place) : {}),
  };
}

function facesIn(models: FaceModels, picture: Picture, place: Quad): Pick<CaptureReading, 'faces' | 'unclearFaces'> {
  const { faces, unclear } = findFaces(models, picture);
  return { faces: faces.map((face) => toFaceReading(face, picture, place)), unclearFaces: unclear };
}

/** @param place  where the picture in which the face was found lies in the whole one */
function toFaceReading(
  { corners, landmarks, occlusion: { eyesCorners, lowerCorners, ...occlusion }, ...face }: FoundFace,
  { width, height }: { width: number; height: number },
  place: Quad,
): FaceReading {
  const at = ([x, y]: Point) =>
    pointInQuad(place, x / width, y / height).map((value) => round(value, 4)) as unknown as Point;
  const placed = (points: Quad) => points.map(at) as unknown as Quad;
  return {
    ...face,
    quad: placed(corners),
    landmarks: landmarks.map(at),
    occlusion: { ...occlusion, eyesQuad: placed(eyesCorners), lowerQuad: placed(lowerCorners) },
  };
}

function basis(step: Step, picture: Picture): Pick<CaptureReading, 'step' | 'engineVersion' | 'image' | 'hash'> {
  return { step, engineVersion: ENGINE_VERSION, image: picture.original, hash: perceptualHash(picture) };
}

/** At the size at which documents are measured. */
function rectifyPicture(picture: Picture, quad: Quad): RectifiedDocument {
  return rectify(pixelsOf(picture), quad);
}

function wholeOf({ width, height }: Picture): Quad {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}
