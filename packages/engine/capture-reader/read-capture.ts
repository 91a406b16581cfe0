import { decodePicture } from '../image/decode.ts';
import { perceptualHash } from '../image/perceptual-hash.ts';
import { CAPTURE_STEPS, type CapturedMedia, type CaptureReading } from '../readings/capture.ts';
import { ENGINE_VERSION } from '../readings/engine-version.ts';
import { decodeFrames, openRecording } from '../video/open-recording.ts';
import { readClip } from '../video/read-clip.ts';
import { openModels } from './models.ts';
import { readDocument } from './read-document.ts';
import { readDocumentFrames, readFaceFrames } from './read-frames.ts';
import { readLetter } from './read-letter.ts';
import { readSelfie } from './read-selfie.ts';

export interface Reader {
  /**
   * Reads one picture or recording.
   *
   * @param decoded  called when the bytes have been decoded, before the slower part begins
   * @throws PlatformError `unreadable_media`, `media_too_large` or `unsupported_media_type`
   */
  read(media: CapturedMedia, decoded: () => void): Promise<CaptureReading>;
}

// biome-ignore format: a table
const READERS = {
  // shows      a picture                a recording
  document: { picture: readDocument,   recording: readDocumentFrames },
  address:  { picture: readLetter,     recording: null },
  face:     { picture: readSelfie,     recording: readFaceFrames },
} as const;

/** @param assetsDir  folder that holds `weights/` */
export function openReader({ assetsDir }: { assetsDir: string }): Reader {
  const models = openModels(assetsDir);
  return {
    async read({ step, bytes }, decoded) {
      const { shows, media } = CAPTURE_STEPS[step];
      const readers = READERS[shows];
      if (media === 'recording' && readers.recording) {
        const recording = openRecording(bytes);
        const decodedFrames = await decodeFrames(recording);
        decoded();
        const frames = await readers.recording(models, decodedFrames);
        const clip = recording.clip && readClip(recording.clip);
        return { step, engineVersion: ENGINE_VERSION, image: null, quality: null, frames, clip };
      }
      const picture = await decodePicture(bytes);
      decoded();
      return {
        step,
        engineVersion: ENGINE_VERSION,
        image: picture.original,
        hash: perceptualHash(picture),
        ...(await readers.picture(models, picture, { step, bytes })),
      };
    },
  };
}
