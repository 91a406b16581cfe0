import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { leaveCamera } from '../acts.ts';
import { texts } from '../i18n/index.ts';
import { happen, model } from '../model.ts';
import { Sign } from '../parts/art.tsx';
import { pictureFromVideo } from './take-picture.ts';
import { useCamera } from './use-camera.ts';

/** The live picture with the frame to fit things into. */
export function CameraScreen({ step }: { step: string }) {
  const view = model.value.server?.steps.find(({ id }) => id === step);
  const camera = useCamera(view?.lens ?? 'environment');
  const [taking, setTaking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const t = texts();
  const words = t.steps[step];
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  useEscape();

  const take = async () => {
    if (!camera.ready || taking || camera.video.current === null) return;
    setTaking(true);
    const picture = await pictureFromVideo(camera.video.current, step);
    setTaking(false);
    if (picture === null) return;
    happen({ type: 'picture taken', picture });
    if (history.state === 'camera') history.replaceState(null, '');
  };

  return (
    <main class="camera" data-screen="camera">
      <h1 ref={heading} tabIndex={-1}>
        {words?.inFrame}
      </h1>
      <div class="viewfinder">
        <div class={camera.mirrored ? 'live mirrored' : 'live'} style={{ '--ratio': String(camera.ratio) }}>
          <video ref={camera.video} playsInline muted />
          <div class={`frame ${view?.frame ?? 'card'}`} aria-hidden="true" />
        </div>
      </div>
      <p class="camera-status" role="status">
        {camera.ready ? t.camera.ready : t.camera.starting}
      </p>
      <div class="camera-buttons">
        <button type="button" class="round" aria-label={t.camera.close} onClick={leaveCamera}>
          <Sign name="close" />
        </button>
        <button
          type="button"
          class="shutter"
          aria-label={t.camera.shutter}
          aria-disabled={!camera.ready || taking}
          onClick={() => void take()}
        >
          <span />
        </button>
        {camera.torch !== null ? (
          <button
            type="button"
            class="round"
            aria-pressed={camera.torch}
            aria-label={camera.torch ? t.camera.torchOff : t.camera.torchOn}
            onClick={camera.switchTorch}
          >
            <Sign name="torch" />
          </button>
        ) : camera.canTurn ? (
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
