/** What may tell that a document was altered, copied or shown on something else than itself. */
import type { Quad } from './quad.ts';

/** How far the strongest periodic pattern stands out of the spectrum, as natural logarithms: 0 is no more than its surroundings. */
export interface RecaptureReading {
  luma: number;
  /** Of (red + blue) / 2 − green, in which the print of a document fades and the stripes of a screen stay. */
  colour: number;
}

/** What lies around the document as the frame of a device does: dark, even, between straight edges parallel to the document. */
export interface BezelReading {
  /** Sides of the document beside which such a frame runs. */
  sides: number;
  /** Where in the picture, as far out as the frame was followed; null without any. */
  quad: Quad | null;
}

/** What tells a copy in shades of grey from the thing itself. */
export interface ColourReading {
  /** How much hue varies over the document, the colour of the light taken out: near 0 is grey, under a bulb too. Null where too little is neither dark nor burnt out. */
  spread: number | null;
  /**
   * How far hues lie from those of the print around them, at the 90th percentile: light changes slowly over a page, print does not. Null
   * where too little can be measured, absent where an older engine read.
   */
  printSpread?: number | null;
  /** How far the hue of the portrait's face lies from that of the page around it; null without a portrait, absent as above. */
  portraitHue?: number | null;
  /** Share of what lies closely around the document that is as white and as even as a sheet; null where the picture ends there. */
  sheetFraction: number | null;
}

/** A long thin stroke, as a pen draws it: printed letters stand apart from each other. */
export interface PenStroke {
  /** Where in the picture. */
  quad: Quad;
  /** Its extent along the document, in parts of the document's width. */
  length: number;
  /** How many lines of legible text it runs across. */
  crossedLines: number;
}

/** What may betray that a portrait was put over another one. */
export interface PortraitSeams {
  /** Grain of the calmest parts of the portrait over that of the calmest parts beside it; null where there are too few of either. */
  grainRatio: number | null;
  /** Degrees by which upper and lower side of the portrait's frame are turned against the text; null where no frame or no text is found. */
  frameTurnDegrees: number | null;
}
