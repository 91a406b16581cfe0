import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Writes a file that Chromium plays as its fake camera (`--use-file-for-fake-video-capture`): baseline JPEGs with 4:2:0
 * subsampling, one after another. The picture is fitted into the frame on a dark background.
 *
 * A test that changes the picture overwrites the file and lets the page ask for the camera again.
 */
export async function writeCameraFile(
  file: string,
  pictures: readonly Uint8Array[],
  frame = CAMERA_FRAME,
): Promise<void> {
  const frames = await Promise.all(
    pictures.map((picture) =>
      sharp(picture)
        .rotate()
        .resize(frame.width, frame.height, { fit: 'contain', background: '#30343a' })
        .jpeg({ quality: 92, chromaSubsampling: '4:2:0', progressive: false })
        .toBuffer(),
    ),
  );
  // A single frame would end the stream at once: the camera needs something to go on with.
  const enough = Array.from({ length: Math.max(1, Math.ceil(LEAST_FRAMES / frames.length)) }, () => frames).flat();
  await writeFile(file, Buffer.concat(enough));
}

export const CAMERA_FRAME = { width: 1280, height: 720 } as const;

const LEAST_FRAMES = 4;
