import type { Quad } from '@reident/engine/browser';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openEye } from './eye.ts';
import { type GuidanceId, guidanceFor, guide, movement, UNGUIDED } from './guidance.ts';
import type { Camera } from './use-camera.ts';

export interface Guidance {
  /** Null while nothing is known, and where the device cannot look. */
  line: GuidanceId | null;
  /** The line once more, at the pace at which it can be spoken. */
  spoken: GuidanceId | null;
  outline: Quad | null;
  /** How much of the ring is full, 0 to 1. */
  steady: number;
  /** The picture is taken by hand: the device cannot look, or it has looked for long enough. */
  byHand: boolean;
}

const NOTHING: Guidance = { line: null, spoken: null, outline: null, steady: 0, byHand: false };
const BY_HAND_AFTER_MS = 8_000;
const SPEAK_EVERY_MS = 2_500;
/** Looks begin at most so often: a fast device saves its battery. */
const LOOK_EVERY_MS = 80;

/**
 * Looks at the live picture over and over, says what to do, and hands over the best of the good pictures when the hand is steady.
 *
 * @param looks  whether there is something that this page can find in the picture: a document
 * @param take  gets the sharpest picture of the steady moment
 */
export function useGuidance(camera: Camera, looks: boolean, take: (picture: HTMLCanvasElement) => void): Guidance {
  const [guidance, setGuidance] = useState<Guidance>({ ...NOTHING, byHand: !looks });
  const latest = useRef({ take, wrongLens: false });
  latest.current = { take, wrongLens: camera.mirrored };
  const { ready, video } = camera;

  useEffect(() => {
    if (!ready || !looks) return;
    const eye = openEye();
    if (eye === null) return setGuidance({ ...NOTHING, byHand: true });
    let over = false;
    const timer = setTimeout(() => setGuidance((shown) => ({ ...shown, byHand: true })), BY_HAND_AFTER_MS);

    const watch = async () => {
      let guided = UNGUIDED;
      let outline: Quad | null = null;
      let spoken: { id: GuidanceId | null; at: number } = { id: null, at: Number.NEGATIVE_INFINITY };
      let best: { canvas: HTMLCanvasElement; sharpness: number } | null = null;
      let spare = document.createElement('canvas');
      while (!over) {
        const startedAt = performance.now();
        if (video.current === null || !draw(video.current, spare)) break;
        const glance = await eye.look(spare);
        if (over) return;
        if (glance === null) break;
        const found: Quad | null = glance.document?.quad ?? null;
        const id = guidanceFor({
          ...glance,
          moved: movement(outline, found),
          wrongLens: latest.current.wrongLens,
        });
        outline = found;
        const now = performance.now();
        guided = guide(guided, id, now);
        if (id !== 'hold') best = null;
        else if (best === null || (glance.quality?.sharpness ?? 0) > best.sharpness) {
          const freed: HTMLCanvasElement = best?.canvas ?? document.createElement('canvas');
          best = { canvas: spare, sharpness: glance.quality?.sharpness ?? 0 };
          spare = freed;
        }
        if (guided.line !== spoken.id && now - spoken.at >= SPEAK_EVERY_MS) spoken = { id: guided.line, at: now };
        const { line, steady } = guided;
        setGuidance((shown) => ({ ...shown, line, steady, outline, spoken: spoken.id }));
        if (steady === 1 && best !== null) return latest.current.take(best.canvas);
        await new Promise((resolve) => setTimeout(resolve, Math.max(10, startedAt + LOOK_EVERY_MS - now)));
      }
      // This device cannot look: the button is there.
      if (!over) setGuidance({ ...NOTHING, byHand: true });
    };
    void watch();
    return () => {
      over = true;
      clearTimeout(timer);
      eye.close();
    };
  }, [ready, looks, video]);

  return guidance;
}

/** The frame that the video shows, whole; false while there is none. */
function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return false;
  context.drawImage(video, 0, 0);
  return true;
}
