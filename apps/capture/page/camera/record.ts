import { RECORDING_LIMITS, type RecordedClip, type RecordedFrame, type Recording } from '@reident/engine/recording';
import type { PromptId } from '../../shared/protocol.ts';
import { nextFrame } from './next-frame.ts';
import { jpegFromVideo } from './take-picture.ts';
import { thinFrames } from './thin-frames.ts';

/** Something that the customer is asked for while the camera records, and how long that may take. */
export interface Prompt {
  /** What the frames are labelled with. */
  id: PromptId;
  /** It is never shorter, however soon it is answered: the customer has to see that it was asked. */
  leastMs: number;
  /** When it is over by itself where nobody can tell whether it was answered. */
  timedMs: number;
  /** When it is over by itself although it was not answered; the server judges the frames. Default: when only the time is left that the prompts after it need. */
  mostMs?: number;
}

/** What a look at the live picture says about the prompt at hand. */
export interface Hint<Seen = unknown> {
  /** Null where this device cannot tell: then the prompt takes its time, or the customer goes on by hand. */
  answered: boolean | null;
  /** Whatever the screen wants to draw: an angle, an outline, a word. */
  seen: Seen;
}

export interface RecordingProgress<Seen = unknown> {
  prompt: PromptId;
  /** Position of the prompt, from 0. */
  index: number;
  of: number;
  /** Since the recording began, and since the prompt was asked. */
  atMs: number;
  promptMs: number;
  /** Share of the whole, 0 to 1; never goes back. */
  done: number;
  hint: Hint<Seen> | null;
}

export interface RecordOptions<Seen = unknown> {
  prompts: readonly Prompt[];
  /** Called at every prompt and after every look, about four times a second. */
  onProgress?(progress: RecordingProgress<Seen>): void;
  /** Ends the recording; its promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Looks at the live picture. Slow looks thin out nothing: frames are taken meanwhile. */
  hintFor?(prompt: Prompt): Promise<Hint<Seen>>;
}

/** A recording under way. */
export interface RunningRecording {
  recording: Promise<Recording>;
  /** On to the next prompt at once: by a button, for whoever cannot or need not wait. */
  next(): void;
}

const FRAME_EVERY_MS = 250;
const LONGEST_SIDE = 1280;
const JPEG_QUALITY = 0.85;
/** What a prompt leaves to each one after it beyond its least time, and to the end of the recording. */
const SPARE_MS = 1_500;
/** So many looks one after the other must say that a prompt was answered: one may be a slip of the detector. */
const ANSWERS_IN_A_ROW = 2;

/**
 * Records the live picture of a video prompt by prompt: frames as JPEG, about four a second, and a clip where the browser makes one.
 *
 * Frames are as the lens sees them, never mirrored. A prompt is over when it was answered (`hintFor`), when its time is up, or
 * by `next`; each leaves at least one frame. No more frames are kept than a recording may hold: those closest together go first.
 *
 * @throws DOMException `TimeoutError` when the whole takes longer than a recording may, `InvalidStateError` when the video shows
 * nothing, the signal's reason when it is aborted
 */
export function record<Seen = unknown>(video: HTMLVideoElement, options: RecordOptions<Seen>): RunningRecording {
  let skip = false;
  const recording = run(video, options, () => {
    const asked = skip;
    skip = false;
    return asked;
  });
  return { recording, next: () => (skip = true) };
}

async function run<Seen>(
  video: HTMLVideoElement,
  { prompts, onProgress, signal, hintFor }: RecordOptions<Seen>,
  skipped: () => boolean,
): Promise<Recording> {
  signal?.throwIfAborted();
  const clip = startClip(video);
  const beganAt = performance.now();
  const frames: RecordedFrame[] = [];
  try {
    for (const [index, prompt] of prompts.entries()) {
      const look = hintFor && lookAgainAndAgain(video, () => hintFor(prompt));
      const askedAt = performance.now();
      const own: RecordedFrame[] = [];
      const mostMs = Math.min(
        prompt.mostMs ?? Number.POSITIVE_INFINITY,
        timeFor(prompts.slice(index + 1), askedAt - beganAt),
      );
      skipped();
      for (let over = false; !over || own.length === 0; ) {
        const frameAt = performance.now();
        if (frameAt - beganAt > RECORDING_LIMITS.seconds * 1000)
          throw new DOMException('the recording took too long', 'TimeoutError');
        const jpeg = await jpegFromVideo(video, LONGEST_SIDE, JPEG_QUALITY);
        signal?.throwIfAborted();
        if (jpeg === null) throw new DOMException('the camera shows nothing', 'InvalidStateError');
        const atMs = Math.round(frameAt - beganAt);
        own.push({ atMs, prompt: prompt.id, jpeg });
        const promptMs = performance.now() - askedAt;
        const hint = look?.latest() ?? null;
        over = isOver({ ...prompt, mostMs }, promptMs, look?.answered() ?? null) || skipped();
        const within = over ? 1 : Math.min(0.95, promptMs / prompt.timedMs);
        onProgress?.({
          prompt: prompt.id,
          index,
          of: prompts.length,
          atMs,
          promptMs,
          done: (index + within) / prompts.length,
          hint,
        });
        if (!over) await pause(frameAt + FRAME_EVERY_MS - performance.now(), signal);
      }
      look?.stop();
      frames.push(...thinFrames(own, Math.floor(RECORDING_LIMITS.frames / prompts.length)));
    }
    return { frames, clip: await clip.finish() };
  } catch (error) {
    clip.drop();
    throw error;
  }
}

/** How long a prompt may last, so that those after it have theirs before the recording is too long. */
function timeFor(after: readonly Prompt[], atMs: number): number {
  return after.reduce(
    (left, { leastMs }) => left - leastMs - SPARE_MS,
    RECORDING_LIMITS.seconds * 1000 - SPARE_MS - atMs,
  );
}

function isOver({ leastMs, timedMs, mostMs }: Required<Prompt>, ms: number, answered: boolean | null) {
  if (ms < leastMs) return false;
  if (answered === null) return ms >= timedMs;
  return answered || ms >= mostMs;
}

/** Looks one after the other, beside the taking of frames. */
function lookAgainAndAgain<Seen>(video: HTMLVideoElement, look: () => Promise<Hint<Seen>>) {
  let latest: Hint<Seen> | null = null;
  let inARow = 0;
  let stopped = false;
  const go = async () => {
    while (!stopped) {
      const startedAt = performance.now();
      const fresh = nextFrame(video);
      const hint = await look().catch((): null => null);
      if (stopped) return;
      latest = hint ?? latest;
      inARow = hint?.answered ? inARow + 1 : 0;
      // Leaves the page time to draw, and a look that answers at once does not spin.
      await Promise.all([fresh, pause(Math.max(30, 100 - (performance.now() - startedAt)))]);
    }
  };
  void go();
  return {
    latest: () => latest,
    /** Null while nothing is known, or where nothing can be told. */
    answered: (): boolean | null => (latest?.answered == null ? null : inARow >= ANSWERS_IN_A_ROW),
    stop: () => {
      stopped = true;
    },
  };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.max(0, ms),
    );
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** What browsers record, the smallest to play everywhere first; the server takes these two containers [UPL-1]. */
// biome-ignore format: a table
const CLIP_FORMATS = [
  // asked of the browser            container
  ['video/mp4;codecs=avc1.42E01E',  'video/mp4'],
  ['video/webm;codecs=vp8',         'video/webm'],
  ['video/webm',                    'video/webm'],
  ['video/mp4',                     'video/mp4'],
] as const;

/** 30 seconds of it are 7.5 MB. */
const CLIP_BITS_PER_SECOND = 2_000_000;

interface Clip {
  /** Null where the browser made none, or one that is too large to send: the frames stand alone then. */
  finish(): Promise<RecordedClip | null>;
  drop(): void;
}

function startClip(video: HTMLVideoElement): Clip {
  const none: Clip = { finish: async () => null, drop: () => undefined };
  const stream = video.srcObject;
  if (!(stream instanceof MediaStream) || typeof MediaRecorder === 'undefined') return none;
  const format = CLIP_FORMATS.find(([type]) => MediaRecorder.isTypeSupported(type));
  if (format === undefined) return none;
  const [mimeType, contentType] = format;
  try {
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: CLIP_BITS_PER_SECOND });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const stopped = new Promise<void>((resolve) => {
      recorder.addEventListener('stop', () => resolve());
      recorder.addEventListener('error', () => resolve());
    });
    recorder.start(1000);
    const stop = () => recorder.state !== 'inactive' && recorder.stop();
    return {
      async finish() {
        stop();
        await Promise.race([stopped, pause(3_000)]);
        const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
        return bytes.length === 0 || bytes.length > RECORDING_LIMITS.clipBytes ? null : { contentType, bytes };
      },
      drop: stop,
    };
  } catch {
    return none;
  }
}
