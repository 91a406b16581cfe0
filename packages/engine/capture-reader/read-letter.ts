import type { Picture } from '../image/decode.ts';
import { wholeOf } from '../image/quad.ts';
import { measurePicture } from '../image/quality.ts';
import type { CaptureReading } from '../readings/capture.ts';
import { readText } from '../viz/read-text.ts';
import type { Models } from './models.ts';

/** A letter or bill that bears the address: nothing is known of how it looks, so the whole picture is read. */
export async function readLetter(models: Models, picture: Picture): Promise<Pick<CaptureReading, 'quality' | 'text'>> {
  const text = await models.text();
  return {
    quality: measurePicture(picture),
    ...(text && { text: await readText(text, picture, wholeOf(picture), null) }),
  };
}
