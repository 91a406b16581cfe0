import { writeRecording } from '@reident/engine/recording';
import { drawSelfie, type SelfieSpec } from '../people/selfie.ts';

/** The head's turn under each prompt. Frames are not mirrored: the customer's own left is the picture's right. */
const YAW_DEGREES: Readonly<Record<string, number>> = { center: 0, left: 28, right: -28 };

/**
 * A liveness check as a customer's browser sends it: one frame for each prompt, half a second apart.
 *
 * @param follow  how the head turns under a prompt, in degrees towards the picture's right; as asked when left out
 */
export async function drawLiveness(
  spec: SelfieSpec,
  prompts: readonly string[] = ['center', 'left', 'center', 'right'],
  follow: (prompt: string) => number = (prompt) => YAW_DEGREES[prompt] ?? 0,
): Promise<Buffer> {
  const frames = [];
  for (const [i, prompt] of prompts.entries()) {
    const { jpeg } = await drawSelfie({ ...spec, yawDegrees: follow(prompt) });
    frames.push({ atMs: i * 500, prompt, jpeg });
  }
  return Buffer.from(writeRecording({ frames, clip: null }));
}
