import { REASONS } from '@reident/domain';
import { parseMrz } from '@reident/mrz';
import { expect, test } from 'vitest';
import {
  captured,
  drawnTemplate,
  GOOD_ORDER,
  GOOD_SEAMS,
  GOOD_VIZ,
  goodCardReadings,
  goodFace,
  goodFrame,
  goodLineTypography,
  goodLiveness,
  goodMrz,
  goodOcclusion,
  goodPassportReadings,
  goodReading,
  goodText,
  goodVideo,
  printedLine,
  SOMEWHERE,
  turnedHead,
} from '../../../tests/fixtures/engine/good-readings.ts';
import { packTemplate } from '../document/template.ts';
import type { CapturedReading, EvidenceOrder } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import type { CaptureReading } from '../readings/capture.ts';
import type { FaceReading } from '../readings/face.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { CHECKS } from './catalogue.ts';
import type { Finding, Outcome } from './definition/define-check.ts';
import { evaluateChecks } from './evaluate-checks.ts';

/** A session in which one thing differs from a good one, and what a check then says. */
interface Case {
  sentence: string;
  session: CapturedReading[];
  order?: Partial<EvidenceOrder>;
  check: string;
  outcome: Outcome;
  reason?: string;
}

const passport = (change: Partial<CaptureReading>): CapturedReading[] => [
  captured('document_data_page', change),
  captured('selfie'),
];
const passportMrz = (...mrz: Parameters<typeof goodMrz>): CapturedReading[] => passport({ mrz: goodMrz(...mrz) });
/** The good passport with other values in the VIZ, by row. */
const vizSaying = (values: Record<number, string>): CapturedReading[] =>
  passport({ text: goodText(GOOD_VIZ.map(([label, value], row) => [label, values[row] ?? value] as const)) });
/** The good passport, one of whose dates is printed otherwise. */
const reprinted = (change: Parameters<typeof goodLineTypography>[1], date = '11.08.2034'): CapturedReading[] =>
  passport({
    text: goodText().map((line) =>
      line.text === date ? { ...line, typography: goodLineTypography(line.box[1], change) } : line,
    ),
  });
const vizNationality = (word: string): CapturedReading[] =>
  passport({ text: goodText([...GOOD_VIZ, ['Staatsangehörigkeit / Nationality', word]]) });
/** A page without a legible MRZ, and nothing printed but these lines. */
const titled = (...lines: string[]): CapturedReading[] =>
  passport({ mrz: undefined, text: lines.map((line, row) => printedLine(line, row * 0.1)) });
const LICENCE = { documentKind: 'driving_licence' } as const;
const licence = (values: Record<number, string> = {}): CapturedReading[] => [
  captured('document_front', {
    text: ['1. GROSSMANN', '2. JORDIS', '3. 08.09.1990', '4a. 12.08.2024', '4b. 11.08.2034', '5. C5CLP49LK'].map(
      (line, row) => printedLine(values[row] ?? line, row * 0.1),
    ),
  }),
];
const card = (front: Partial<CaptureReading>, back: Partial<CaptureReading> = {}): CapturedReading[] => [
  captured('document_front', front),
  captured('document_back', back),
  captured('selfie'),
];
/** A good card with so much printed on its back. */
const addressed = (...lines: string[]) =>
  card({}, { text: ['Anschrift / Address', ...lines].map((line, row) => printedLine(line, row * 0.1)) });
const ADDRESS_ON_FILE = {
  proofOfAddressRequired: true,
  person: { ...GOOD_ORDER.person, address: { street: 'Heidestraße 17', postalCode: '51147', city: 'Köln' } },
} as const;
const selfie = (change: Partial<CaptureReading>): CapturedReading[] => [
  captured('document_data_page'),
  captured('selfie', change),
];
const faced = (occlusion: Parameters<typeof goodOcclusion>[0]) =>
  selfie({ faces: [goodFace({ occlusion: goodOcclusion(occlusion) })] });
const quality = (change: Partial<NonNullable<CaptureReading['quality']>>) => ({
  ...goodReading('selfie').quality!,
  ...change,
});
const outline = (change: Partial<NonNullable<CaptureReading['document']>>) => ({
  ...goodReading('document_front').document!,
  ...change,
});
const person = (change: EvidenceOrder['person']) => ({ person: { ...GOOD_ORDER.person, ...change } });
const oldFrenchMrz = () =>
  goodMrz({
    format: 'FRA_ID',
    documentCode: 'ID',
    issuingState: 'FRA',
    nationality: '',
    documentNumber: '123456789012',
    expiryDate: null,
  });
const brokenDigit = () =>
  parseMrz(goodMrz().lines.map((line, i) => (i === 1 ? `${line.slice(0, 19)}9${line.slice(20)}` : line)));
/** Of unit length too, and so far from the good face. */
const away = (distance: number) =>
  goodFace().descriptor.map((_, i) => [1 - distance ** 2 / 2, Math.sqrt(1 - (1 - distance ** 2 / 2) ** 2)][i] ?? 0);
const before = (face: FaceReading): FaceReading => ({ ...face, descriptorVersion: undefined });

const turnedTo = (left: number, right: number, change: Partial<FaceReading> = {}) => [
  ...goodPassportReadings(),
  goodLiveness({ left, right }, change),
];

const filmed = (...video: Parameters<typeof goodVideo>) => [...goodPassportReadings(), goodVideo(...video)];
const filmedFrames = (frame: Parameters<typeof goodFrame>[2], count = 12) =>
  filmed(0.1, { frames: Array.from({ length: count }, (_, i) => goodFrame(i * 280, 'tilt', frame)) });
/** The good video, but for what is changed in every frame after the first. */
const filmedOtherwise = (change: Parameters<typeof goodFrame>[2]) => {
  const [first, ...others] = goodVideo().reading.frames!;
  return filmed(0.1, { frames: [first!, ...others.map((frame) => ({ ...frame, ...change }))] });
};

// biome-ignore format: a table
const CASES: Case[] = [
  { sentence: 'a table without a document on it', session: passport({ document: undefined, mrz: undefined, faces: [] }), check: 'document-present', outcome: 'fail', reason: 'ID_DATA' },
  { sentence: 'no outline, and nobody looked for a portrait', session: passport({ document: undefined, mrz: undefined, faces: undefined }), check: 'document-present', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'a card that fills the picture', session: passport({ document: undefined }), check: 'document-present', outcome: 'pass' },

  { sentence: 'the front shown in place of the back', session: card({}, { mrz: undefined, faces: [goodFace()] }), check: 'document-right-side', outcome: 'fail', reason: 'ID_WRONG_SIDE' },
  { sentence: 'the back shown in place of the front', session: card({ mrz: goodMrz({ format: 'TD1', documentCode: 'ID' }), faces: [] }), check: 'document-right-side', outcome: 'fail', reason: 'ID_WRONG_SIDE' },
  { sentence: 'a cover shown in place of the data page: nothing tells the side', session: passport({ mrz: undefined, faces: [] }), check: 'document-right-side', outcome: 'pass' },
  { sentence: 'a data page whose portrait was not found', session: passport({ faces: [] }), check: 'document-right-side', outcome: 'pass' },
  { sentence: 'an older card with its MRZ on the front, whose portrait was not found', session: card({ mrz: goodMrz({ format: 'TD2', documentCode: 'I' }), faces: [] }, { mrz: undefined }), check: 'document-right-side', outcome: 'pass' },
  { sentence: 'an older card with MRZ and portrait on the front', session: card({ mrz: goodMrz({ format: 'TD2', documentCode: 'I' }) }, { mrz: undefined }), check: 'document-right-side', outcome: 'pass' },

  { sentence: 'a dark picture that could not be read', session: passport({ mrz: undefined, quality: quality({ brightness: 20 }) }), check: 'document-bright-enough', outcome: 'fail', reason: 'ID_DARKNESS' },
  { sentence: 'a dark picture that was read all the same', session: passport({ quality: quality({ brightness: 40 }) }), check: 'document-bright-enough', outcome: 'pass' },
  { sentence: 'a picture so dark that only a machine reads it', session: passport({ quality: quality({ brightness: 20 }) }), check: 'document-bright-enough', outcome: 'fail', reason: 'ID_DARKNESS' },
  { sentence: 'a picture with glare that could not be read', session: passport({ mrz: undefined, quality: quality({ glareFraction: 0.3 }) }), check: 'document-without-glare', outcome: 'fail', reason: 'ID_GLARE' },
  { sentence: 'a blurred picture that could not be read', session: passport({ mrz: undefined, quality: quality({ sharpness: 3 }) }), check: 'document-in-focus', outcome: 'fail', reason: 'ID_BLURRY' },
  { sentence: 'a front so blurred that a face is all that is left of it', session: card({ quality: quality({ sharpness: 3 }) }), check: 'document-in-focus', outcome: 'fail', reason: 'ID_BLURRY' },
  { sentence: 'a soft picture that was read all the same', session: passport({ quality: quality({ sharpness: 40 }) }), check: 'document-in-focus', outcome: 'pass' },
  { sentence: 'a blurred front on which no portrait was found', session: card({ faces: [], quality: quality({ sharpness: 3 }) }), check: 'document-in-focus', outcome: 'fail', reason: 'ID_BLURRY' },
  { sentence: 'a smooth table without a document on it', session: passport({ document: undefined, mrz: undefined, faces: [], quality: quality({ sharpness: 3 }) }), check: 'document-in-focus', outcome: 'pass' },
  { sentence: 'a picture from the side that could not be read', session: passport({ mrz: undefined, document: outline({ sideRatio: 0.75 }) }), check: 'document-seen-straight', outcome: 'fail', reason: 'ID_PERSPECTIVE' },
  { sentence: 'a shape seen from the side that bears neither MRZ nor portrait, as a table does', session: passport({ mrz: undefined, faces: [], document: outline({ sideRatio: 0.6 }) }), check: 'document-seen-straight', outcome: 'pass' },
  { sentence: 'a picture from the side that was read all the same', session: passport({ document: outline({ sideRatio: 0.75 }) }), check: 'document-seen-straight', outcome: 'pass' },
  { sentence: 'a picture from so far to the side that only a machine reads it', session: passport({ document: outline({ sideRatio: 0.6 }) }), check: 'document-seen-straight', outcome: 'fail', reason: 'ID_PERSPECTIVE' },
  { sentence: 'a picture from the side whose outline is only a guess', session: passport({ mrz: undefined, document: outline({ sideRatio: 0.5, foundBy: 'mrz' }) }), check: 'document-seen-straight', outcome: 'pass' },
  { sentence: 'a card half outside the picture', session: passport({ mrz: undefined, document: outline({ cutOff: true }) }), check: 'document-complete', outcome: 'fail', reason: 'ID_DATA_COVERED' },
  { sentence: 'a finger over the MRZ', session: passport({ mrz: undefined, quality: quality({ occludedFraction: 0.2 }) }), check: 'document-complete', outcome: 'fail', reason: 'ID_DATA_COVERED' },

  { sentence: 'a visa that only its title tells', session: titled('VISUM / VISA'), check: 'document-supported', outcome: 'fail', reason: 'ID_NOT_SUPPORTED' },
  { sentence: 'a residence permit that only its title tells', session: titled('BUNDESREPUBLIK DEUTSCHLAND', 'Aufenthaltstitel'), check: 'document-supported', outcome: 'inconclusive', reason: 'ID_NOT_SUPPORTED' },
  { sentence: 'a passport by its title', session: titled('RÉPUBLIQUE FRANÇAISE PASSEPORT'), check: 'document-supported', outcome: 'pass' },
  { sentence: 'a passport by its title, of a State that was not read', session: titled('PASSPORT'), check: 'document-supported', outcome: 'inconclusive', reason: 'ID_NOT_SUPPORTED' },
  { sentence: 'a page whose title was not read', session: titled('VISAGE'), check: 'document-supported', outcome: 'not_applicable' },
  { sentence: 'a visa', session: passportMrz({ format: 'MRV_A', documentCode: 'V' }), check: 'document-supported', outcome: 'fail', reason: 'ID_NOT_SUPPORTED' },
  { sentence: 'a residence permit', session: card({}, { mrz: goodMrz({ format: 'TD1', documentCode: 'AR' }) }), check: 'document-supported', outcome: 'inconclusive', reason: 'ID_NOT_SUPPORTED' },
  { sentence: 'a State that no table knows', session: passportMrz({ issuingState: 'QQQ' }), check: 'document-supported', outcome: 'inconclusive', reason: 'ID_NOT_SUPPORTED' },

  { sentence: 'a driving licence, which bears no MRZ', session: card({}, { mrz: undefined }), order: { documentKind: 'driving_licence' }, check: 'document-supported', outcome: 'inconclusive', reason: 'ID_NOT_SUPPORTED' },

  { sentence: 'no MRZ', session: passport({ mrz: undefined }), check: 'mrz-readable', outcome: 'fail', reason: 'ID_DATA' },
  { sentence: 'an MRZ that is hard to read', session: passportMrz({}, { confidence: -4 }), check: 'mrz-readable', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'an MRZ with a character that might be another', session: passportMrz({}, { confidence: -1.5 }), check: 'mrz-readable', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'an MRZ with a wrong check digit, perhaps misread', session: passport({ mrz: { ...goodMrz(), ...brokenDigit(), confidence: -1 } }), check: 'mrz-readable', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'a wrong check digit, read with certainty', session: passport({ mrz: { ...goodMrz(), ...brokenDigit(), confidence: -0.001 } }), check: 'mrz-check-digits', outcome: 'fail', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'an MRZ that was repaired', session: passportMrz({}, { repaired: 1 }), check: 'mrz-check-digits', outcome: 'inconclusive', reason: 'ID_DATA' },

  { sentence: 'a number as Germany gives it out', session: goodPassportReadings(), check: 'document-number-fits-issuing-state', outcome: 'pass' },
  { sentence: 'a German number with a letter that Germany never uses', session: passportMrz({ documentNumber: 'C5OLP49LK' }), check: 'document-number-fits-issuing-state', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a State whose numbers we do not know', session: passportMrz({ issuingState: 'UTO' }), check: 'document-number-fits-issuing-state', outcome: 'not_applicable' },
  { sentence: 'a number that was repaired', session: passportMrz({ documentNumber: 'C5OLP49LK' }, { repaired: 1 }), check: 'document-number-fits-issuing-state', outcome: 'not_applicable' },
  { sentence: 'a document of Utopia', session: passportMrz({ issuingState: 'UTO' }), check: 'not-a-specimen', outcome: 'fail', reason: 'WARNING_FAKED_SPECIMEN' },
  { sentence: 'the number of a published specimen', session: passportMrz({ documentNumber: 'L898902C3' }), check: 'not-a-specimen', outcome: 'fail', reason: 'WARNING_FAKED_SPECIMEN' },
  { sentence: 'a name that specimens bear', session: passportMrz({ primaryIdentifier: 'Mustermann' }), check: 'not-a-specimen', outcome: 'inconclusive', reason: 'WARNING_FAKED_SPECIMEN' },

  { sentence: 'the same name without the rule for umlauts', session: passportMrz({ primaryIdentifier: 'GROSSMANN', secondaryIdentifier: 'JORDIS' }), check: 'name-matches-person', outcome: 'pass' },
  { sentence: 'a second given name that the partner does not know', session: passportMrz({ secondaryIdentifier: 'Jördis Anna' }), check: 'name-matches-person', outcome: 'pass' },
  { sentence: 'another surname', session: passportMrz({ primaryIdentifier: 'Becker' }), check: 'name-matches-person', outcome: 'fail', reason: 'WARNING_NAME_COMPARISON' },
  { sentence: 'a person without a name', session: goodPassportReadings(), order: { person: {} }, check: 'name-matches-person', outcome: 'inconclusive', reason: 'WARNING_NAME_COMPARISON' },
  { sentence: 'a test case of the sandbox', session: goodPassportReadings(), order: person({ firstName: 'X-MANUALTEST-HAPPYPATH', isTestCase: true }), check: 'name-matches-person', outcome: 'not_applicable' },
  { sentence: 'a customer of a live tenant who is called like a test case', session: goodPassportReadings(), order: person({ firstName: 'X-MANUALTEST-HAPPYPATH' }), check: 'name-matches-person', outcome: 'fail', reason: 'WARNING_NAME_COMPARISON' },

  { sentence: 'another birth date', session: goodPassportReadings(), order: person({ birthDate: '1971-03-24' }), check: 'birth-date-matches-person', outcome: 'fail', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'day and month exchanged', session: goodPassportReadings(), order: person({ birthDate: '1990-08-09' }), check: 'birth-date-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'one digit mistyped', session: goodPassportReadings(), order: person({ birthDate: '1991-09-08' }), check: 'birth-date-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a birth date that the document does not know', session: passportMrz({ birthDate: '90<<<<' }), check: 'birth-date-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a birth date that the partner does not know', session: goodPassportReadings(), order: person({ birthDate: null }), check: 'birth-date-matches-person', outcome: 'not_applicable' },

  { sentence: 'the day before the eighteenth birthday', session: passportMrz({ birthDate: '080616' }), order: person({ birthDate: '2008-06-16' }), check: 'minimum-age', outcome: 'fail', reason: 'WARNING_USER_UNDERAGE' },
  { sentence: 'the eighteenth birthday', session: passportMrz({ birthDate: '080615' }), check: 'minimum-age', outcome: 'pass' },
  { sentence: 'a picture as a mirror shows it', session: passportMrz({}, { mirrored: true }), check: 'document-not-mirrored', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'a picture the right way round', session: goodPassportReadings(), check: 'document-not-mirrored', outcome: 'pass' },

  { sentence: 'a German, whose country MRZs write D', session: goodPassportReadings(), check: 'nationality-matches-person', outcome: 'pass' },
  { sentence: 'a partner that writes three letters', session: goodPassportReadings(), order: person({ nationality: 'DEU' }), check: 'nationality-matches-person', outcome: 'pass' },
  { sentence: 'another nationality, which may be a second one', session: passportMrz({ nationality: 'FRA' }), check: 'nationality-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a partner that knows no nationality', session: goodPassportReadings(), order: person({ nationality: null }), check: 'nationality-matches-person', outcome: 'not_applicable' },
  { sentence: 'a partner whose code no table knows', session: goodPassportReadings(), order: person({ nationality: 'QQ' }), check: 'nationality-matches-person', outcome: 'not_applicable' },
  { sentence: 'a refugee, whose code names no country', session: passportMrz({ nationality: 'XXB' }), check: 'nationality-matches-person', outcome: 'not_applicable' },
  { sentence: 'an old French card, whose MRZ has no field for it and is given to citizens only', session: card({ mrz: oldFrenchMrz() }), order: person({ nationality: 'FR' }), check: 'nationality-matches-person', outcome: 'pass' },
  { sentence: 'another nationality in the VIZ than in the MRZ', session: vizNationality('POLSKIE'), check: 'nationality-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'the nationality as a word', session: vizNationality('DEUTSCH'), check: 'nationality-matches-person', outcome: 'pass' },
  { sentence: 'a word that no table knows', session: vizNationality('KLINGONISCH'), check: 'nationality-matches-person', outcome: 'pass' },

  { sentence: 'an age that cannot be told', session: passportMrz({ birthDate: '90<<<<' }), check: 'minimum-age', outcome: 'inconclusive', reason: 'WARNING_USER_UNDERAGE' },

  { sentence: 'valid for thirty years to come', session: passportMrz({ expiryDate: '560811' }), check: 'document-already-issued', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'the last day of validity', session: passportMrz({ expiryDate: '260615' }), check: 'document-not-expired', outcome: 'pass' },
  { sentence: 'the day after the last day of validity', session: passportMrz({ expiryDate: '260614' }), check: 'document-not-expired', outcome: 'fail', reason: 'ID_EXPIRED' },
  { sentence: 'an old French card, whose MRZ bears no expiry', session: card({ mrz: oldFrenchMrz() }, { mrz: undefined }), check: 'document-not-expired', outcome: 'inconclusive', reason: 'ID_EXPIRED' },

  { sentence: 'an empty room in the selfie', session: selfie({ faces: [] }), check: 'selfie-shows-one-face', outcome: 'fail', reason: 'SELFIE_OTHER' },
  { sentence: 'a face whose features cannot be made out', session: selfie({ faces: [], unclearFaces: 1 }), check: 'selfie-shows-one-face', outcome: 'fail', reason: 'USER_OBSCURED' },
  { sentence: 'two people in the selfie', session: selfie({ faces: [goodFace(), goodFace({ eyeDistance: 100 })] }), check: 'selfie-shows-one-face', outcome: 'inconclusive', reason: 'SELFIE_OTHER' },
  { sentence: 'a passer-by far behind', session: selfie({ faces: [goodFace(), goodFace({ eyeDistance: 20 })] }), check: 'selfie-shows-one-face', outcome: 'pass' },
  { sentence: 'a selfie in the dark', session: selfie({ faces: [goodFace({ brightness: 15 })] }), check: 'selfie-bright-enough', outcome: 'fail', reason: 'SELFIE_DARKNESS' },
  { sentence: 'a blurred selfie', session: selfie({ faces: [goodFace({ sharpness: 1 })] }), check: 'selfie-in-focus', outcome: 'fail', reason: 'SELFIE_BLURRY' },
  { sentence: 'a profile', session: selfie({ faces: [goodFace({ pose: { yawDegrees: 60, pitchDegrees: 0, rollDegrees: 0 } })] }), check: 'selfie-seen-straight', outcome: 'fail', reason: 'SELFIE_PERSPECTIVE' },
  { sentence: 'a face far away', session: selfie({ faces: [goodFace({ eyeDistance: 12 })] }), check: 'selfie-seen-straight', outcome: 'fail', reason: 'SELFIE_PERSPECTIVE' },

  { sentence: 'a video of the security features', session: filmed(), order: { securityVideoAsked: true }, check: 'security-video-stored', outcome: 'pass' },
  { sentence: 'a video that was asked for and is not there', session: goodPassportReadings(), order: { securityVideoAsked: true }, check: 'security-video-stored', outcome: 'fail', reason: 'ID_SECURITY_FEATURE_VIDEO_FILE_MISSING' },
  { sentence: 'a video that the customer cannot make', session: goodPassportReadings(), order: { securityVideoAsked: true, leftOut: ['security_video'] }, check: 'security-video-stored', outcome: 'inconclusive', reason: 'ID_SECURITY_FEATURE_VIDEO_FILE_MISSING' },
  { sentence: 'a browser that records no clip', session: filmed(0.1, { clip: null }), check: 'security-video-stored', outcome: 'pass' },
  { sentence: 'a clip that no player opens', session: filmed(0.1, { clip: { format: 'webm', seconds: null, playable: false } }), check: 'security-video-stored', outcome: 'fail', reason: 'ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED' },
  { sentence: 'a clip in an unknown coding', session: filmed(0.1, { clip: { format: 'webm', seconds: 3, playable: null } }), check: 'security-video-stored', outcome: 'inconclusive', reason: 'ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED' },
  { sentence: 'a clip of a second and a half', session: filmed(0.1, { clip: { format: 'webm', seconds: 1.5, playable: true } }), check: 'security-video-long-enough', outcome: 'fail', reason: 'ID_SECURITY_FEATURE_VIDEO_SHORT' },
  { sentence: 'frames of half a second beside a long clip', session: filmedFrames({}, 3), check: 'security-video-long-enough', outcome: 'fail', reason: 'ID_SECURITY_FEATURE_VIDEO_SHORT' },
  { sentence: 'a video of three seconds', session: filmed(), check: 'security-video-long-enough', outcome: 'pass' },
  { sentence: 'a document that was tilted', session: filmed(), check: 'security-video-tilted', outcome: 'pass' },
  { sentence: 'a document that was held still', session: filmed(0), check: 'security-video-tilted', outcome: 'fail', reason: 'ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD' },
  { sentence: 'a document whose outline was lost', session: filmedFrames({ document: undefined }), check: 'security-video-tilted', outcome: 'inconclusive', reason: 'ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD' },
  { sentence: 'a video of the photographed document', session: filmed(), check: 'same-document-in-video', outcome: 'pass' },
  { sentence: 'a video of a document with another portrait', session: filmedFrames({ faces: [goodFace({ descriptor: away(1.2) })] }), check: 'same-document-in-video', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'a video of the photographed document', session: filmed(), check: 'video-shows-photographed-document', outcome: 'pass' },
  { sentence: 'a video of a document with other text', session: filmedFrames({ template: packTemplate(drawnTemplate(2)) }), check: 'video-shows-photographed-document', outcome: 'inconclusive', reason: 'WARNING_FAKED_SECURITY_FEATURES' },
  { sentence: 'a video in which no outline of a document is found', session: filmedFrames({ template: undefined }), check: 'video-shows-photographed-document', outcome: 'inconclusive', reason: 'WARNING_FAKED_SECURITY_FEATURES' },
  { sentence: 'a video in which the document stays the same', session: filmed(), check: 'video-shows-one-document', outcome: 'pass' },
  { sentence: 'a video into which another document comes', session: filmedOtherwise({ comparison: { alike: 0.78, blocks: 180, colourChange: 40 } }), check: 'video-shows-one-document', outcome: 'inconclusive', reason: 'WARNING_FAKED_SECURITY_FEATURES' },
  { sentence: 'a video whose frames cannot be compared', session: filmedOtherwise({ comparison: undefined }), check: 'video-shows-one-document', outcome: 'inconclusive', reason: 'WARNING_FAKED_SECURITY_FEATURES' },
  { sentence: 'a document that shimmers when it is tilted', session: filmed(), check: 'colours-change-with-tilt', outcome: 'pass' },
  { sentence: 'a document that keeps its colours when it is tilted', session: filmedOtherwise({ comparison: { alike: 0.98, blocks: 180, colourChange: 2.4 } }), check: 'colours-change-with-tilt', outcome: 'inconclusive', reason: 'WARNING_FAKED_SECURITY_FEATURES' },
  { sentence: 'a document that was not tilted', session: filmed(0), check: 'colours-change-with-tilt', outcome: 'not_applicable' },
  { sentence: 'a document without writing', session: goodPassportReadings(), check: 'document-not-written-on', outcome: 'pass' },
  { sentence: 'a signature beside the text', session: passport({ penStrokes: [{ quad: SOMEWHERE, length: 0.25, crossedLines: 0 }] }), check: 'document-not-written-on', outcome: 'pass' },
  { sentence: 'a stroke across a line of text', session: passport({ penStrokes: [{ quad: SOMEWHERE, length: 0.25, crossedLines: 1 }] }), check: 'document-not-written-on', outcome: 'inconclusive', reason: 'ID_WRITTEN_ON' },
  { sentence: 'half a page of handwriting', session: passport({ penStrokes: [{ quad: SOMEWHERE, length: 0.5, crossedLines: 0 }] }), check: 'document-not-written-on', outcome: 'inconclusive', reason: 'ID_WRITTEN_ON' },
  { sentence: 'a document on which nobody looked for writing', session: passport({ penStrokes: undefined }), check: 'document-not-written-on', outcome: 'inconclusive', reason: 'ID_WRITTEN_ON' },
  { sentence: 'a portrait as it was printed', session: goodPassportReadings(), check: 'portrait-not-replaced', outcome: 'pass' },
  { sentence: 'a portrait that is glued askew', session: passport({ portraitSeams: { ...GOOD_SEAMS, frameTurnDegrees: 0.8 } }), check: 'portrait-not-replaced', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'a portrait of a grain of its own', session: passport({ portraitSeams: { ...GOOD_SEAMS, grainRatio: 1.5 } }), check: 'portrait-not-replaced', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'a portrait without a frame, in the grain of the document', session: passport({ portraitSeams: { grainRatio: 0.75, frameTurnDegrees: null } }), check: 'portrait-not-replaced', outcome: 'pass' },
  { sentence: 'a portrait without a frame, a little coarser than the document', session: passport({ portraitSeams: { grainRatio: 1, frameTurnDegrees: null } }), check: 'portrait-not-replaced', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'a portrait that nobody measured', session: passport({ portraitSeams: undefined }), check: 'portrait-not-replaced', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'a document without a portrait', session: passport({ faces: [] }), check: 'portrait-not-replaced', outcome: 'not_applicable' },
  { sentence: 'a video in which no portrait is seen', session: filmedFrames({ faces: [] }), check: 'same-document-in-video', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },

  { sentence: 'a head that turned to both sides', session: turnedTo(25, 25), check: 'head-turned-as-asked', outcome: 'pass' },
  { sentence: 'a head whose features pass each other', session: turnedTo(25, 25), check: 'face-not-a-2d-attack', outcome: 'pass' },
  { sentence: 'a head whose features all move together', session: turnedTo(25, 25, { landmarks: turnedHead(0) }), check: 'face-not-a-2d-attack', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'a head whose features were not kept', session: turnedTo(25, 25, { landmarks: undefined }), check: 'face-not-a-2d-attack', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'the same person in all frames', session: turnedTo(25, 25), check: 'one-person-in-liveness-check', outcome: 'pass' },
  { sentence: 'somebody else for a while', session: turnedTo(25, 25, { descriptor: away(1.2) }), check: 'one-person-in-liveness-check', outcome: 'inconclusive', reason: 'WARNING_SELFIE_REAL_PERSON' },
  { sentence: 'a second person beside the first', session: [...goodPassportReadings(), captured('liveness', { frames: [goodFrame(0, 'left', { faces: [goodFace(), goodFace({ eyeDistance: 110 })] })], clip: null })], check: 'one-person-in-liveness-check', outcome: 'inconclusive', reason: 'SELFIE_OTHER' },
  { sentence: 'a photograph that was turned in place of a head', session: turnedTo(3, -2), check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'a head that turned to the wrong side', session: turnedTo(-25, -25), check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'another person in the turned frames', session: turnedTo(25, 25, { descriptor: away(1.2) }), check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'turned frames of another version of the network', session: turnedTo(25, 25, { descriptorVersion: 'another' }), check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },
  { sentence: 'frames of another version of the network', session: turnedTo(25, 25, { descriptorVersion: 'another' }), check: 'one-person-in-liveness-check', outcome: 'inconclusive', reason: 'WARNING_SELFIE_REAL_PERSON' },
  { sentence: 'a video whose frames were described by another version', session: filmedFrames({ faces: [before(goodFace())] }), check: 'same-document-in-video', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_PHOTO' },
  { sentence: 'nobody in the turned frames', session: [...goodPassportReadings(), captured('liveness', { frames: [goodFrame(0, 'left', { faces: [] }), goodFrame(500, 'right', { faces: [] })], clip: null })], check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },

  { sentence: 'a liveness check that never asked for the right', session: [...goodPassportReadings(), captured('liveness', { frames: [goodFrame(0, 'left')], clip: null })], check: 'head-turned-as-asked', outcome: 'inconclusive', reason: 'WARNING_SELFIE_NO_REAL_PERSON' },

  { sentence: 'a bare face', session: goodPassportReadings(), check: 'face-not-occluded', outcome: 'pass' },
  { sentence: 'dark glasses', session: faced({ eyeLuma: 0.14, eyeVariation: 0.01 }), check: 'face-not-occluded', outcome: 'fail', reason: 'USER_OBSCURED' },
  { sentence: 'eyes in deep shade', session: faced({ eyeLuma: 0.2 }), check: 'face-not-occluded', outcome: 'inconclusive', reason: 'USER_OBSCURED' },
  { sentence: 'eyes without anything in them', session: faced({ eyeVariation: 0.03 }), check: 'face-not-occluded', outcome: 'inconclusive', reason: 'USER_OBSCURED' },
  { sentence: 'a blue mask with folds', session: faced({ lowerHue: 0.5 }), check: 'face-not-occluded', outcome: 'fail', reason: 'USER_OBSCURED' },
  { sentence: 'a hand before the mouth', session: faced({ lowerHue: 0.1, lowerVariation: 0.05 }), check: 'face-not-occluded', outcome: 'fail', reason: 'USER_OBSCURED' },
  { sentence: 'a lower face without a mouth, of the colour of the skin', session: faced({ lowerVariation: 0.05 }), check: 'face-not-occluded', outcome: 'inconclusive', reason: 'USER_OBSCURED' },
  { sentence: 'a beard of quite another colour', session: faced({ lowerHue: 0.25 }), check: 'face-not-occluded', outcome: 'inconclusive', reason: 'USER_OBSCURED' },
  { sentence: 'a face that was read before occlusion was measured', session: selfie({ faces: [goodFace({ occlusion: undefined })] }), check: 'face-not-occluded', outcome: 'inconclusive', reason: 'USER_OBSCURED' },

  { sentence: 'no portrait on the document', session: card({ faces: [] }), check: 'portrait-present', outcome: 'inconclusive', reason: 'ID_DATA_COVERED' },
  { sentence: 'glare on the portrait', session: card({ faces: [goodFace({ glareFraction: 0.5 })] }), check: 'portrait-without-glare', outcome: 'fail', reason: 'SELFIE_GLARE' },
  { sentence: 'no portrait to be found under glare', session: card({ faces: [], quality: quality({ glareFraction: 0.1 }) }), check: 'portrait-without-glare', outcome: 'fail', reason: 'SELFIE_GLARE' },
  { sentence: 'another person in the selfie', session: selfie({ faces: [goodFace({ descriptor: away(1.5) })] }), check: 'portrait-matches-selfie', outcome: 'fail', reason: 'WARNING_SELFIE_REAL_PERSON' },
  { sentence: 'a person who might be another', session: selfie({ faces: [goodFace({ descriptor: away(1.1) })] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'WARNING_SELFIE_REAL_PERSON' },
  { sentence: 'a blurred selfie that is unlike the portrait', session: selfie({ faces: [goodFace({ descriptor: away(1.5), sharpness: 3 })] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'SELFIE_BLURRY' },
  { sentence: 'a dark selfie that is unlike the portrait', session: selfie({ faces: [goodFace({ descriptor: away(1.1), brightness: 9 })] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'SELFIE_DARKNESS' },
  { sentence: 'a blurred portrait that is unlike the selfie', session: passport({ faces: [goodFace({ descriptor: away(1.1), sharpness: 3 })] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'ID_BLURRY' },
  { sentence: 'a dark portrait that is unlike the selfie', session: passport({ faces: [goodFace({ descriptor: away(1.1), brightness: 9 })] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'ID_DARKNESS' },
  { sentence: 'a blurred selfie that is like the portrait all the same', session: selfie({ faces: [goodFace({ sharpness: 3 })] }), check: 'portrait-matches-selfie', outcome: 'pass' },
  { sentence: 'a selfie that was described before descriptors had versions', session: selfie({ faces: [before(goodFace())] }), check: 'portrait-matches-selfie', outcome: 'inconclusive', reason: 'WARNING_SELFIE_REAL_PERSON' },
  { sentence: 'the same person', session: goodPassportReadings(), check: 'portrait-matches-selfie', outcome: 'pass' },

  { sentence: 'a document with the pattern of a screen', session: passport({ recapture: { luma: 4, colour: 9 } }), check: 'document-not-from-screen', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_DOCUMENT' },
  { sentence: 'a document too small to look for a pattern', session: passport({ recapture: null }), check: 'document-not-from-screen', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_DOCUMENT' },
  { sentence: 'a document without a pattern', session: goodPassportReadings(), check: 'document-not-from-screen', outcome: 'pass' },
  { sentence: 'a document with the halftone dots of a print attack', session: passport({ recapture: { luma: 8, colour: 5 } }), check: 'document-not-a-print-attack', outcome: 'inconclusive', reason: 'WARNING_PAPER_PRINT' },
  { sentence: 'a document without dots', session: goodPassportReadings(), check: 'document-not-a-print-attack', outcome: 'pass' },
  { sentence: 'a document in its colours', session: goodPassportReadings(), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'a document without colour on a white sheet', session: passport({ colour: { spread: 0.003, sheetFraction: 0.9 } }), check: 'document-not-a-copy', outcome: 'fail', reason: 'WARNING_SCAN' },
  { sentence: 'a document without colour that was cut out', session: passport({ colour: { spread: 0.003, sheetFraction: 0 } }), check: 'document-not-a-copy', outcome: 'inconclusive', reason: 'WARNING_SCAN' },
  { sentence: 'an American page, which is printed pale', session: passport({ mrz: goodMrz({ issuingState: 'USA' }), colour: { spread: 0.003, sheetFraction: 0 } }), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'an American page in grey on a white sheet', session: passport({ mrz: goodMrz({ issuingState: 'USA' }), colour: { spread: 0.003, sheetFraction: 0.9 } }), check: 'document-not-a-copy', outcome: 'fail', reason: 'WARNING_SCAN' },
  { sentence: 'colours of two lamps over grey print and a grey portrait', session: passport({ colour: { spread: 0.06, sheetFraction: 0, printSpread: 0.02, portraitHue: 0.02 } }), check: 'document-not-a-copy', outcome: 'inconclusive', reason: 'WARNING_SCAN' },
  { sentence: 'grey print around a portrait in colour', session: passport({ colour: { spread: 0.06, sheetFraction: 0, printSpread: 0.02, portraitHue: 0.3 } }), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'a grey portrait, as lasers engrave it, on coloured print', session: passport({ colour: { spread: 0.06, sheetFraction: 0, printSpread: 0.1, portraitHue: 0.02 } }), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'hardly any colour, and a white sheet around', session: passport({ colour: { spread: 0.015, sheetFraction: 0.9 } }), check: 'document-not-a-copy', outcome: 'inconclusive', reason: 'WARNING_SCAN' },
  { sentence: 'a coloured document on a white table', session: passport({ colour: { spread: 0.09, sheetFraction: 1 } }), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'a document without an outline to measure in', session: passport({ colour: undefined }), check: 'document-not-a-copy', outcome: 'pass' },
  { sentence: 'a selfie with the pattern of a screen', session: selfie({ recapture: { luma: 8, colour: 4 } }), check: 'selfie-not-from-screen', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_SELFIE' },
  { sentence: 'a selfie too small to look for a pattern', session: selfie({ recapture: null }), check: 'selfie-not-from-screen', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_SELFIE' },

  { sentence: 'pictures that were sent for this person only', session: goodPassportReadings(), order: { duplicateFiles: [] }, check: 'files-not-seen-before', outcome: 'pass' },
  { sentence: 'a selfie that was sent for another person too', session: goodPassportReadings(), order: { duplicateFiles: ['selfie'] }, check: 'files-not-seen-before', outcome: 'inconclusive', reason: 'WARNING_FRAUD_OTHER' },

  { sentence: 'a number that nobody else showed', session: goodPassportReadings(), order: { duplicates: { documentNumber: false, sharedHashBands: {} } }, check: 'number-not-seen-before', outcome: 'pass' },
  { sentence: 'a number that another person showed', session: goodPassportReadings(), order: { duplicates: { documentNumber: true, sharedHashBands: {} } }, check: 'number-not-seen-before', outcome: 'inconclusive', reason: 'WARNING_FRAUD_OTHER' },
  { sentence: 'a number that was not read with certainty', session: goodPassportReadings(), order: { duplicates: { documentNumber: null, sharedHashBands: {} } }, check: 'number-not-seen-before', outcome: 'not_applicable' },
  { sentence: 'pictures that are like nobody else’s', session: goodPassportReadings(), order: { duplicates: { documentNumber: false, sharedHashBands: { document_data_page: 4, selfie: 12 } } }, check: 'pictures-not-seen-before', outcome: 'pass' },
  { sentence: 'a picture of a document that was sent smaller for another person', session: goodPassportReadings(), order: { duplicates: { documentNumber: false, sharedHashBands: { document_data_page: 9 } } }, check: 'pictures-not-seen-before', outcome: 'inconclusive', reason: 'WARNING_FRAUD_OTHER' },
  { sentence: 'a selfie that was coded anew for another person', session: goodPassportReadings(), order: { duplicates: { documentNumber: false, sharedHashBands: { selfie: 15 } } }, check: 'pictures-not-seen-before', outcome: 'inconclusive', reason: 'WARNING_FRAUD_OTHER' },

  { sentence: 'a passport without a proof of address', session: goodPassportReadings(), order: { proofOfAddressRequired: true }, check: 'address-shown', outcome: 'fail', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'a passport with a proof of address', session: [...goodPassportReadings(), captured('proof_of_address')], order: { proofOfAddressRequired: true }, check: 'address-shown', outcome: 'pass' },
  { sentence: 'a German identity card', session: goodCardReadings(), order: { proofOfAddressRequired: true }, check: 'address-shown', outcome: 'pass' },
  { sentence: 'a Polish identity card, of which some versions bear the address', session: card({}, { mrz: goodMrz({ format: 'TD1', documentCode: 'I', issuingState: 'POL' }) }), order: { proofOfAddressRequired: true }, check: 'address-shown', outcome: 'inconclusive', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'the address of the person on the back of a card, over two lines', session: addressed('51147 KOLN', 'HEIDESTR. 17'), order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'pass' },
  { sentence: 'the address of the person on one line', session: addressed('51147 Koln, Heidestrase 17'), order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'pass' },
  { sentence: 'another house in the same street', session: addressed('51147 KOLN', 'HEIDESTRASSE 71'), order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'inconclusive', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'an address that was not read', session: addressed(), order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'inconclusive', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'a bill to the person’s address', session: [...goodPassportReadings(), captured('proof_of_address', { text: ['Strom 2026', 'Heidestraße 17', '51147 Köln'].map((line, row) => printedLine(line, row * 0.1)) })], order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'pass' },
  { sentence: 'a bill to another address', session: [...goodPassportReadings(), captured('proof_of_address', { text: [printedLine('Am Mühlbach 3, 10115 Berlin', 0.1)] })], order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'inconclusive', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'a bill in which no text was looked for', session: [...goodPassportReadings(), captured('proof_of_address', { text: undefined })], order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'inconclusive', reason: 'USER_INVOICE_MISSING' },
  { sentence: 'a passport, which bears no address', session: goodPassportReadings(), order: ADDRESS_ON_FILE, check: 'address-matches-person', outcome: 'not_applicable' },
  { sentence: 'a partner that holds no address', session: goodCardReadings(), order: { proofOfAddressRequired: true }, check: 'address-matches-person', outcome: 'not_applicable' },
  { sentence: 'an address that the partner does not need', session: addressed('10115 BERLIN'), order: { ...ADDRESS_ON_FILE, proofOfAddressRequired: false }, check: 'address-matches-person', outcome: 'not_applicable' },
  { sentence: 'a partner that does not need the address', session: goodPassportReadings(), check: 'address-shown', outcome: 'not_applicable' },
  { sentence: 'a birth date that is printed otherwise than in the MRZ', session: vizSaying({ 2: '08.09.1980' }), check: 'mrz-matches-viz', outcome: 'fail', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'another surname in the VIZ', session: vizSaying({ 0: 'WOLFERSDORF' }), check: 'mrz-matches-viz', outcome: 'fail', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'another number in the VIZ', session: vizSaying({ 3: 'X7K2M9R4T' }), check: 'mrz-matches-viz', outcome: 'fail', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'another surname, not clearly read', session: passport({ text: goodText().map((line) => (line.text === 'GROSSMANN' ? { ...line, text: 'WOLFERSDORF', confidence: 0.7 } : line)) }), check: 'mrz-matches-viz', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a number in the VIZ that differs in one character', session: vizSaying({ 3: 'C5CLP49LM' }), check: 'mrz-matches-viz', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a document whose side with portrait and VIZ was not shown', session: passport({ faces: [] }), check: 'mrz-matches-viz', outcome: 'not_applicable' },
  { sentence: 'a page of which nothing printed was read', session: passport({ text: [] }), check: 'mrz-matches-viz', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'a page of which two fields were not read', session: passport({ text: goodText(GOOD_VIZ.slice(0, 3)) }), check: 'mrz-matches-viz', outcome: 'inconclusive', reason: 'ID_DATA' },
  { sentence: 'a page whose dates are printed alike', session: goodPassportReadings(), check: 'viz-font-consistent', outcome: 'pass' },
  { sentence: 'a date in thinner letters than the other', session: reprinted({ stroke: 0.14 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date in slanted letters', session: reprinted({ slant: 0.16 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date a tenth larger than the other', session: reprinted({ height: 0.022, length: 0.187 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date in narrower letters', session: reprinted({ length: 0.16 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date on background without fine lines', session: reprinted({ background: 0.006 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date that stands lower than the other values do', session: reprinted({ baseline: 0.4425 }), check: 'viz-font-consistent', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a date whose letters were not read clearly', session: passport({ text: goodText().map((line) => (line.text === '11.08.2034' ? { ...line, confidence: 0.6, typography: goodLineTypography(line.box[1], { stroke: 0.1 }) } : line)) }), check: 'viz-font-consistent', outcome: 'pass' },
  { sentence: 'a page whose letters nobody measured', session: passport({ text: goodText().map((line) => ({ ...line, typography: undefined })) }), check: 'viz-font-consistent', outcome: 'not_applicable' },
  { sentence: 'a document on a table', session: goodPassportReadings(), check: 'document-not-in-a-device', outcome: 'pass' },
  { sentence: 'a document beside one dark edge', session: passport({ bezel: { sides: 1, quad: SOMEWHERE } }), check: 'document-not-in-a-device', outcome: 'pass' },
  { sentence: 'a document in the dark frame of a tablet', session: passport({ bezel: { sides: 4, quad: SOMEWHERE } }), check: 'document-not-in-a-device', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_DOCUMENT' },
  { sentence: 'a document around which nobody looked for a frame', session: passport({ bezel: undefined }), check: 'document-not-in-a-device', outcome: 'inconclusive', reason: 'WARNING_DIGITAL_DOCUMENT' },
  { sentence: 'a picture in which no outline was found to look around', session: passport({ document: undefined, bezel: undefined }), check: 'document-not-in-a-device', outcome: 'not_applicable' },
  { sentence: 'a page on which the word SPECIMEN is printed', session: passport({ text: [...goodText(), printedLine('- Specimen -', 0.8)] }), check: 'viz-not-a-specimen', outcome: 'fail', reason: 'WARNING_FAKED_SPECIMEN' },
  { sentence: 'a page on which the word Muster is printed', session: passport({ text: [...goodText(), printedLine('MUSTER', 0.8)] }), check: 'viz-not-a-specimen', outcome: 'inconclusive', reason: 'WARNING_FAKED_SPECIMEN' },
  { sentence: 'the word SPECIMEN across the page, read without its beginning', session: passport({ overprint: [printedLine('ECIMEN', 0.3)] }), check: 'viz-not-a-specimen', outcome: 'inconclusive', reason: 'WARNING_FAKED_SPECIMEN' },
  { sentence: 'scraps of text seen askew', session: passport({ overprint: [printedLine('MARAT', 0.3), printedLine('CIMEN', 0.3), printedLine('ECIMEN', 0.5, { confidence: 0.6 })] }), check: 'viz-not-a-specimen', outcome: 'pass' },
  { sentence: 'a name that begins like that word', session: passport({ text: [...goodText(), printedLine('MUSTERSTADT', 0.8)] }), check: 'viz-not-a-specimen', outcome: 'pass' },
  { sentence: 'a driving licence of the person', session: licence(), order: LICENCE, check: 'name-matches-person', outcome: 'pass' },
  { sentence: 'a driving licence of somebody else', session: licence({ 0: '1. WOLFERSDORF', 1: '2. HANNA' }), order: LICENCE, check: 'name-matches-person', outcome: 'inconclusive', reason: 'WARNING_NAME_COMPARISON' },
  { sentence: 'a driving licence with the person’s birth date', session: licence(), order: LICENCE, check: 'birth-date-matches-person', outcome: 'pass' },
  { sentence: 'a driving licence with another birth date', session: licence({ 2: '3. 01.02.1975' }), order: LICENCE, check: 'birth-date-matches-person', outcome: 'inconclusive', reason: 'WARNING_MANIPULATED_DATA' },
  { sentence: 'a driving licence of somebody too young', session: licence({ 2: '3. 08.09.2015' }), order: LICENCE, check: 'minimum-age', outcome: 'inconclusive', reason: 'WARNING_USER_UNDERAGE' },
  { sentence: 'a driving licence that has expired', session: licence({ 4: '4b. 11.08.2024' }), order: LICENCE, check: 'document-not-expired', outcome: 'fail', reason: 'ID_EXPIRED' },
  { sentence: 'a driving licence on which nothing was read', session: [captured('document_front', { text: [] })], order: LICENCE, check: 'document-not-expired', outcome: 'inconclusive', reason: 'ID_EXPIRED' },
];

function findingOf({ session, order, check }: Case): Finding {
  const evidence = gatherEvidence(session, { ...GOOD_ORDER, ...order });
  return CHECKS.find(({ id }) => id === check)!.answer(evidence, STANDARD_THRESHOLDS);
}

test.each(CASES)('$check: $sentence → $outcome $reason', (one) => {
  const { outcome, reason } = findingOf(one);
  expect({ outcome, reason }).toEqual({ outcome: one.outcome, reason: one.reason ?? null });
});

test.each([
  ['passport', goodPassportReadings()],
  ['identity card', goodCardReadings()],
])('a good session with a %s passes every check that applies', (_, session) => {
  const findings = evaluateChecks(gatherEvidence(session, GOOD_ORDER));
  expect(findings.filter(({ outcome }) => outcome !== 'pass')).toEqual([
    ...['stored', 'long-enough', 'tilted'].map((name) =>
      expect.objectContaining({ check: `security-video-${name}`, outcome: 'not_applicable' }),
    ),
    ...[
      'same-document-in-video',
      'video-shows-photographed-document',
      'video-shows-one-document',
      'colours-change-with-tilt',
    ].map((check) => expect.objectContaining({ check, outcome: 'not_applicable' })),
    expect.objectContaining({ check: 'files-not-seen-before', outcome: 'not_applicable' }),
    expect.objectContaining({ check: 'pictures-not-seen-before', outcome: 'not_applicable' }),
    expect.objectContaining({ check: 'number-not-seen-before', outcome: 'not_applicable' }),
    expect.objectContaining({ check: 'address-shown', outcome: 'not_applicable' }),
    expect.objectContaining({ check: 'address-matches-person', outcome: 'not_applicable' }),
  ]);
});

test('every reason that a check may raise is raised by a case above, and no other', () => {
  const raised = CASES.flatMap((one) => (one.reason ? [`${one.check} ${one.reason}`] : []));
  const declared = CHECKS.flatMap(({ id, raises }) => raises.map((reason) => `${id} ${reason}`));
  expect([...new Set(raised)].sort()).toEqual([...declared].sort());
});

test('a check with which software may cancel or suspect raises a reason that the table gives to the engine', () => {
  const failing = CASES.filter(({ outcome }) => outcome === 'fail').map(({ reason }) => reason as keyof typeof REASONS);
  expect(failing.filter((reason) => REASONS[reason].raisedBy !== 'engine')).toEqual([]);
});

test('check ids are unique', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

test('without evidence no question passes, and each says what is missing', () => {
  const findings = evaluateChecks(gatherEvidence([], GOOD_ORDER));
  expect(findings.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  const withoutVideo = findings.filter(({ missing }) => missing === undefined).map(({ outcome }) => outcome);
  expect(new Set(withoutVideo)).toEqual(new Set(['not_applicable']));
  expect(findings.filter(({ check, missing }) => missing === undefined && !/video|tilt/.test(check))).toEqual([]);
});

test('a finding says where in which picture it was seen', () => {
  const [finding] = evaluateChecks(gatherEvidence(passportMrz({ expiryDate: '200101' }), GOOD_ORDER)).filter(
    ({ check }) => check === 'document-not-expired',
  );
  expect(finding?.region).toEqual({ step: 'document_data_page', quad: goodMrz().quad });
  expect(finding?.observed).toEqual({ expiryDate: '2020-01-01', capturedOn: '2026-06-15' });
});
