import { parseRecording, RECORDING_TYPE, type Recording, writeRecording } from '@reident/engine/recording';
import type { StepId } from '../../shared/protocol.ts';
import type { SampleName } from '../../shared/sample-choices.ts';
import { type RecordingProgress, record } from '../camera/record.ts';
import { CallFailed, fetchSample } from '../flow/calls.ts';
import type { TakenPicture } from '../flow/model.ts';
import { requestNonce, reserveUpload } from '../flow/send.ts';
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
  step: StepId,
  options: {
    slow: boolean;
    /** The customer is asked to turn the head: the page looks whether that was done. */
    face: boolean;
    signal: AbortSignal;
    onProgress(progress: RecordingProgress<TurnSeen>): void;
  },
): Promise<RecordingInHand> {
  const { nonce, prompts } = await requestNonce(step);
  const { signal, onProgress, slow, face } = options;
  const hintFor = face ? turnHints(video) : undefined;
  const { recording, next } = record(video, { prompts: timed(prompts ?? [], slow), signal, onProgress, hintFor });
  const made = recording.then(async (done): Promise<TakenPicture> => {
    return bind(toPicture(done, step, nonce, 'camera'), nonce);
  });
  return { made, next };
}

/** A recording that a sandbox drew in place of a camera: of what the nonce requested before asks the customer to do. */
export async function recordingFromSample(scenario: SampleName, step: StepId): Promise<TakenPicture> {
  const { nonce } = await requestNonce(step);
  const drawn = parseRecording(new Uint8Array(await (await fetchSample(step, scenario)).arrayBuffer()));
  if (drawn === null) throw new CallFailed('internal');
  return bind(toPicture(drawn, step, nonce, 'sample'), nonce);
}

async function bind(picture: TakenPicture, nonce: string): Promise<TakenPicture> {
  const reservation = await reserveUpload(picture, nonce).catch((): null => null);
  const { shows = 'image', still = null } = picture.recorded ?? {};
  return { ...picture, recorded: { nonce, reservation, shows, still } };
}

function toPicture(recording: Recording, step: StepId, nonce: string, source: TakenPicture['source']): TakenPicture {
  const { clip, frames } = recording;
  const first = { bytes: frames[0]?.jpeg ?? new Uint8Array(), contentType: 'image/jpeg' };
  const urlOf = ({ bytes, contentType }: typeof first) =>
    URL.createObjectURL(new Blob([bytes as BlobPart], { type: contentType }));
  return {
    step,
    source,
    blob: new Blob([writeRecording(recording) as BlobPart], { type: RECORDING_TYPE }),
    url: urlOf(clip ?? first),
    // Safari on a phone draws nothing of a video before it plays.
    recorded: { nonce, reservation: null, shows: clip === null ? 'image' : 'video', still: clip && urlOf(first) },
  };
}
