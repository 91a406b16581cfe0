import type { Quad } from './quad.ts';

/** A line of text as it was read. */
export interface TextLine {
  text: string;
  /** Mean probability of its characters, 0 to 1. */
  confidence: number;
  quad: Quad;
  /** Where it stands on the rectified document, as fractions of its width and height. */
  box: readonly [left: number, top: number, right: number, bottom: number];
  /** By how much it runs down to the right there; absent in readings from before it was kept. */
  slopeDegrees?: number;
  /** How its letters are printed; absent where that cannot be measured, and in readings from before it was. */
  typography?: LineTypography;
}

/** How a line is printed, whatever it says. */
export interface LineTypography {
  /** Of capitals and figures, from baseline to cap height, in parts of the document's width. */
  height: number;
  /** From the first letter to the last, in the same parts. */
  length: number;
  /** Thickness of strokes over height. */
  stroke: number;
  /** Slant to the right: run over rise. */
  slant: number;
  /** Where the letters stand at the line's left end, from the document's upper edge, in parts of its width. */
  baseline: number;
  /** How much the background between its letters varies, in parts of the paper's brightness; null where letters leave too little of it. */
  background: number | null;
}
