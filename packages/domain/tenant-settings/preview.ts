import type { Language } from '../languages.ts';
import type { BrandTexts } from './branding.ts';

/** What the console and the preview of the customer's pages say to each other; both are ours, at one origin. */

/** Screens that can be previewed, in the order of the journey. The preview knows a plausible state for each. */
export const PREVIEW_SCREENS = [
  'start',
  'code',
  'introduction',
  'document',
  'picture',
  'confirm',
  'end',
  'entry',
] as const;
export type PreviewScreen = (typeof PREVIEW_SCREENS)[number];

export const PREVIEW_PATH = '/capture/preview';

/** From the preview, once it can draw. */
export interface PreviewReady {
  reident: 'preview ready';
}

/** From the console: draw this. It holds only what passed the rules of a branding. */
export interface PreviewOrder {
  reident: 'preview';
  screen: PreviewScreen;
  language: Language;
  sandbox: boolean;
  /** As it stands in the head of the pages. */
  name: string;
  /** Where the picture of the logo lies; null: the name stands there. */
  logo: string | null;
  texts: Record<Language, BrandTexts>;
  /** Of the style sheet, from `brandVariables`. */
  variables: Record<string, string>;
}
