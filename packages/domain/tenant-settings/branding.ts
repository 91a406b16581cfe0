import { BRAND, colour } from '@reident/design';
import { contrastRatio, HEX_COLOUR, mix, nearestPassing, TEXT_CONTRAST } from './contrast.ts';

/** What a tenant gives the customer's pages of its own. Null means ours. */
export interface Branding {
  /** Name in the head of the pages and in their texts; null means the tenant's name. */
  name: string | null;
  /** SHA-256 of the stored logo; null means that the name stands there. */
  logo: string | null;
  /** Buttons, links and progress, `#rrggbb`. */
  accent: string;
  /** The bar at the top, `#rrggbb`. */
  bar: string;
  texts: Record<'de' | 'en', BrandTexts>;
}

export interface BrandTexts {
  startLead: string | null;
  endText: string | null;
  support: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
}

// biome-ignore format: a table
export const BRAND_TEXTS = {
  //            kind     longest  meaning
  startLead:  [ 'text',  300,     'Sentence under the heading of the start page' ],
  endText:    [ 'text',  300,     'Sentence under the heading of the end page' ],
  support:    [ 'text',  120,     'Whom the customer can ask: a telephone number or an address' ],
  termsUrl:   [ 'https', 500,     'Terms, linked at the foot of every page' ],
  privacyUrl: [ 'https', 500,     'Privacy notice, linked at the foot of every page' ],
} as const satisfies Record<keyof BrandTexts, readonly [kind: 'text' | 'https', longest: number, meaning: string]>;

export const NAME_LONGEST = 60;

const NO_TEXTS: BrandTexts = { startLead: null, endText: null, support: null, termsUrl: null, privacyUrl: null };

export const DEFAULT_BRANDING: Branding = {
  name: null,
  logo: null,
  accent: BRAND.accent[0],
  bar: BRAND.bar[0],
  texts: { de: NO_TEXTS, en: NO_TEXTS },
};

const WHITE = colour('surface');
const INK = colour('text');
/** How much of the accent tints what lies behind what is chosen. */
const SOFT_SHARE = 0.1;

/** What each colour is read against. The first validation error wins, with the figure and the nearest colour that passes. */
// biome-ignore format: a table
const COLOUR_RULES = {
  //        measured                                                               against
  accent: [ (colour: string) => contrastRatio(colour, softOf(colour)),             'its own tint, on which links stand' ],
  bar:    [ (colour: string) => contrastRatio(colour, onBar(colour)),              'the text on it' ],
} as const;

export type BrandColour = keyof typeof COLOUR_RULES;
export const BRAND_COLOURS = Object.keys(COLOUR_RULES) as BrandColour[];

export interface ColourVerdict {
  ratio: number;
  passes: boolean;
  against: string;
  /** The nearest colour that passes; the colour itself when it does. */
  nearest: string;
}

/** @param colour  `#rrggbb` */
export function judgeColour(which: BrandColour, colour: string): ColourVerdict {
  const [measure, against] = COLOUR_RULES[which];
  const passes = (candidate: string) => measure(candidate) >= TEXT_CONTRAST;
  return { ratio: measure(colour), passes: passes(colour), against, nearest: nearestPassing(colour, passes) ?? INK };
}

/** What one part of a branding may not be. */
export interface BrandingError {
  /** Such as `accent` or `texts.de.termsUrl`; empty for the whole. */
  field: string;
  kind: 'shape' | 'text' | 'colour' | 'contrast' | 'https';
  /** The end of a sentence that begins with the field. */
  message: string;
}

/** What is wrong with a branding, as a sentence; null when nothing is. */
export function brandingError(branding: unknown): string | null {
  const [first] = brandingErrors(branding);
  return first === undefined ? null : `${first.field} ${first.message}`.trim();
}

/** Everything that is wrong with a branding, part by part, in the order of a form. */
export function brandingErrors(branding: unknown): BrandingError[] {
  const misshapen = (field: string, message: string): BrandingError => ({ field, kind: 'shape', message });
  if (!isObject(branding)) return [misshapen('', 'must be an object')];
  const unknown = Object.keys(branding).find((key) => !Object.hasOwn(DEFAULT_BRANDING, key));
  if (unknown !== undefined) return [misshapen('', 'has a part that is not known')];
  const { name, logo, texts } = branding;
  const validationErrors: BrandingError[] = [];
  if (name !== null && !isText(name, NAME_LONGEST))
    validationErrors.push({
      field: 'name',
      kind: 'text',
      message: `must be text of at most ${NAME_LONGEST} characters`,
    });
  if (logo !== null && !(typeof logo === 'string' && /^[0-9a-f]{64}$/.test(logo)))
    validationErrors.push(misshapen('logo', 'must be one that was uploaded'));
  for (const which of BRAND_COLOURS) validationErrors.push(...colourErrors(which, branding[which]));
  if (!isObject(texts)) return [...validationErrors, misshapen('texts', 'must hold de and en')];
  for (const language of ['de', 'en'] as const) validationErrors.push(...textErrors(language, texts[language]));
  return validationErrors;
}

function colourErrors(field: BrandColour, colour: unknown): BrandingError[] {
  if (typeof colour !== 'string' || !HEX_COLOUR.test(colour))
    return [{ field, kind: 'colour', message: `must be a colour such as ${DEFAULT_BRANDING.accent}` }];
  const { passes, ratio, against, nearest } = judgeColour(field, colour);
  const message = `has a contrast of ${ratio.toFixed(2)} : 1 to ${against}; ${TEXT_CONTRAST} : 1 is needed, and ${nearest} is the nearest that has it`;
  return passes ? [] : [{ field, kind: 'contrast', message }];
}

function textErrors(language: 'de' | 'en', texts: unknown): BrandingError[] {
  if (!isObject(texts)) return [{ field: `texts.${language}`, kind: 'shape', message: 'must be an object' }];
  return Object.entries(BRAND_TEXTS).flatMap(([key, [kind, longest]]): BrandingError[] => {
    const value = texts[key];
    const field = `texts.${language}.${key}`;
    if (value === null) return [];
    if (!isText(value, longest))
      return [{ field, kind: 'text', message: `must be text of at most ${longest} characters` }];
    if (kind === 'https' && !(URL.canParse(value) && new URL(value).protocol === 'https:'))
      return [{ field, kind: 'https', message: 'must be an https address' }];
    return [];
  });
}

/** The style sheet's variables, from colours that passed. */
export function brandVariables({ accent, bar }: Pick<Branding, BrandColour>): Record<string, string> {
  return {
    '--accent': accent,
    '--accent-deep': mix(accent, '#000000', 0.25),
    '--accent-soft': softOf(accent),
    '--bar': bar,
    '--on-bar': onBar(bar),
  };
}

/** Ink or white, whichever is easier to read on it. */
export function onBar(bar: string): string {
  return contrastRatio(bar, INK) >= contrastRatio(bar, WHITE) ? INK : WHITE;
}

function softOf(accent: string): string {
  return mix(WHITE, accent, SOFT_SHARE);
}

function isText(value: unknown, longest: number): value is string {
  return (
    typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/[\p{Cc}\u202a-\u202e]/u.test(value)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
