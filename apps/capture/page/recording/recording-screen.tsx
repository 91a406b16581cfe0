import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fail, leaveCamera } from '../acts.ts';
import { CallFailed } from '../calls.ts';
import { cameraFailureOf } from '../camera/camera-failures.ts';
import type { RecordingProgress } from '../camera/record.ts';
import { useCamera } from '../camera/use-camera.ts';
import { texts } from '../i18n/index.ts';
import { happen, model } from '../model.ts';
import { Sign } from '../parts/art.tsx';
import { makeRecording, type RecordingInHand } from './make-recording.ts';

/** The live picture while it is recorded: what to do now, in words and as an arrow, and how far it is. */
export function RecordingScreen({ step }: { step: string }) {
  const view = model.value.server?.steps.find(({ id }) => id === step);
  const camera = useCamera(view?.lens ?? 'environment');
  const { phase, progress, start, next } = useRecording(step, camera.video);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  const t = texts();
  const prompt = progress === null ? null : t.recording.prompts[progress.prompt];
  const status = phase === 'finishing' ? t.recording.finishing : camera.ready ? t.recording.ready : t.camera.starting;
  return (
    <main class="camera recording" data-screen="recording" data-prompt={progress?.prompt}>
      <h1 ref={heading} tabIndex={-1}>
        {t.steps[step]?.inFrame}
      </h1>
      <div class="viewfinder">
        <div class={camera.mirrored ? 'live mirrored' : 'live'} style={{ '--ratio': String(camera.ratio) }}>
          <video ref={camera.video} playsInline muted />
          <div class={`frame ${view?.frame ?? 'card'}`} aria-hidden="true" />
        </div>
        {progress !== null && (
          <span class={`move ${progress.prompt}`} aria-hidden="true">
            <Sign name={MOVES[progress.prompt] ?? 'hold'} />
          </span>
        )}
      </div>
      <p class="prompt" role="status" aria-live="assertive">
        {phase === 'recording' && prompt ? prompt : status}
      </p>
      <progress max={1} value={progress?.done ?? 0} aria-label={t.recording.progress} />
      <div class="camera-buttons">
        <button type="button" class="round" aria-label={t.camera.close} onClick={leaveCamera}>
          <Sign name="close" />
        </button>
        {phase === 'recording' ? (
          <button type="button" class="wide" onClick={next}>
            {t.recording.next}
          </button>
        ) : (
          <button
            type="button"
            class="wide start"
            aria-disabled={!camera.ready || phase !== 'waiting'}
            onClick={() => camera.ready && start()}
          >
            {t.recording.start}
          </button>
        )}
        {camera.canTurn && phase === 'waiting' ? (
          <button type="button" class="round" aria-label={t.camera.turn} onClick={camera.turn}>
            <Sign name="turn" />
          </button>
        ) : (
          <span class="round none" />
        )}
      </div>
    </main>
  );
}

/** The customer's own left is on the left of a mirrored picture. */
const MOVES: Readonly<Record<string, 'left' | 'right' | 'hold' | 'tilt'>> = {
  left: 'left',
  right: 'right',
  center: 'hold',
  flat: 'hold',
  tilt: 'tilt',
};

type Phase = 'waiting' | 'recording' | 'finishing';

function useRecording(step: string, video: { current: HTMLVideoElement | null }) {
  const [phase, setPhase] = useState<Phase>('waiting');
  const [progress, setProgress] = useState<RecordingProgress | null>(null);
  const inHand = useRef<RecordingInHand | null>(null);
  const abort = useRef(new AbortController());
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && leaveCamera();
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      abort.current.abort();
    };
  }, []);

  const start = async () => {
    if (phase !== 'waiting' || video.current === null) return;
    setPhase('recording');
    const { signal } = abort.current;
    try {
      inHand.current = await makeRecording(video.current, step, {
        slow: model.value.slow,
        signal,
        onProgress(now) {
          setProgress(now);
          if (now.done >= 1) setPhase('finishing');
        },
      });
      const picture = await inHand.current.made;
      if (signal.aborted) return URL.revokeObjectURL(picture.url);
      happen({ type: 'picture taken', picture });
      if (history.state === 'camera') history.replaceState(null, '');
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CallFailed) {
        leaveCamera();
        fail(error);
      } else happen({ type: 'camera failed', failure: cameraFailureOf(error) });
    }
  };
  return { phase, progress, start: () => void start(), next: () => inHand.current?.next() };
}
