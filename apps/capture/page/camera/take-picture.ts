import { PICTURE_TYPES } from '@reident/domain/browser';
import type { StepId } from '../../shared/protocol.ts';
import type { SampleName } from '../../shared/sample-choices.ts';
import { fetchSample } from '../flow/calls.ts';
import type { TakenPicture } from '../flow/model.ts';

const JPEG_QUALITY = 0.92;
/** Longest side of a picture that is sent: enough to read an MRZ, small enough for a slow line. */
const LONGEST_SIDE = 2560;
const MOST_FILE_BYTES = 9 * 1024 * 1024;
const FILE_TYPES: ReadonlySet<string> = new Set(PICTURE_TYPES);

/** The frame that the video shows at this moment, whole, as a JPEG; null while there is none. */
export async function pictureFromVideo(video: HTMLVideoElement, step: StepId): Promise<TakenPicture | null> {
  const blob = await drawJpeg(video, video.videoWidth, video.videoHeight);
  return blob && { step, blob, url: URL.createObjectURL(blob), source: 'camera' };
}

/** A frame that was drawn before, as a JPEG. */
export async function pictureFromCanvas(canvas: HTMLCanvasElement, step: StepId): Promise<TakenPicture | null> {
  const blob = await drawJpeg(canvas, canvas.width, canvas.height);
  return blob && { step, blob, url: URL.createObjectURL(blob), source: 'camera' };
}

/** A file as it is, or made smaller if it is too large to send; null when it is not a picture that this browser can read. */
export async function pictureFromFile(file: File, step: StepId): Promise<TakenPicture | null> {
  if (!FILE_TYPES.has(file.type)) return null;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const blob = file.size > MOST_FILE_BYTES ? await drawJpeg(bitmap, bitmap.width, bitmap.height) : file;
  bitmap.close();
  return blob && { step, blob, url: URL.createObjectURL(blob), source: 'file' };
}

/** A picture that a sandbox drew in place of a camera. */
export async function pictureFromSample(scenario: SampleName, step: StepId): Promise<TakenPicture> {
  const blob = await fetchSample(step, scenario);
  return { step, blob, url: URL.createObjectURL(blob), source: 'sample' };
}

/** The frame that the video shows at this moment as the bytes of a JPEG of at most that size; null while there is none. */
export async function jpegFromVideo(
  video: HTMLVideoElement,
  longestSide: number,
  quality: number,
): Promise<Uint8Array | null> {
  const blob = await drawJpeg(video, video.videoWidth, video.videoHeight, longestSide, quality);
  return blob && new Uint8Array(await blob.arrayBuffer());
}

function drawJpeg(
  source: CanvasImageSource,
  width: number,
  height: number,
  longestSide = LONGEST_SIDE,
  quality = JPEG_QUALITY,
): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return Promise.resolve(null);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        freeCanvas(canvas);
        resolve(blob);
      },
      'image/jpeg',
      quality,
    );
  });
}

/**
 * Gives the memory of a canvas back at once. iOS allows all canvases of a page a few hundred MB together and lets go of those that
 * nobody needs any more when it likes; a recording draws a hundred of them.
 */
export function freeCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
