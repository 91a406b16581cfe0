import { PlatformError } from '@reident/identification';
import {
  CAPTURE_STEPS,
  type CapturedMedia,
  type CaptureReading,
  type DocumentReading,
  ENGINE_VERSION,
  type Quad,
} from '../capture-reading.ts';
import { decodePicture, type Picture } from './decode-picture.ts';
import { cardSizeOf, findOutline } from './find-outline.ts';
import { measureQuality, round } from './measure-quality.ts';
import { clipFormat } from './media-format.ts';
import { type Cv, loadOpenCv } from './open-cv.ts';
import { quadArea, scaleQuad, sideRatio } from './quad-geometry.ts';
import { rectify } from './rectify.ts';

export interface Reader {
  /**
   * Reads one picture or clip.
   *
   * @param decoded  called when the bytes have been decoded, before the slower part begins
   * @throws PlatformError `unreadable_media`, `media_too_large` or `unsupported_media_type`
   */
  read(media: CapturedMedia, decoded: () => void): Promise<CaptureReading>;
}

/** @param assetsDir  folder that holds `weights/` */
export function openReader(_options: { assetsDir: string }): Reader {
  return {
    async read({ step, bytes }, decoded) {
      if (CAPTURE_STEPS[step].media === 'clip') return readClip(step, bytes);
      const picture = await decodePicture(bytes);
      decoded();
      const cv = await loadOpenCv();
      return CAPTURE_STEPS[step].shows === 'document' ? readDocument(cv, step, picture) : readOther(cv, step, picture);
    },
  };
}

type Step = CapturedMedia['step'];

const MOST_CLIP_BYTES = 50 * 1024 * 1024;

/** A clip is kept as it came; only its container is looked at [UPL-1]. */
function readClip(step: Step, bytes: Uint8Array): CaptureReading {
  if (bytes.length > MOST_CLIP_BYTES) throw new PlatformError('media_too_large', 'a clip may have at most 50 MB');
  if (clipFormat(bytes) === null) throw new PlatformError('unsupported_media_type', 'a clip must be WebM or MP4');
  return { step, engineVersion: ENGINE_VERSION, image: null, quality: null };
}

/** Width in pixels at which documents are measured. */
const FLAT_WIDTH = 1000;

function readDocument(cv: Cv, step: Step, picture: Picture): CaptureReading {
  const corners = findOutline(cv, picture);
  const flat = rectify(cv, picture, corners ?? wholeOf(picture), FLAT_WIDTH);
  const document = corners ? describeOutline(corners, picture) : undefined;
  return {
    ...basis(step, picture),
    quality: { measuredOn: corners ? 'document' : 'picture', ...measureQuality(flat, document?.quad ?? null) },
    ...(document ? { document } : {}),
  };
}

function readOther(cv: Cv, step: Step, picture: Picture): CaptureReading {
  const flat = rectify(cv, picture, wholeOf(picture), FLAT_WIDTH);
  return { ...basis(step, picture), quality: { measuredOn: 'picture', ...measureQuality(flat, null) } };
}

function basis(step: Step, picture: Picture): Pick<CaptureReading, 'step' | 'engineVersion' | 'image'> {
  return { step, engineVersion: ENGINE_VERSION, image: picture.original };
}

function wholeOf({ width, height }: Picture): Quad {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

/** How near to the edge, as a part of the picture, a corner counts as cut off. */
const EDGE = 0.004;

function describeOutline(corners: Quad, { width, height }: Picture): DocumentReading {
  const quad = toFractions(corners, width, height);
  return {
    quad,
    size: cardSizeOf(corners),
    sideRatio: round(sideRatio(corners), 3),
    coverage: round(quadArea(quad), 3),
    cutOff: quad.some(([x, y]) => x < EDGE || y < EDGE || x > 1 - EDGE || y > 1 - EDGE),
  };
}

function toFractions(quad: Quad, width: number, height: number): Quad {
  return scaleQuad(quad, 1 / width, 1 / height).map(([x, y]) => [round(x, 4), round(y, 4)]) as unknown as Quad;
}
