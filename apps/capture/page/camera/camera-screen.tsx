import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StepId } from '../../shared/protocol.ts';
import { Sign } from '../components/art.tsx';
import { leaveCamera } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';
import { guidanceSourceFor, type LineId, signFor } from './guidance-source.ts';
import { LivePicture, RoundButton } from './live-picture.tsx';
import { pictureFromCanvas, pictureFromVideo } from './take-picture.ts';
import { type Camera, useCamera } from './use-camera.ts';
import { type Guidance, useGuidance } from './use-guidance.ts';

/** The live picture with the frame to fit things into. */
export function CameraScreen({ step }: { step: StepId }) {
  const view = model.value.server?.steps.find(({ id }) => id === step);
  const frame = view?.frame ?? 'card';
  const camera = useCamera(view?.lens ?? 'environment');
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  useEscape();
  const { guidance, taking, take } = useTaking(camera, step, frame);
  const watched = guidanceSourceFor(frame) !== null;
  const { line, steady, outline, byHand } = guidance;
  return (
    <main class="camera" data-screen="camera">
      <h1 ref={heading} tabIndex={-1}>
        {texts().steps[step]?.inFrame}
      </h1>
      <div class="viewfinder">
        <LivePicture camera={camera} frame={frame} fine={line === 'hold'} outline={outline}>
          {frame === 'face' && steady > 0 && <Ring full={steady} />}
        </LivePicture>
      </div>
      <Status camera={camera} guidance={guidance} watched={watched} />
      <Buttons
        camera={camera}
        automatic={watched && !byHand}
        steady={steady}
        waits={!camera.ready || taking}
        onTake={() => void take()}
      />
    </main>
  );
}

/** Takes the picture when the hand is steady, or when the customer presses the button; once is enough. */
function useTaking(camera: Camera, step: StepId, frame: string) {
  const [taking, setTaking] = useState(false);
  const guidance = useGuidance(camera, step, frame, (picture) => void take(picture));
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
  return { guidance, taking, take };
}

/** What to do now: for the eye at once, for the ear at the pace at which it can be spoken. */
function Status({ camera, guidance, watched }: { camera: Camera; guidance: Guidance; watched: boolean }) {
  const t = texts().camera;
  const { line, spoken, byHand } = guidance;
  const tell = (id: LineId | null) => {
    if (!camera.ready) return t.starting;
    if (id === null) return byHand ? t.byHand : t.ready;
    return id === 'dark' && camera.torch === false ? t.darkTorch : t.guidance[id];
  };
  const sign = line === 'hold' ? 'check' : line && signFor(line);
  return (
    <div class="camera-status">
      <p class={line === 'hold' ? 'guidance fine' : 'guidance'} data-guidance={line ?? undefined} aria-hidden="true">
        {sign !== null && <Sign name={sign} />}
        {tell(line)}
      </p>
      {watched && byHand && line !== null && (
        <p class="hint" aria-hidden="true">
          {t.byHand}
        </p>
      )}
      <p class="unseen" role="status">
        {tell(spoken)}
      </p>
    </div>
  );
}

interface ButtonsProps {
  camera: Camera;
  /** The picture takes itself; the shutter shows how soon. */
  automatic: boolean;
  steady: number;
  waits: boolean;
  onTake(): void;
}

/** The way out, the shutter in the middle, and what the camera can do. */
function Buttons({ camera, automatic, steady, waits, onTake }: ButtonsProps) {
  const t = texts().camera;
  return (
    <div class="camera-buttons around">
      <div class="beside">
        <RoundButton label={t.close} onClick={leaveCamera}>
          <Sign name="close" />
        </RoundButton>
      </div>
      <button
        type="button"
        class={automatic ? 'shutter automatic' : 'shutter'}
        style={{ '--steady': String(steady) }}
        aria-label={t.shutter}
        aria-disabled={waits}
        onClick={onTake}
      >
        <span />
      </button>
      <div class="beside end">
        {camera.torch !== null && (
          <RoundButton label={t.torch} pressed={camera.torch} onClick={camera.switchTorch}>
            <Sign name="torch" />
          </RoundButton>
        )}
        {camera.canTurn && (
          <RoundButton label={t.turn} onClick={camera.turn}>
            <Sign name="turn" />
          </RoundButton>
        )}
      </div>
    </div>
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
