import type { Quad } from '@reident/engine/live';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StepId } from '../../shared/protocol.ts';
import { fit } from './frame-analyser.ts';
import { type GuidanceSource, guidanceSourceFor, type LineId } from './guidance-source.ts';
import { nextFrame } from './next-frame.ts';
import { type Guided, guide, UNGUIDED } from './steady.ts';
import type { Camera } from './use-camera.ts';

export interface Guidance {
  /** Null while nothing is known, and where the device cannot look. */
  line: LineId | null;
  /** The line once more, at the pace at which it can be spoken. */
  spoken: LineId | null;
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
const ANALYSE_EVERY_MS = 80;

/**
 * Looks at the live picture over and over, says what to do, and hands over the best of the good pictures when the hand is steady.
 *
 * @param frame  the shape that things are fitted into: what can be found in the picture
 * @param take  gets the sharpest picture of the steady stretch
 * @returns also what to call when a picture was taken, by whomever
 */
export function useGuidance(
  camera: Camera,
  step: StepId,
  frame: string,
  take: (picture: HTMLCanvasElement) => void,
): Guidance & { taken(): void } {
  const [guidance, setGuidance] = useState<Guidance>({ ...NOTHING, byHand: guidanceSourceFor(frame) === null });
  const latest = useRef({ take, wrongLens: false });
  latest.current = { take, wrongLens: camera.mirrored };
  const { ready, video } = camera;
  const activeSource = useRef<GuidanceSource | null>(null);

  useEffect(() => {
    const open = guidanceSourceFor(frame);
    if (!ready || open === null) return;
    let over = false;
    let source: GuidanceSource | null = null;
    const timer = setTimeout(() => setGuidance((shown) => ({ ...shown, byHand: true })), BY_HAND_AFTER_MS);

    const watch = async () => {
      source = await open(step);
      if (over) return source?.leave();
      activeSource.current = source;
      let guided: Guided<LineId> = UNGUIDED;
      let spoken: { id: LineId | null; at: number } = { id: null, at: Number.NEGATIVE_INFINITY };
      let best: { canvas: HTMLCanvasElement; sharpness: number } | null = null;
      let spare = document.createElement('canvas');
      while (source !== null) {
        const startedAt = performance.now();
        if (video.current === null || !draw(video.current, spare)) break;
        const fresh = nextFrame(video.current);
        const judged = await source.analyse(spare, latest.current.wrongLens);
        if (over) return;
        if (judged === null) break;
        const { id, sharpness, outline } = judged;
        const now = performance.now();
        guided = guide(guided, id, now);
        if (id !== 'hold') best = null;
        else if (sharpness !== null && (best === null || sharpness > best.sharpness)) {
          const freed: HTMLCanvasElement = best?.canvas ?? document.createElement('canvas');
          best = { canvas: spare, sharpness };
          spare = freed;
        }
        if (guided.line !== spoken.id && now - spoken.at >= SPEAK_EVERY_MS) spoken = { id: guided.line, at: now };
        const { line, steady } = guided;
        setGuidance((shown) => ({ ...shown, line, steady, outline, spoken: spoken.id }));
        if (steady === 1 && best !== null) return latest.current.take(best.canvas);
        await Promise.all([
          fresh,
          new Promise((resolve) => setTimeout(resolve, Math.max(10, startedAt + ANALYSE_EVERY_MS - now))),
        ]);
        if (over) return;
      }
      // This device cannot look: the button is there.
      if (!over) setGuidance({ ...NOTHING, byHand: true });
    };
    void watch();
    return () => {
      over = true;
      clearTimeout(timer);
      source?.leave();
    };
  }, [ready, step, frame, video]);

  return { ...guidance, taken: () => activeSource.current?.taken() };
}

/** The frame that the video shows, whole; false while there is none. */
function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  fit(canvas, video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return false;
  context.drawImage(video, 0, 0);
  return true;
}
