import type { Pixels, SideAsked } from '@reident/engine/live';

/** What the page hands to the worker that looks at documents, and what that may say before it answers. */
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
