import { BRAND, colour } from '@reident/design';
import { LANGUAGE_CODES, type Language } from '../languages.ts';
import { contrastRatio, HEX_COLOUR, mix, nearestPassing, TEXT_CONTRAST } from './contrast.ts';
import type { ValidationError } from './validation-errors.ts';

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
  texts: Record<Language, BrandTexts>;
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
  //            kind     longest
  startLead:  [ 'text',  300 ],  // below the heading of the start page
  endText:    [ 'text',  300 ],  // below the heading of the end page
  support:    [ 'text',  120 ],  // whom the customer can ask: a telephone number or an address
  termsUrl:   [ 'https', 500 ],  // at the foot of every page
  privacyUrl: [ 'https', 500 ],  // at the foot of every page
} as const satisfies Record<keyof BrandTexts, readonly [kind: 'text' | 'https', longest: number]>;

export const NAME_LONGEST = 60;

const NO_TEXTS: BrandTexts = { startLead: null, endText: null, support: null, termsUrl: null, privacyUrl: null };

export const DEFAULT_BRANDING: Branding = {
  name: null,
  logo: null,
  accent: BRAND.accent[0],
  bar: BRAND.bar[0],
  texts: Object.fromEntries(LANGUAGE_CODES.map((language) => [language, NO_TEXTS])) as Branding['texts'],
};

const WHITE = colour('surface');
const INK = colour('text');
/** How much of the accent tints what lies behind what is chosen. */
const SOFT_SHARE = 0.1;

/** How well each colour can be read on what it is read against: the accent on its own tint, the bar below the text on it. */
const COLOUR_CONTRAST = {
  accent: (colour: string) => contrastRatio(colour, softOf(colour)),
  bar: (colour: string) => contrastRatio(colour, onBar(colour)),
} as const;

export type BrandColour = keyof typeof COLOUR_CONTRAST;
export const BRAND_COLOURS = Object.keys(COLOUR_CONTRAST) as BrandColour[];

export interface ColourVerdict {
  ratio: number;
  passes: boolean;
  /** The nearest colour that passes; the colour itself when it does. */
  nearest: string;
}

/** @param colour  `#rrggbb` */
export function judgeColour(which: BrandColour, colour: string): ColourVerdict {
  const measure = COLOUR_CONTRAST[which];
  const passes = (candidate: string) => measure(candidate) >= TEXT_CONTRAST;
  return { ratio: measure(colour), passes: passes(colour), nearest: nearestPassing(colour, passes) ?? INK };
}

/** The first thing that is wrong with a branding; null when nothing is. */
export function brandingError(branding: unknown): ValidationError | null {
  return brandingErrors(branding)[0] ?? null;
}

/** Everything that is wrong with a branding, part by part, in the order of a form. */
export function brandingErrors(branding: unknown): ValidationError[] {
  if (!isObject(branding)) return [{ code: 'object' }];
  const unknown = Object.keys(branding).find((key) => !Object.hasOwn(DEFAULT_BRANDING, key));
  if (unknown !== undefined) return [{ code: 'unknownPart' }];
  const { name, logo, texts } = branding;
  const validationErrors: ValidationError[] = [];
  if (name !== null && !isText(name, NAME_LONGEST))
    validationErrors.push({ part: 'name', code: 'text', longest: NAME_LONGEST });
  if (logo !== null && !(typeof logo === 'string' && /^[0-9a-f]{64}$/.test(logo)))
    validationErrors.push({ part: 'logo', code: 'logo' });
  for (const which of BRAND_COLOURS) validationErrors.push(...colourErrors(which, branding[which]));
  if (!isObject(texts)) return [...validationErrors, { part: 'texts', code: 'languages' }];
  for (const language of LANGUAGE_CODES) validationErrors.push(...textErrors(language, texts[language]));
  return validationErrors;
}

function colourErrors(which: BrandColour, colour: unknown): ValidationError[] {
  if (typeof colour !== 'string' || !HEX_COLOUR.test(colour))
    return [{ part: which, code: 'colour', example: DEFAULT_BRANDING.accent }];
  const { passes, ratio, nearest } = judgeColour(which, colour);
  return passes ? [] : [{ part: which, code: 'contrast', ratio, against: which, needed: TEXT_CONTRAST, nearest }];
}

function textErrors(language: Language, texts: unknown): ValidationError[] {
  if (!isObject(texts)) return [{ part: `texts.${language}`, code: 'object' }];
  return Object.entries(BRAND_TEXTS).flatMap(([key, [kind, longest]]): ValidationError[] => {
    const value = texts[key];
    const part = `texts.${language}.${key}`;
    if (value === null) return [];
    if (!isText(value, longest)) return [{ part, code: 'text', longest }];
    const isLink = URL.canParse(value) && new URL(value).protocol === 'https:';
    return kind === 'https' && !isLink ? [{ part, code: 'link' }] : [];
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
