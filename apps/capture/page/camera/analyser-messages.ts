import type { Pixels, SideAsked } from '@reident/engine/live';

/** Messages between the page and the worker that analyses documents. */
export interface DocumentFrame {
  /** The frame, small. */
  small: Pixels;
  asked: SideAsked;
}

/** The worker wants the same frame with more pixels; nothing else comes in before it. */
export const LARGER = 'larger';

export interface LargerFrame {
  larger: Pixels;
}
