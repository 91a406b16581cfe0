import { RECORDING_TYPE, type Recording, writeRecording } from '@reident/engine/recording';
import { type RecordingProgress, record } from '../camera/record.ts';
import type { TakenPicture } from '../model.ts';
import { askNumber, promise } from '../send.ts';
import { timed } from './prompt-times.ts';
import { type TurnSeen, turnHints } from './turn-hints.ts';

export interface RecordingInHand {
  made: Promise<TakenPicture>;
  /** On to the next movement at once. */
  next(): void;
}

/**
 * Asks the server what to ask for, records it, and binds the number to what was recorded, so that the customer may look at it
 * for as long as they like. Without a network at that moment it is bound when it is sent.
 */
export async function makeRecording(
  video: HTMLVideoElement,
  step: string,
  options: {
    slow: boolean;
    /** The customer is asked to turn the head: the page looks whether that was done. */
    face: boolean;
    signal: AbortSignal;
    onProgress(progress: RecordingProgress<TurnSeen>): void;
  },
): Promise<RecordingInHand> {
  const { nonce, prompts } = await askNumber(step);
  const { signal, onProgress, slow, face } = options;
  const hintFor = face ? turnHints(video) : undefined;
  const { recording, next } = record(video, { prompts: timed(prompts ?? [], slow), signal, onProgress, hintFor });
  const made = recording.then(async (done): Promise<TakenPicture> => {
    const picture = toPicture(done, step, nonce);
    const promised = await promise(picture, nonce).catch((): null => null);
    return { ...picture, recorded: { nonce, promised, shows: done.clip === null ? 'image' : 'video' } };
  });
  return { made, next };
}

function toPicture(recording: Recording, step: string, nonce: string): TakenPicture {
  const { clip, frames } = recording;
  const shown = clip ?? { bytes: frames[0]?.jpeg ?? new Uint8Array(), contentType: 'image/jpeg' };
  return {
    step,
    source: 'camera',
    blob: new Blob([writeRecording(recording) as BlobPart], { type: RECORDING_TYPE }),
    url: URL.createObjectURL(new Blob([shown.bytes as BlobPart], { type: shown.contentType })),
    recorded: { nonce, promised: null, shows: clip === null ? 'image' : 'video' },
  };
}
