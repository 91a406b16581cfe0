import { type DocumentTemplate, packTemplate } from '../document/template.ts';
import type { FrameReading } from '../readings/capture.ts';
import { matchTemplates } from './same-document.ts';

/**
 * Says of each frame what its document has in common with one of them: the sharpest in which the document lies flat, as it does in
 * the picture.
 *
 * @param templates  of the frames in which an outline was found
 */
export function compareFrames(
  frames: readonly FrameReading[],
  templates: ReadonlyMap<FrameReading, DocumentTemplate>,
): FrameReading[] {
  const likeliest = (frame: FrameReading) => frame.quality.sharpness + (frame.prompt === 'flat' ? 1e6 : 0);
  const [reference] = [...templates.keys()].sort((a, b) => likeliest(b) - likeliest(a));
  const standard = reference && templates.get(reference)!;
  if (!standard) return [...frames];
  return frames.map((frame) => {
    const template = templates.get(frame);
    if (!template) return frame;
    return frame === reference
      ? { ...frame, template: packTemplate(template) }
      : { ...frame, comparison: matchTemplates(standard, template) };
  });
}
