import { type Appearance, packAppearance } from '../document/template.ts';
import type { FrameReading } from '../readings/capture.ts';
import { compareAppearances } from './same-document.ts';

/**
 * Says of each moment what its document has in common with one of them: the sharpest in which the document lies flat, as it does in
 * the picture.
 *
 * @param appearances  of the moments in which an outline was found
 */
export function compareFrames(
  frames: readonly FrameReading[],
  appearances: ReadonlyMap<FrameReading, Appearance>,
): FrameReading[] {
  const likeliest = (frame: FrameReading) => frame.quality.sharpness + (frame.prompt === 'flat' ? 1e6 : 0);
  const [reference] = [...appearances.keys()].sort((a, b) => likeliest(b) - likeliest(a));
  const standard = reference && appearances.get(reference)!;
  if (!standard) return [...frames];
  return frames.map((frame) => {
    const appearance = appearances.get(frame);
    if (!appearance) return frame;
    return frame === reference
      ? { ...frame, appearance: packAppearance(appearance) }
      : { ...frame, comparison: compareAppearances(standard, appearance) };
  });
}
