import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StepId } from '../../shared/protocol.ts';
import { Sign } from '../components/art.tsx';
import { leaveCamera } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';
import { guidanceSourceFor, signFor } from './guidance-source.ts';
import { pictureFromCanvas, pictureFromVideo } from './take-picture.ts';
import { useCamera } from './use-camera.ts';
import { useGuidance } from './use-guidance.ts';

/** The live picture with the frame to fit things into. */
export function CameraScreen({ step }: { step: StepId }) {
  const view = model.value.server?.steps.find(({ id }) => id === step);
  const camera = useCamera(view?.lens ?? 'environment');
  const [taking, setTaking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const t = texts();
  const words = t.steps[step];
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  useEscape();

  const frame = view?.frame ?? 'card';
  const watched = guidanceSourceFor(frame) !== null;
  const guidance = useGuidance(camera, step, frame, (picture) => void take(picture));
  const { line } = guidance;
  const sign = line && signFor(line);
  const tell = (id: typeof line) => {
    if (id === null) return guidance.byHand ? t.camera.byHand : t.camera.ready;
    return id === 'dark' && camera.torch === false ? t.camera.darkTorch : t.camera.guidance[id];
  };

  /** @param steady  the best picture of a steady stretch; the present frame when the customer presses the button */
  const take = async (steady?: HTMLCanvasElement) => {
    if (!camera.ready || taking || camera.video.current === null) return;
    setTaking(true);
    guidance.taken();
    const picture = await (steady ? pictureFromCanvas(steady, step) : pictureFromVideo(camera.video.current, step));
    setTaking(false);
    if (steady) navigator.vibrate?.(40);
    if (picture === null) return;
    dispatch({ type: 'picture taken', picture });
    if (history.state === 'camera') history.replaceState(null, '');
  };

  return (
    <main class="camera" data-screen="camera">
      <h1 ref={heading} tabIndex={-1}>
        {words.inFrame}
      </h1>
      <div class="viewfinder">
        <div class={camera.mirrored ? 'live mirrored' : 'live'} style={{ '--ratio': String(camera.ratio) }}>
          <video ref={camera.video} autoplay playsInline muted />
          <div class={line === 'hold' ? `frame ${frame} fine` : `frame ${frame}`} aria-hidden="true">
            {frame === 'face' && guidance.steady > 0 && <Ring full={guidance.steady} />}
          </div>
          {guidance.outline !== null && (
            <svg
              class={line === 'hold' ? 'outline fine' : 'outline'}
              viewBox="0 0 1 1"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <polygon points={guidance.outline.map((corner) => corner.join(',')).join(' ')} />
            </svg>
          )}
        </div>
      </div>
      <div class="camera-status">
        <p class={line === 'hold' ? 'guidance fine' : 'guidance'} data-guidance={line ?? undefined} aria-hidden="true">
          {line === 'hold' ? <Sign name="check" /> : sign !== null && <Sign name={sign} />}
          {camera.ready ? tell(line) : t.camera.starting}
        </p>
        {watched && guidance.byHand && line !== null && (
          <p class="hint" aria-hidden="true">
            {t.camera.byHand}
          </p>
        )}
        <p class="unseen" role="status">
          {camera.ready ? tell(guidance.spoken) : t.camera.starting}
        </p>
      </div>
      <div class="camera-buttons around">
        <div class="beside">
          <button type="button" class="round" aria-label={t.camera.close} onClick={leaveCamera}>
            <Sign name="close" />
          </button>
        </div>
        <button
          type="button"
          class={watched && !guidance.byHand ? 'shutter automatic' : 'shutter'}
          style={{ '--steady': String(guidance.steady) }}
          aria-label={t.camera.shutter}
          aria-disabled={!camera.ready || taking}
          onClick={() => void take()}
        >
          <span />
        </button>
        <div class="beside end">
          {camera.torch !== null && (
            <button
              type="button"
              class="round"
              aria-pressed={camera.torch}
              aria-label={t.camera.torch}
              onClick={camera.switchTorch}
            >
              <Sign name="torch" />
            </button>
          )}
          {camera.canTurn && (
            <button type="button" class="round" aria-label={t.camera.turn} onClick={camera.turn}>
              <Sign name="turn" />
            </button>
          )}
        </div>
      </div>
    </main>
  );
}

/** Fills around the face while the picture is about to take itself, where the customer looks. */
function Ring({ full }: { full: number }) {
  return (
    <svg class="ring" viewBox="0 0 75 100" role="presentation">
      <path d="M37.5 0a37.5 50 0 0 1 0 100a37.5 50 0 0 1 0-100" pathLength={1} stroke-dasharray={`${full} 1`} />
    </svg>
  );
}

/** Keeps Esc working as on any other dialog-like screen. */
function useEscape(): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leaveCamera();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
