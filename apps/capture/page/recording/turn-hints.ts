import type { FaceFrameAnalysis } from '@reident/engine/live-faces';
import { FACE_FRAME_SIZE, faceAnalyser } from '../camera/face-analyser.ts';
import { type FrameAnalyser, fit } from '../camera/frame-analyser.ts';
import type { Hint, Prompt } from '../camera/record.ts';
import { followTurns, type TurnSeen } from './follow-turns.ts';

export type { TurnSeen } from './follow-turns.ts';

const UNSEEN: Hint<TurnSeen> = { answered: null, seen: { line: 'asked', made: 0 } };

/** Looks at the head of a live picture. While the eye is not there, or where it never comes, each prompt takes its time. */
export function turnHints(video: HTMLVideoElement): (prompt: Prompt) => Promise<Hint<TurnSeen>> {
  const follow = followTurns();
  const canvas = document.createElement('canvas');
  let analyser: FrameAnalyser<FaceFrameAnalysis> | null = null;
  void faceAnalyser().then((opened) => {
    analyser = opened;
  });
  return async ({ id }) => {
    if (analyser === null || !drawSmall(video, canvas)) return UNSEEN;
    const analysis = await analyser.analyse(canvas, undefined);
    return analysis === null ? UNSEEN : follow(id, analysis, performance.now());
  };
}

function drawSmall(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  const scale = Math.min(1, FACE_FRAME_SIZE / Math.max(video.videoWidth, video.videoHeight, 1));
  fit(canvas, Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0) return false;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return true;
}
