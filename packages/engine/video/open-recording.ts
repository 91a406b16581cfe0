import { PlatformError } from '@reident/domain';
import { decodePicture, type Picture } from '../image/decode.ts';
import { chooseFrames } from './choose-frames.ts';
import { parseRecording, RECORDING_LIMITS, type RecordedFrame, type Recording } from './recording.ts';

/** So many frames are looked at, whatever was sent: reading them takes about a quarter of a second each. */
export const MOST_FRAMES = 12;

/** Longer side in pixels at which a frame is read, and the most it may have: full HD, and a little more. */
const FRAME_SIZE = { reading: 1280, mostPixels: 2_500_000 } as const;

export type DecodedFrame = Omit<RecordedFrame, 'jpeg'> & { picture: Picture };

const MOST_BYTES =
  RECORDING_LIMITS.headerBytes + RECORDING_LIMITS.frames * RECORDING_LIMITS.frameBytes + RECORDING_LIMITS.clipBytes;

/** @throws PlatformError `media_too_large`, or `unsupported_media_type` for anything but a body that `writeRecording` could write */
export function openRecording(bytes: Uint8Array): Recording {
  if (bytes.length > MOST_BYTES) throw new PlatformError('media_too_large', 'a recording has too many bytes');
  const recording = parseRecording(bytes);
  if (recording === null)
    throw new PlatformError('unsupported_media_type', 'a recording must be frames and a clip in one body');
  return recording;
}

/** Decodes the frames that are looked at. Throws like `decodePicture`: one damaged frame spoils the recording. */
export async function decodeFrames({ frames }: Recording): Promise<DecodedFrame[]> {
  const decoded: DecodedFrame[] = [];
  for (const { atMs, prompt, jpeg } of chooseFrames(frames, MOST_FRAMES)) {
    const picture = await decodePicture(jpeg, { longSide: FRAME_SIZE.reading, mostPixels: FRAME_SIZE.mostPixels });
    decoded.push({ atMs, prompt, picture });
  }
  return decoded;
}
