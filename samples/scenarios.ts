import type { Reason } from '@reident/domain';
import type { Reprint } from './attacks/reprint.ts';
import type { DocumentKind } from './documents/layouts.ts';
import type { SampleSpec } from './documents/sample.ts';
import type { SamplePerson } from './people/persons.ts';
import type { SelfieSpec } from './people/selfie.ts';
import { createRandom, type Random } from './random.ts';
import type { TiltManner, TurnManner } from './video/recordings.ts';

/**
 * What a session may show other than a good document and its holder. Each row is one kind of defect or attack, drawn with
 * any seed (`drawCase`).
 *
 * `means` are the reasons that a specialist would give: any of them is right, and none means that nothing may be held against
 * the customer. They say what is there, not what the engine can see of it: the scoreboard measures the difference.
 */
export interface Scenario {
  group: 'good' | 'picture' | 'content' | 'attack';
  means: readonly Reason[];
  /** Kinds of document in which it can be shown; the usual two where absent. */
  kinds?: readonly DocumentKind[];
  document?: (seed: string) => Omit<Partial<SampleSpec>, 'kind' | 'side' | 'seed'>;
  selfie?: (seed: string) => Omit<Partial<SelfieSpec>, 'seed'>;
  /** The video of the tilted document; `left_out` where the customer goes on without, as one may who cannot make one. */
  tilt?: TiltManner | 'left_out';
  turn?: TurnManner;
  /** The pictures of the sides come in the wrong order, or one side twice. */
  sides?: 'front twice' | 'exchanged';
  /** What the partner holds otherwise than the document says; the State as documents spell it. */
  onFile?: Partial<SamplePerson & { nationality: string }>;
  /** A letter proves the address, which the document does not bear: the holder's, or another. */
  letter?: 'holder' | 'elsewhere';
}

type Row = Omit<Scenario, 'group' | 'means'>;

function good(row: Row = {}): Scenario {
  return { group: 'good', means: [], ...row };
}

function picture(means: readonly Reason[], row: Row): Scenario {
  return { group: 'picture', means, ...row };
}

function content(means: readonly Reason[], row: Row): Scenario {
  return { group: 'content', means, ...row };
}

function attack(means: readonly Reason[], row: Row): Scenario {
  return { group: 'attack', means, ...row };
}

const photo = (spec: NonNullable<SampleSpec['photo']>) => ({ document: () => ({ photo: spec }) });
const printed = (spec: NonNullable<SampleSpec['document']>) => ({ document: () => ({ document: spec }) });
const presented = (presentation: NonNullable<SampleSpec['presentation']>, grain?: number) => ({
  document: () => ({ presentation, grain }),
});
const before = (camera: NonNullable<SelfieSpec['camera']>) => ({ selfie: () => ({ camera }) });
const instead = (presentation: NonNullable<SelfieSpec['presentation']>, grain?: number) => ({
  selfie: () => ({ presentation, grain }),
});
/** A number with check digits that are right, in a shape in which none of these States numbers its documents. */
const oddNumber: Row = {
  document: (seed) => {
    const random = createRandom(`${seed} odd number`);
    const digits = Array.from({ length: 8 }, () => random.integer(0, 9)).join('');
    return {
      issuer: random.pick(['DEU', 'NLD', 'POL', 'ESP', 'ITA'] as const),
      document: { number: `${digits}${random.pick([...'AEU'])}` },
    };
  },
};
/** One of the dates was altered, and the MRZ with it. */
const reprinted = (draw: (random: Random) => Reprint): Row => ({
  kinds: ['passport', 'identity_card', 'identity_card_td2'],
  document: (seed) => {
    const random = createRandom(`${seed} reprint`);
    const field = random.pick(['birthDate', 'expiresOn'] as const);
    return { document: { reprinted: { [field]: draw(random) } } };
  },
});

// biome-ignore format: a table
export const SCENARIOS = {
  // Nothing is wrong
  clean:              good(),
  cluttered:          good(photo({ background: 'cluttered' })),
  turned:             good(photo({ rotationDegrees: 90, width: 1080, height: 1920 })),
  upside_down:        good(photo({ rotationDegrees: 180 })),
  dusk:               good(photo({ exposure: 0.35, noise: 6 })),
  noisy:              good(photo({ noise: 12, lightFallOff: 0.4 })),
  tilted:             good(photo({ tilt: { x: 14, y: 9 }, rotationDegrees: 7 })),
  slight_blur:        good(photo({ defocusPixels: 1.8 })),
  much_compressed:    good(photo({ jpegQuality: 45 })),
  twelve_megapixels:  good(photo({ width: 4032, height: 3024, jpegQuality: 85 })),
  french_card:        good({ kinds: ['french_card'] }),
  td2_card:           good({ kinds: ['identity_card_td2'] }),
  warm_light:         good(photo({ warmth: 1 })),
  engraved:           good({ document: () => ({ document: { engravedPortrait: true }, photo: { warmth: 0.6 } }) }),
  pale_page:          good({ kinds: ['passport'], document: () => ({ issuer: 'USA', document: { engravedPortrait: true }, photo: { warmth: 1 } }) }),

  letter:             good({ kinds: ['passport'], letter: 'holder' }),
  dark_folder:        good({ document: () => ({ presentation: 'dark_folder', photo: { coverage: 0.62 } }) }),

  // The picture is bad
  blurred:            picture(['ID_BLURRY'],                        photo({ defocusPixels: 7 })),
  shaken:             picture(['ID_BLURRY'],                        photo({ motionPixels: 28 })),
  dark:               picture(['ID_DARKNESS'],                      photo({ exposure: 0.08, noise: 7 })),
  glare:              picture(['ID_GLARE'],                         photo({ glare: [{ x: 0.45, y: 0.86, radius: 0.16 }] })),
  finger:             picture(['ID_DATA_COVERED'],                  photo({ fingers: [{ x: 0.5, y: 0.8 }] })),
  steep:              picture(['ID_PERSPECTIVE'],                   photo({ tilt: { x: 58, y: 0 } })),
  cropped:            picture(['ID_DATA', 'ID_DATA_COVERED'],       photo({ shift: { x: 0, y: 0.4 } })),
  portrait_glare:     picture(['SELFIE_GLARE', 'ID_GLARE'],         photo({ glare: [{ x: 0.19, y: 0.46, radius: 0.15 }] })),
  mirrored:           picture(['ID_DATA'],                          photo({ mirrored: true })),
  wrong_side:         picture(['ID_WRONG_SIDE'],                    { kinds: ['identity_card'], sides: 'front twice' }),
  sides_exchanged:    picture(['ID_WRONG_SIDE'],                    { kinds: ['identity_card'], sides: 'exchanged' }),
  selfie_blurred:     picture(['SELFIE_BLURRY'],                    before({ defocusPixels: 11 })),
  selfie_dark:        picture(['SELFIE_DARKNESS'],                  before({ exposure: 0.1, noise: 6 })),
  selfie_empty:       picture(['SELFIE_OTHER'],                     { selfie: () => ({ people: 0 }) }),
  selfie_two_people:  picture(['SELFIE_OTHER'],                     { selfie: () => ({ people: 2 }) }),
  selfie_sideways:    picture(['SELFIE_PERSPECTIVE'],               { selfie: () => ({ yawDegrees: 48 }) }),
  selfie_mask:        picture(['USER_OBSCURED', 'SELFIE_OTHER'],    { selfie: () => ({ occlusion: 'mask' }) }),
  selfie_sunglasses:  picture(['USER_OBSCURED', 'SELFIE_OTHER'],    { selfie: () => ({ occlusion: 'sunglasses' }) }),
  selfie_hand:        picture(['USER_OBSCURED', 'SELFIE_OTHER'],    { selfie: () => ({ occlusion: 'hand' }) }),

  // The document is not good enough
  expired:            content(['ID_EXPIRED'],                       printed({ issuedOn: '2015-05-04', expiresOn: '2025-05-03' })),
  worn:               content(['ID_OUTWORN'],                       printed({ condition: ['worn'] })),
  sticker:            content(['ID_HAS_STICKER'],                   printed({ condition: ['sticker'] })),
  pasted_label:       content(['ID_HAS_STICKER', 'ID_DATA_COVERED'], { kinds: ['passport'], ...printed({ condition: ['pasted_label'] }) }),
  writing:            content(['ID_WRITTEN_ON'],                    printed({ condition: ['writing'] })),
  broken:             content(['ID_BROKEN'],                        printed({ condition: ['broken'] })),
  corner_cut:         content(['ID_BROKEN'],                        printed({ condition: ['corner_cut'] })),
  residence_permit:   content(['ID_NOT_SUPPORTED'],                 { kinds: ['residence_permit'] }),
  driving_licence:    content(['ID_NOT_SUPPORTED'],                 { kinds: ['driving_licence'] }),
  other_nationality:  content(['WARNING_MANIPULATED_DATA'],         { onFile: { nationality: 'IRL' } }),
  letter_elsewhere:   content(['USER_INVOICE_MISSING'],             { kinds: ['passport'], letter: 'elsewhere' }),
  video_short:        content(['ID_SECURITY_FEATURE_VIDEO_SHORT'],  { tilt: 'short' }),
  video_missing:      content(['ID_SECURITY_FEATURE_VIDEO_FILE_MISSING'], { tilt: 'left_out' }),

  // Somebody cheats
  under_age:          attack(['WARNING_USER_UNDERAGE'],             { document: () => ({ holder: { birthDate: '2012-01-30' } }) }),
  other_name:         attack(['WARNING_NAME_COMPARISON'],           { document: () => ({ holder: { firstName: 'Ole', lastName: 'Quandt' } }) }),
  other_birth_date:   attack(['WARNING_MANIPULATED_DATA'],          { onFile: { birthDate: '2005-11-30' } }),
  odd_number:         attack(['WARNING_MANIPULATED_DATA'],          oddNumber),
  long_validity:      attack(['WARNING_MANIPULATED_DATA'],          printed({ issuedOn: '2024-05-04', expiresOn: '2044-05-03' })),
  specimen_state:     attack(['WARNING_FAKED_SPECIMEN'],            { document: () => ({ issuer: 'UTO' }) }),
  specimen_mark:      attack(['WARNING_FAKED_SPECIMEN'],            printed({ specimenMark: true })),
  broken_check_digit: attack(['WARNING_MANIPULATED_DATA'],          printed({ brokenCheckDigit: true })),
  mrz_contradicted:  attack(['WARNING_MANIPULATED_DATA'],          { kinds: ['passport'], ...printed({ printedOtherwise: { birthDate: '17.03.1994' } }) }),
  altered_birth_date: attack(['WARNING_MANIPULATED_DATA'],          { kinds: ['passport'], ...printed({ altered: { birthDate: '17.03.1994' } }) }),
  altered_expiry:     attack(['WARNING_MANIPULATED_DATA'],          { kinds: ['passport'], ...printed({ altered: { expiresOn: '04.11.2035' } }) }),
  reprinted_type:     attack(['WARNING_MANIPULATED_DATA'],          reprinted((random) => ({ type: random.pick(['light', 'serif', 'mono', 'oblique', 'condensed', 'machine'] as const) }))),
  reprinted_size:     attack(['WARNING_MANIPULATED_DATA'],          reprinted((random) => ({ scale: random.pick([0.85, 0.9, 1.1, 1.15]) }))),
  reprinted_line:     attack(['WARNING_MANIPULATED_DATA'],          reprinted((random) => ({ lowered: random.pick([-3, -2, -1, 1, 2, 3]) }))),
  reprinted_background:   attack(['WARNING_MANIPULATED_DATA'],          reprinted(() => ({ covered: true }))),
  pasted_portrait:    attack(['WARNING_MANIPULATED_PHOTO'],         { document: (seed) => ({ pastedPortraitSeed: `${seed} pasted` }) }),
  paper_print:        attack(['WARNING_PAPER_PRINT'],               presented('paper_print')),
  coarse_print:       attack(['WARNING_PAPER_PRINT'],               presented('paper_print', 1.8)),
  sheet_print:        attack(['WARNING_PAPER_PRINT'],               presented('sheet_print')),
  inkjet_print:       attack(['WARNING_PAPER_PRINT'],               presented('inkjet_print')),
  grey_copy:          attack(['WARNING_SCAN', 'WARNING_PAPER_PRINT'], presented('grey_copy')),
  cut_copy:           attack(['WARNING_SCAN', 'WARNING_PAPER_PRINT'], presented('cut_copy')),
  warm_copy:          attack(['WARNING_SCAN', 'WARNING_PAPER_PRINT'], { document: () => ({ presentation: 'grey_copy', photo: { warmth: 1 } }) }),
  screen:             attack(['WARNING_DIGITAL_DOCUMENT'],          presented('screen')),
  coarse_screen:      attack(['WARNING_DIGITAL_DOCUMENT'],          presented('screen', 2)),
  device_screen:      attack(['WARNING_DIGITAL_DOCUMENT'],          presented('device_screen')),
  fine_screen:        attack(['WARNING_DIGITAL_DOCUMENT'],          presented('fine_screen')),
  large_screen:       attack(['WARNING_DIGITAL_DOCUMENT'],          { document: () => ({ presentation: 'screen', grain: 1.6, photo: { width: 4032, height: 3024, jpegQuality: 85 } }) }),
  selfie_screen:      attack(['WARNING_DIGITAL_SELFIE', 'WARNING_SELFIE_NO_REAL_PERSON'], instead('device_screen', 1.4)),
  selfie_fine_screen: attack(['WARNING_DIGITAL_SELFIE', 'WARNING_SELFIE_NO_REAL_PERSON'], instead('fine_screen')),
  selfie_print:       attack(['WARNING_SELFIE_NO_REAL_PERSON'],     instead('paper_print', 1.4)),
  still_photo:        attack(['WARNING_SELFIE_NO_REAL_PERSON'],     { turn: 'still_photo' }),
  turned_photo:       attack(['WARNING_SELFIE_NO_REAL_PERSON'],     { turn: 'turned_photo' }),
  wrong_way:          attack(['WARNING_SELFIE_NO_REAL_PERSON'],     { turn: 'wrong_way' }),
  turn_exchanged:     attack(['WARNING_SELFIE_REAL_PERSON'],        { turn: 'exchanged' }),
  video_exchanged:    attack(['WARNING_FAKED_SECURITY_FEATURES'],   { tilt: 'exchanged' }),
  video_still:        content(['ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD'], { tilt: 'still' }),
  video_dull:         attack(['WARNING_FAKED_SECURITY_FEATURES'],   { tilt: 'dull' }),
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
