import type { CaptureStep } from '../../readings/capture.ts';

/**
 * What checks observe: every name under which a finding may say what was seen, and what stands there. The compiler holds the checks to
 * these rows. How it is said to people stands in the messages, by the same names and codes. Loads nothing, so that pages can use it.
 */
// biome-ignore format: a table
export const OBSERVED = {
  // the person, and what the partner knows
  person:                 'text',
  birthDate:              'day',
  birthDateOnFile:        'day',
  ageYears:               'years',
  minimumAgeYears:        'years',
  nationality:            'text',
  name:                   'text',
  differences:            'code',
  address:                'code',
  street:                 'flag',
  postalCode:             'flag',
  city:                   'flag',
  proof:                  'flag',
  required:               'flag',
  // the document and what stands on it
  document:               'text',
  kind:                   'code',
  issuingState:           'text',
  issuingCountry:         'country',
  documentNumber:         'text',
  primaryIdentifier:      'text',
  secondaryIdentifier:    'text',
  expiryDate:             'day',
  capturedOn:             'day',
  longestValidityYears:   'years',
  readFrom:               'code',
  mrz:                    'text',
  viz:                    'text',
  text:                   'code',
  lines:                  'number',
  wrong:                  'code',
  repaired:               'number',
  confidence:             'number',
  shape:                  'code',
  mark:                   'code',
  word:                   'text',
  overprint:              'flag',
  differs:                'code',
  deviation:              'number',
  comparedTraits:         'number',
  comparedValues:         'code',
  strokes:                'code',
  strokesBesideText:      'number',
  crossedLines:           'number',
  length:                 'number',
  // its pictures
  step:                   'step',
  pictures:               'number',
  picture:                'code',
  outline:                'flag',
  mrzFound:               'flag',
  portrait:               'flag',
  shown:                  'code',
  dataRead:               'flag',
  sharpness:              'number',
  brightness:             'number',
  glareFraction:          'share',
  documentGlare:          'share',
  sideRatio:              'number',
  coverage:               'share',
  cutOff:                 'flag',
  occludedFraction:       'share',
  mirrored:               'flag',
  pattern:                'code',
  recaptureLuma:          'number',
  recaptureColour:        'number',
  hueSpread:              'number',
  printHueSpread:         'number',
  portraitHue:            'number',
  framedSides:            'number',
  sheetFraction:          'share',
  printedPale:            'flag',
  grainRatio:             'number',
  frameTurnDegrees:       'degrees',
  // its video
  stored:                 'flag',
  asked:                  'flag',
  leftOut:                'code',
  clip:                   'code',
  format:                 'text',
  playable:               'flag',
  seconds:                'seconds',
  frames:                 'number',
  framesWithDocument:     'number',
  framesCompared:         'number',
  facesSeen:              'number',
  tilted:                 'flag',
  tilt:                   'number',
  colourChange:           'number',
  compared:               'code',
  foundAgain:             'share',
  leastFoundAgain:        'share',
  blocksCompared:         'number',
  // faces
  faces:                  'number',
  unclearFaces:           'number',
  face:                   'code',
  faceDistance:           'number',
  distance:               'number',
  furthestFrontal:        'number',
  furthestTurned:         'number',
  yawDegrees:             'degrees',
  pitchDegrees:           'degrees',
  eyeDistance:            'pixels',
  occlusion:              'code',
  region:                 'code',
  eyeLuma:                'number',
  eyeVariation:           'number',
  lowerHue:               'number',
  lowerVariation:         'number',
  prompt:                 'code',
  prompts:                'code',
  turnDegrees:            'degrees',
  mostResidual:           'number',
  // what was seen before
  lookedUp:               'flag',
  duplicateFiles:         'number',
  sentForAnotherPerson:   'step',
  shownForAnotherPerson:  'flag',
  almostAnotherPersons:   'step',
  sharedHashBands:        'number',
} as const satisfies Record<string, keyof Forms>;

/** What may stand under a name, beside a code in its place and null. */
interface Forms {
  /** As it was read, or as the partner wrote it. */
  text: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** ISO 3166-1, two letters. */
  country: string;
  step: CaptureStep | readonly CaptureStep[];
  flag: boolean;
  number: number;
  /** 0 to 1 */
  share: number;
  degrees: number;
  pixels: number;
  seconds: number;
  years: number;
  /** Nothing but codes. */
  code: never;
}

export type ObservedForm = keyof Forms;
export type ObservedName = keyof typeof OBSERVED;
export type ObservedValueOf<Name extends ObservedName> = Forms[(typeof OBSERVED)[Name]] | Coded | null;

/** What a check says in words of its own: for people by the messages, and never mistaken for something that was read. */
// biome-ignore format: a list
export const OBSERVED_CODES = [
  // why nothing was seen
  'unreadable', 'unknown', 'none', 'never', 'too_few', 'not_measured', 'not_looked_for', 'not_found', 'not_seen', 'not_certain',
  'not_known', 'not_comparable', 'none_found', 'no_frame_found', 'none_to_compare', 'no_outline', 'not_legible', 'several_in_one_frame', 'test_case',
  'address_unknown', 'not_on_this_document', 'not_recorded', 'unknown_coding', 'skipped_by_customer',
  // which side was shown
  'mrz_without_portrait', 'portrait_without_mrz',
  // where something was read
  'document', 'proof_of_address', 'mrz', 'viz', 'title', 'choice',
  // document types
  'passport', 'identity_card', 'residence_permit', 'driving_licence', 'visa', 'other',
  // what marks a specimen, parts of a face
  'issuing_state', 'document_number', 'name', 'eyes', 'nose_and_mouth',
  // in what a value differs from the others of its side
  'stroke', 'slant', 'size', 'shape', 'background', 'baseline',
  // whether MRZ and VIZ agree
  'confirmed', 'contradicted', 'doubtful',
  // what the customer was asked to do, and did
  'flat', 'tilt', 'center', 'left', 'right', 'frontal', 'turned',
  // differences of names
  'spelling', 'joined', 'order', 'fewer_given_names', 'more_given_names', 'abbreviated', 'truncated', 'swapped', 'surname',
  'given_names', 'unsupported_script', 'missing',
  // fields of the MRZ
  'documentCode', 'issuingState', 'documentNumber', 'nationality', 'birthDate', 'sex', 'expiryDate', 'optionalData', 'optionalData2',
  'primaryIdentifier', 'secondaryIdentifier', 'composite', 'documentNumberCheck', 'birthDateCheck', 'expiryDateCheck',
  'optionalDataCheck', 'compositeCheck',
] as const;

export type ObservedCode = (typeof OBSERVED_CODES)[number];

/** One code or several, marked as such: `{ "codes": ["not_found"] }`. */
export interface Coded {
  readonly codes: readonly ObservedCode[];
}

export function coded(...codes: ObservedCode[]): Coded {
  return { codes };
}

export function isCoded(value: unknown): value is Coded {
  return typeof value === 'object' && value !== null && 'codes' in value;
}

/** A name may carry the picture that was observed before a dot, as in `document_front.sharpness`. */
export function splitObserved(key: string): { step: string | null; name: string } {
  const dot = key.indexOf('.');
  return dot === -1 ? { step: null, name: key } : { step: key.slice(0, dot), name: key.slice(dot + 1) };
}
