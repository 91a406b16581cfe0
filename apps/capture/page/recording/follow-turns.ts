import { isBad, THRESHOLDS, turnTowards } from '@reident/engine/live';
import type { AnalysedFace, FaceFrameAnalysis } from '@reident/engine/live-faces';
import type { Hint } from '../camera/record.ts';
import { type Guided, guide } from '../camera/steady.ts';

/** What helps with the movement at hand; `asked` is the prompt itself. */
export type TurnLine = 'asked' | 'nobody' | 'further' | 'otherWay' | 'straighten';

export interface TurnSeen {
  line: TurnLine;
  /** How much of the movement is made, 0 to 1. */
  made: number;
}

/** Ours: degrees from which on a head moves on purpose. */
const ON_PURPOSE = 6;
/** Ours: degrees away from straight ahead at which nothing of the way back is made. */
const FAR_FROM_STRAIGHT = 35;

/**
 * Follows a head through the prompts, by the rows of the server and by how it looked straight ahead.
 *
 * Where a prompt has shown no face at all so far, it cannot be told whether it is answered: then it takes its time, so that nobody
 * is held up whom the detector does not find.
 */
export function followTurns(): (prompt: string, analysis: FaceFrameAnalysis, now: number) => Hint<TurnSeen> {
  let straight = 0;
  let at: { prompt: string; faceSeen: boolean; guided: Guided<TurnLine> } | null = null;
  return (prompt, { faces }, now) => {
    if (at?.prompt !== prompt) at = { prompt, faceSeen: false, guided: asked(now) };
    const [face] = faces;
    at.faceSeen ||= face !== undefined;
    const { line, made, answered } = face ? judgeTurn(prompt, face, straight) : NOBODY;
    if (prompt === 'center' && answered && face) straight = face.pose.yawDegrees;
    at.guided = guide(at.guided, line, now);
    return { answered: at.faceSeen ? answered : null, seen: { line: at.guided.line ?? 'asked', made } };
  };
}

/** @param straight  yaw with which this head looked straight ahead */
export function judgeTurn(
  prompt: string,
  face: Pick<AnalysedFace, 'pose'>,
  straight: number,
): TurnSeen & { answered: boolean } {
  if (prompt !== 'left' && prompt !== 'right') {
    const away = -turnTowards(null, face);
    const answered = !isBad('liveHeadStraight', away);
    const far = (away - THRESHOLDS.liveHeadStraight.value) / FAR_FROM_STRAIGHT;
    return { answered, made: share(1 - far), line: answered ? 'asked' : 'straighten' };
  }
  const degrees = turnTowards(prompt, face) - turnTowards(prompt, { pose: { ...face.pose, yawDegrees: straight } });
  const answered = !isBad('liveHeadTurn', degrees);
  const made = share(degrees / THRESHOLDS.liveHeadTurn.value);
  if (answered || Math.abs(degrees) < ON_PURPOSE) return { answered, made, line: 'asked' };
  return { answered, made, line: degrees > 0 ? 'further' : 'otherWay' };
}

const NOBODY = { line: 'nobody', made: 0, answered: false } as const satisfies TurnSeen & { answered: boolean };

/** A new prompt is read before anything is added to it. */
function asked(now: number): Guided<TurnLine> {
  return { line: 'asked', lineSince: now, steady: 0, last: null };
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}
