import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PromptId, StepId } from '../../shared/protocol.ts';
import { LivePicture, RoundButton } from '../camera/live-picture.tsx';
import { useCamera } from '../camera/use-camera.ts';
import { Sign } from '../components/art.tsx';
import { leaveCamera } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';
import type { TurnLine } from './follow-turns.ts';
import { type RecordingNow, useRecording } from './use-recording.ts';

/** The live picture while it is recorded: what to do now, in words and as an arrow, and how far it is. */
export function RecordingScreen({ step }: { step: StepId }) {
  const view = model.value.server?.steps.find(({ id }) => id === step);
  const camera = useCamera(view?.lens ?? 'environment');
  const frame = view?.frame ?? 'card';
  const { phase, now, analysing, start, next } = useRecording(step, frame === 'face', camera.video);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  const t = texts();
  const running = phase === 'recording' && now !== null;
  const status = phase === 'finishing' ? t.recording.finishing : camera.ready ? t.recording.ready : t.camera.starting;
  return (
    <main
      class="camera recording"
      data-screen="recording"
      data-prompt={now?.prompt}
      data-line={now?.line}
      data-analysing={analysing}
    >
      <h1 ref={heading} tabIndex={-1}>
        {t.steps[step].inFrame}
      </h1>
      <div class="viewfinder">
        <LivePicture camera={camera} frame={frame} />
        {now !== null && (
          <span
            class={now.made === null ? `move ${now.prompt}` : `move seen ${now.prompt}`}
            style={{ '--made': String(now.made ?? 0) }}
            aria-hidden="true"
          >
            <Sign name={now.made === 1 ? 'check' : MOVES[now.prompt]} />
          </span>
        )}
      </div>
      <p class="prompt" aria-hidden="true">
        {running ? wordsFor(now, now.line) : status}
      </p>
      <p class="unseen" role="status" aria-live="assertive">
        {running ? wordsFor(now, now.spoken) : status}
      </p>
      <progress max={1} value={now?.done ?? 0} aria-label={t.recording.progress} />
      <div class="camera-buttons">
        <RoundButton label={t.camera.close} onClick={leaveCamera}>
          <Sign name="close" />
        </RoundButton>
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
          <RoundButton label={t.camera.turn} onClick={camera.turn}>
            <Sign name="turn" />
          </RoundButton>
        ) : (
          <span class="round none" />
        )}
      </div>
    </main>
  );
}

/** What to do now, or what helps with it. */
function wordsFor({ prompt, praised }: RecordingNow, line: TurnLine): string {
  const { prompts, praise } = texts().recording;
  const praises: Partial<Record<PromptId, string>> = praise;
  return hintFor(prompt, line) ?? (praised ? praises[prompt] : undefined) ?? prompts[prompt];
}

function hintFor(prompt: PromptId, line: TurnLine): string | undefined {
  const { hints } = texts().recording;
  switch (line) {
    case 'asked':
      return undefined;
    case 'nobody':
    case 'straighten':
      return hints[line];
    case 'further':
    case 'otherWay':
      return prompt === 'left' || prompt === 'right' ? hints[line][prompt] : undefined;
  }
}

/** The customer's own left is on the left of a mirrored picture. */
const MOVES: Readonly<Record<PromptId, 'left' | 'right' | 'hold' | 'tilt'>> = {
  left: 'left',
  right: 'right',
  center: 'hold',
  flat: 'hold',
  tilt: 'tilt',
};
