import { useEffect, useRef } from 'preact/hooks';
import type { Screen as ServerScreen, StepId } from '../../shared/protocol.ts';
import { pictureFromFile } from '../camera/take-picture.ts';
import { CameraOffArt, StepArt } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { chooseDocumentAgain, keepPicture, openCamera, usePicture } from '../flow/actions.ts';
import type { CameraFailure } from '../flow/model.ts';
import { dispatch, model, type TakenPicture } from '../flow/model.ts';
import { adviceFor, texts } from '../words/texts.ts';
import { MoreTime, WithoutIt } from './recording-step.tsx';
import { SampleChoice } from './sample-choice.tsx';

/** What is going to be pictured, and how. If the camera failed, what to do about that. */
export function StepScreen({ step }: { step: StepId }) {
  const { cameraFailure, server } = model.value;
  const t = texts();
  const words = t.steps[step];
  if (cameraFailure !== null) return <CameraFailureScreen step={step} />;
  if (server === null) return null;
  const view = server.steps.find(({ id }) => id === step);
  const recording = view?.produces === 'recording';
  const before = server.steps.filter(({ done, id, without }) => done && !without && id !== step).at(-1);
  const first = server.steps[0]?.id === step;
  return (
    <Screen name={`step-${step}`} art={<StepArt step={step} />} heading={words.heading}>
      <p class="good" role="status">
        {before && t.received(t.steps[before.id].name)}
      </p>
      {server.unfinished === step && (
        <p class="note" role="status">
          {t.unfinished}
        </p>
      )}
      <ul class="tips">
        {words.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      {recording && <MoreTime />}
      <div class="buttons">
        <Button onClick={openCamera}>{t.camera.open}</Button>
        <FileChoice step={step} />
        <SampleChoice step={step} />
        <WithoutIt step={step} />
        {first && (
          <Button kind="plain" onClick={() => void chooseDocumentAgain()}>
            {t.confirm.otherDocument}
          </Button>
        )}
      </div>
    </Screen>
  );
}

function CameraFailureScreen({ step }: { step: StepId }) {
  const failure = model.value.cameraFailure ?? 'in_use';
  const t = texts();
  const { heading, text, help } = t.cameraFailures[failure];
  usePermissionGiven(failure, openCamera);
  return (
    <Screen name={`camera-${failure}`} art={<CameraOffArt />} heading={heading} lead={text}>
      <ol class="tips">
        {help.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <div class="buttons">
        <Button onClick={openCamera}>{t.tryAgain}</Button>
        <FileChoice step={step} />
        <WithoutIt step={step} />
        <Button kind="plain" onClick={() => dispatch({ type: 'quit asked' })}>
          {t.cancel}
        </Button>
      </div>
    </Screen>
  );
}

/** Whether it was tried already to go on with a permission that was there when we first looked; once is enough. */
let foundAllowed = false;

/**
 * Goes on by itself once the customer has allowed the camera in the browser's settings; nothing has to be reloaded. The answer
 * may come before anybody listens; but a browser that says "granted" and still refuses must not be asked for ever.
 */
function usePermissionGiven(failure: CameraFailure, goOn: () => void): void {
  useEffect(() => {
    let over = false;
    let status: PermissionStatus | null = null;
    const onChange = () => status?.state === 'granted' && goOn();
    navigator.permissions?.query({ name: 'camera' as PermissionName }).then(
      (found) => {
        if (over) return;
        status = found;
        found.addEventListener('change', onChange);
        if (failure !== 'denied' || found.state !== 'granted' || foundAllowed) return;
        foundAllowed = true;
        goOn();
      },
      () => undefined,
    );
    return () => {
      over = true;
      status?.removeEventListener('change', onChange);
    };
  }, [failure, goOn]);
}

/** A picture from a file, where the partner allows it. It is marked as such for whoever checks it [CAP-6]. */
function FileChoice({ step }: { step: StepId }) {
  const input = useRef<HTMLInputElement>(null);
  const t = texts();
  if (!model.value.server?.steps.some(({ id, mayChooseFile }) => id === step && mayChooseFile)) return null;
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const picture = await pictureFromFile(file, step);
    dispatch(picture === null ? { type: 'rejected', code: 'picture_type' } : { type: 'picture taken', picture });
  };
  return (
    <>
      <input
        ref={input}
        class="hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept="image/jpeg,image/png,image/webp"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          void choose(file);
        }}
      />
      <Button kind="quiet" onClick={() => input.current?.click()}>
        {t.camera.file}
      </Button>
    </>
  );
}

/** The picture just taken: keep it or take it again. While it is being sent, how far that has got. */
export function PreviewScreen({ picture }: { picture: TakenPicture }) {
  const { sent } = model.value;
  const t = texts();
  const name = t.steps[picture.step].name;
  const again = () => {
    if (picture.source === 'camera') {
      dispatch({ type: 'picture discarded' });
      openCamera();
    } else {
      dispatch({ type: 'camera closed' });
    }
  };
  return (
    <Screen name="preview" heading={previewHeading(picture)}>
      {picture.recorded?.shows === 'video' ? (
        <video
          class="picture"
          src={picture.url}
          poster={picture.recorded.still ?? undefined}
          controls
          playsInline
          muted
          aria-label={t.camera.pictureOf(name)}
        />
      ) : (
        <img class="picture" src={picture.url} alt={t.camera.pictureOf(name)} />
      )}
      {sent !== null && (
        <p role="status" class="sending">
          <progress max={1} value={sent} aria-label={t.camera.sending(Math.round(sent * 100))} />
          {t.camera.sending(Math.round(sent * 100))}
        </p>
      )}
      <div class="buttons">
        <Button onClick={() => void usePicture(picture)}>{picture.recorded ? t.recording.use : t.camera.use}</Button>
        <Button kind="quiet" onClick={again}>
          {t.camera.again}
        </Button>
      </div>
    </Screen>
  );
}

function previewHeading({ step, recorded }: TakenPicture): string {
  const t = texts();
  if (recorded) return t.recording.preview;
  return step === 'selfie' ? t.camera.previewSelfie : t.camera.preview;
}

/** What is wrong with the picture, and what helps. A second bad one may be used anyway, so nobody is stuck here. */
export function FeedbackScreen({ screen }: { screen: Extract<ServerScreen, { id: 'feedback' }> }) {
  const { picture } = model.value;
  const t = texts();
  const { what, how } = adviceFor(screen.reason);
  const again = () => {
    dispatch({ type: 'retake chosen', step: screen.step });
    openCamera();
  };
  return (
    <Screen name="feedback" heading={t.steps[screen.step].again} lead={what}>
      {picture !== null && picture.recorded?.shows !== 'video' && (
        <img class="picture small" src={picture.url} alt={t.camera.pictureOf(t.steps[screen.step].name)} />
      )}
      <ul class="tips">
        {how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="buttons">
        <Button onClick={again}>{t.feedback.again}</Button>
        <FileChoice step={screen.step} />
        <SampleChoice step={screen.step} />
        <WithoutIt step={screen.step} />
        {screen.mayKeep && (
          <>
            <p class="hint centered">{t.feedback.anywayText}</p>
            <Button kind="plain" onClick={() => void keepPicture(screen.step)}>
              {t.feedback.anyway}
            </Button>
          </>
        )}
      </div>
    </Screen>
  );
}
