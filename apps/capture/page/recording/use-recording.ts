import { useEffect, useRef, useState } from 'preact/hooks';
import type { PromptId, StepId } from '../../shared/protocol.ts';
import { cameraFailureOf } from '../camera/camera-failures.ts';
import { faceAnalyser } from '../camera/face-analyser.ts';
import { fail, leaveCamera } from '../flow/actions.ts';
import { CallFailed } from '../flow/calls.ts';
import { dispatch, model } from '../flow/model.ts';
import type { TurnLine } from './follow-turns.ts';
import { makeRecording, type RecordingInHand } from './make-recording.ts';

type Phase = 'waiting' | 'recording' | 'finishing';

/** What the screen of a recording draws. */
export interface RecordingNow {
  prompt: PromptId;
  /** The movement before was seen to be made. */
  praised: boolean;
  line: TurnLine;
  /** The line once more, at the pace at which it can be spoken. */
  spoken: TurnLine;
  /** How much of the movement is made, 0 to 1; null where the page cannot see that. */
  made: number | null;
  /** Share of the whole, 0 to 1. */
  done: number;
}

/** A prompt is spoken at once, what is added to it no sooner than that after it. */
const SPEAK_EVERY_MS = 2_500;

export function useRecording(step: StepId, face: boolean, video: { current: HTMLVideoElement | null }) {
  const [phase, setPhase] = useState<Phase>('waiting');
  const [now, setNow] = useState<RecordingNow | null>(null);
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

  const [analysing, setAnalysing] = useState(false);
  useEffect(() => {
    if (face) void faceAnalyser().then((analyser) => setAnalysing(analyser !== null));
  }, [face]);

  const start = async () => {
    if (phase !== 'waiting' || video.current === null) return;
    setPhase('recording');
    const { signal } = abort.current;
    let at = { index: -1, answered: false, praised: false, spoken: 'asked' as TurnLine, spokenMs: 0 };
    try {
      inHand.current = await makeRecording(video.current, step, {
        slow: model.value.slow,
        face,
        signal,
        onProgress({ prompt, index, promptMs, done, hint }) {
          if (at.index !== index) at = { ...at, index, praised: at.answered, spoken: 'asked', spokenMs: 0 };
          at.answered = hint?.answered === true;
          const { line, made } = hint?.seen ?? { line: 'asked' as const, made: 0 };
          if (line !== at.spoken && promptMs - at.spokenMs >= SPEAK_EVERY_MS)
            at = { ...at, spoken: line, spokenMs: promptMs };
          const seen = hint !== null && hint.answered !== null;
          setNow({ prompt, praised: at.praised, line, spoken: at.spoken, made: seen ? made : null, done });
          if (done >= 1) setPhase('finishing');
        },
      });
      const picture = await inHand.current.made;
      if (signal.aborted) return URL.revokeObjectURL(picture.url);
      dispatch({ type: 'picture taken', picture });
      if (history.state === 'camera') history.replaceState(null, '');
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CallFailed) {
        leaveCamera();
        fail(error);
      } else dispatch({ type: 'camera failed', failure: cameraFailureOf(error) });
    }
  };
  return { phase, now, analysing, start: () => void start(), next: () => inHand.current?.next() };
}
