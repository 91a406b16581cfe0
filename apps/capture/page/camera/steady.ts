/** What is drawn of the guidance; `steady` fills the ring and is 1 when the picture is to be taken. */
export interface Guided<Id extends string = string> {
  line: Id | null;
  steady: number;
  /** What the last look said, how often in a row, and since when. */
  last: { id: Id; times: number; since: number } | null;
  lineSince: number;
}

export const UNGUIDED: Guided<never> = { line: null, steady: 0, last: null, lineSince: 0 };

/** So many good looks in a row take the picture, and never sooner than that after the first: the hand has to come to rest. */
const GOOD_FRAMES = 3;
const STEADY_MS = 900;
/** A line is shown when two looks agree, and stays long enough to be read: words that flicker help nobody. */
const AGREEING_FRAMES = 2;
const LINE_MS = 1_200;

export function guide<Id extends string>(before: Guided<Id>, id: Id, now: number): Guided<Id> {
  const same = before.last?.id === id;
  const last = same ? { ...before.last!, times: before.last!.times + 1 } : { id, times: 1, since: now };
  const steady = id === 'hold' ? Math.min(last.times / GOOD_FRAMES, (now - last.since) / STEADY_MS, 1) : 0;
  const changes =
    id !== before.line &&
    (before.line === null || (last.times >= AGREEING_FRAMES && now - before.lineSince >= LINE_MS) || steady === 1);
  return { line: changes ? id : before.line, lineSince: changes ? now : before.lineSince, steady, last };
}
