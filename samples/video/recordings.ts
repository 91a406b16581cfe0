import type { Presentation } from '../attacks/presentation.ts';
import type { SampleDocument } from '../documents/document.ts';
import { drawSample, type SampleSpec } from '../documents/sample.ts';
import { drawSelfie, type SelfieSpec } from '../people/selfie.ts';
import type { PhotoSpec } from '../photo/photo.ts';

/** One frame of a recording, in the shape that `writeRecording` of the engine takes. */
export interface SampleFrame {
  atMs: number;
  prompt: string;
  jpeg: Buffer;
}

/** How a document is moved before the camera, and what is wrong with that. */
export type TiltManner =
  | 'tilted'
  /** Nothing moves. */
  | 'still'
  /** Tilted as it should be, and over within a second. */
  | 'short'
  /** Another document comes halfway. */
  | 'exchanged'
  /** The picture moves as it should, and nothing on it shimmers. */
  | 'dull';

export interface TiltSpec extends Omit<SampleSpec, 'photo'> {
  manner?: TiltManner;
  photo?: Partial<PhotoSpec>;
  /** Default 12: three seconds at four a second. */
  frames?: number;
  /** From one frame to the next. Default 270, 80 in a short one. */
  everyMilliseconds?: number;
  presentation?: Presentation;
}

const FRAME_MILLISECONDS = 270;
const SHORT_FRAME_MILLISECONDS = 80;
const MOST_TILT_DEGREES = 22;

/** A document that is held flat and then tilted to and fro, as the security features are recorded. */
export async function drawTilt(spec: TiltSpec): Promise<SampleFrame[]> {
  const { manner = 'tilted', frames = 12 } = spec;
  const { everyMilliseconds = manner === 'short' ? SHORT_FRAME_MILLISECONDS : FRAME_MILLISECONDS } = spec;
  const drawn: SampleFrame[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const flat = frame < frames / 4;
    const swing = Math.sin(((frame - frames / 4) / (frames * 0.75)) * 2 * Math.PI);
    const degrees = flat || manner === 'still' ? 0 : swing * MOST_TILT_DEGREES;
    const another = manner === 'exchanged' && frame >= frames / 2;
    const document: Partial<SampleDocument> = {
      ...spec.document,
      ...(manner === 'dull' ? {} : { hologramDegrees: degrees }),
    };
    const photo = {
      width: 1280,
      height: 720,
      coverage: 0.78,
      jpegQuality: 85,
      ...spec.photo,
      tilt: { x: degrees, y: degrees * 0.25 },
      shift: { x: manner === 'still' ? 0 : 0.006 * Math.sin(frame * 1.7), y: 0 },
    };
    const { holder, ...others } = spec;
    const shown = another ? { ...others, seed: `${spec.seed} exchanged` } : { ...others, holder };
    const { jpeg } = await drawSample({ ...shown, document, photo });
    drawn.push({ atMs: frame * everyMilliseconds, prompt: flat ? 'flat' : 'tilt', jpeg });
  }
  return drawn;
}

/** What turns before the camera when a head should. */
export type TurnManner =
  | 'turned'
  /** A photograph that is held still. */
  | 'still_photo'
  /** A photograph that is turned about its upright axis. */
  | 'turned_photo'
  /** The head turns against every prompt. */
  | 'wrong_way'
  /** Another person answers from the first turn on. */
  | 'exchanged';

export interface TurnSpec extends Omit<SelfieSpec, 'yawDegrees' | 'tiltDegrees'> {
  prompts: readonly ('center' | 'left' | 'right')[];
  manner?: TurnManner;
  /** Default 2. */
  framesPerPrompt?: number;
}

const TURN_DEGREES = 28;

/**
 * A head that turns as asked. `left` is towards the customer's own left, which an unmirrored camera sees on the right.
 */
export async function drawTurn(spec: TurnSpec): Promise<SampleFrame[]> {
  const { prompts, manner = 'turned', framesPerPrompt = 2, ...selfie } = spec;
  const isPhoto = manner === 'still_photo' || manner === 'turned_photo';
  const drawn: SampleFrame[] = [];
  for (const [index, prompt] of prompts.entries()) {
    for (let frame = 0; frame < framesPerPrompt; frame++) {
      const towards = { center: 0, left: 1, right: -1 }[prompt] * (manner === 'wrong_way' ? -1 : 1);
      const degrees = towards * TURN_DEGREES * (0.85 + (0.15 * (frame + 1)) / framesPerPrompt);
      const { jpeg } = await drawSelfie({
        ...selfie,
        ...(manner === 'exchanged' && index > 0 ? { seed: `${spec.seed} exchanged` } : {}),
        presentation: isPhoto ? (spec.presentation ?? 'paper_print') : spec.presentation,
        yawDegrees: isPhoto ? 0 : degrees,
        tiltDegrees: manner === 'turned_photo' ? degrees : 0,
      });
      drawn.push({ atMs: (index * framesPerPrompt + frame) * FRAME_MILLISECONDS, prompt, jpeg });
    }
  }
  return drawn;
}
