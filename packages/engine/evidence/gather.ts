import { DOCUMENT_KINDS, type DocumentKind } from '@reident/domain';
import { anyToAlpha2, canTransliterate, parseBirthDate, parseExpiryDate, transliterate } from '@reident/mrz';
import { isBad } from '../checks/thresholds.ts';
import { descriptorDistance } from '../face/embedding-distance.ts';
import { turnTowards } from '../face/turn-towards.ts';
import {
  CAPTURE_STEPS,
  type CaptureReading,
  type CaptureStep,
  type MrzReading,
  type Quad,
} from '../readings/capture.ts';
import { stretchesOf } from '../video/choose-frames.ts';
import { titleIn } from '../viz/document-titles.ts';
import { NATIONALITY_WORDS, type VizField } from '../viz/field-labels.ts';
import { plain } from '../viz/normalise-text.ts';
import { type PairedFields, pairByLabels, pairByNumbers } from '../viz/pair-fields.ts';
import { documentKindOf } from './document-kind.ts';
import type {
  CaptureSource,
  ClaimedPerson,
  DocumentPicture,
  DocumentTypeEvidence,
  Duplicates,
  GatheredEvidence,
  HolderEvidence,
  LivenessFrame,
  MrzEvidence,
  Origin,
  PicturedFace,
  PicturedFaces,
  SecurityVideo,
  VizEvidence,
} from './evidence.ts';

export interface CapturedReading {
  step: CaptureStep;
  reading: CaptureReading;
  source: CaptureSource;
  /** ISO time of the capture. */
  capturedAt: string;
}

export interface EvidenceOrder {
  person: Partial<ClaimedPerson>;
  capturedOn: string;
  minimumAgeYears: number;
  /** What the customer chose to show; null or absent when unknown. */
  documentKind?: DocumentKind | null;
  /** Default: not required. */
  proofOfAddressRequired?: boolean;
  /** Steps whose file was sent for another person of the partner too; absent where nobody looked. */
  duplicateFiles?: readonly CaptureStep[];
  /** What another person of the partner showed too; absent where nobody looked. */
  duplicates?: Duplicates;
  /** Default: not asked. */
  securityVideoAsked?: boolean;
  /** What the customer said they cannot do, and went on without. Default: nothing. */
  leftOut?: readonly CaptureStep[];
}

/** Puts the readings of one session beside what was ordered. The last reading of a step stands for it. */
export function gatherEvidence(readings: readonly CapturedReading[], order: EvidenceOrder): GatheredEvidence {
  const latest = new Map(readings.map((captured) => [captured.step, captured]));
  const inOrder = stepOrder.flatMap((step) => latest.get(step) ?? []);
  const ofDocument = inOrder.filter(
    ({ step }) => CAPTURE_STEPS[step].shows === 'document' && CAPTURE_STEPS[step].media === 'picture',
  );

  const bearsMrz = !order.documentKind || DOCUMENT_KINDS[order.documentKind].mrzFormats.length > 0;
  const pictures = ofDocument.flatMap((captured) => documentPicture(captured, bearsMrz && !mrzOnFront(ofDocument)));
  const mrzPicture = bearsMrz ? mrzPictureOf(pictures) : null;
  const mrz = bestMrz(ofDocument, order.capturedOn);
  const viz = vizOf(ofDocument, order.documentKind === 'driving_licence');
  const portraitCapture = ofDocument.find(({ step }) => SHOWS_PORTRAIT.has(step));
  const portraitFaces = facesIn(portraitCapture);
  const portraitPicture = portraitFaces && {
    ...portraitFaces,
    documentGlare: portraitCapture?.reading.quality?.glareFraction ?? 0,
    template: portraitCapture?.reading.template ?? null,
    seams: portraitCapture?.reading.portraitSeams ?? null,
  };
  const selfieFaces = facesIn(latest.get('selfie'));
  const selfiePicture = selfieFaces && { ...selfieFaces, recapture: latest.get('selfie')?.reading.recapture ?? null };
  const portrait = largestFace(portraitPicture);
  const selfie = largestFace(selfiePicture);
  const proof = latest.get('proof_of_address');
  const [first, ...others] = pictures;

  return {
    person: {
      firstName: order.person.firstName ?? null,
      lastName: order.person.lastName ?? null,
      birthDate: order.person.birthDate ?? null,
      nationality: order.person.nationality ?? null,
      address: order.person.address ?? { street: null, postalCode: null, city: null },
      isTestCase: order.person.isTestCase ?? false,
    },
    capturedOn: order.capturedOn,
    minimumAgeYears: order.minimumAgeYears,
    proofOfAddressRequired: order.proofOfAddressRequired ?? false,
    securityVideoAsked: order.securityVideoAsked ?? false,
    leftOut: order.leftOut ?? [],
    documentPictures: first ? [first, ...others] : null,
    mrzPicture,
    mrz,
    viz,
    holder: holderOf(mrz, viz, bearsMrz),
    documentType: documentTypeOf(mrz, viz, bearsMrz ? null : (order.documentKind ?? null), first),
    portraitPicture,
    portrait,
    selfiePicture,
    selfie,
    liveness: livenessIn(latest.get('liveness')),
    securityVideo: securityVideoIn(latest.get('security_video')),
    faceDistance: portrait && selfie ? descriptorDistance(portrait.descriptor, selfie.descriptor) : null,
    duplicateFiles: order.duplicateFiles ?? null,
    duplicates: order.duplicates ?? null,
    proofOfAddress: proof
      ? {
          from: originOf(proof, null),
          lines: proof.reading.text?.map((line) => ({ ...line, from: originOf(proof, line.quad) })) ?? null,
        }
      : null,
  };
}

/** An MRZ tells first, then the printed title, then what the customer chose. */
function documentTypeOf(
  mrz: MrzEvidence | null,
  viz: VizEvidence | null,
  chosenWithoutMrz: DocumentKind | null,
  picture: DocumentPicture | undefined,
): DocumentTypeEvidence | null {
  if (mrz) {
    const { documentCode, issuingState } = mrz.fields;
    return { kind: documentKindOf(mrz.format, documentCode), issuingState, readFrom: 'mrz', from: mrz.from };
  }
  const title = viz && titleIn(viz.lines.filter(({ confidence }) => !isBad('vizConfidence', confidence)));
  if (title) {
    const from = viz.lines.find(({ quad }) => quad === title.line.quad)?.from ?? viz.from;
    return { kind: title.kind, issuingState: title.issuingState, readFrom: 'title', from };
  }
  if (!chosenWithoutMrz || !picture) return null;
  return { kind: chosenWithoutMrz, issuingState: null, readFrom: 'choice', from: picture.from };
}

const stepOrder = Object.keys(CAPTURE_STEPS) as CaptureStep[];

/** TD1 and TD2 carry the MRZ on the back, TD3 on the data page. */
const SHOWS_MRZ: ReadonlySet<CaptureStep> = new Set(['document_back', 'document_data_page']);
const SHOWS_PORTRAIT: ReadonlySet<CaptureStep> = new Set(['document_front', 'document_data_page']);

function originOf({ step, source, capturedAt }: CapturedReading, quad: Quad | null): Origin {
  return { step, source, capturedAt, quad };
}

/** Older identity cards carry portrait and MRZ on the front; their back then needs none. */
function mrzOnFront(captures: readonly CapturedReading[]): boolean {
  return captures.some(({ step, reading }) => step === 'document_front' && reading.mrz?.lines.length === 2);
}

/** The side that bears the MRZ or, where none was found, the one that should. */
function mrzPictureOf(pictures: readonly DocumentPicture[]): DocumentPicture | null {
  const expected = pictures.find(({ from }) => SHOWS_MRZ.has(from.step));
  return (expected?.hasMrz ? expected : pictures.find(({ hasMrz }) => hasMrz)) ?? expected ?? null;
}

/** @param mrzOnBack  whether the back of a card has to bear the MRZ */
function documentPicture(captured: CapturedReading, mrzOnBack: boolean): DocumentPicture[] {
  const { step, reading } = captured;
  if (reading.quality === null) return [];
  return [
    {
      from: originOf(captured, reading.document?.quad ?? null),
      quality: reading.quality,
      outline: reading.document ?? null,
      hasMrz: reading.mrz !== undefined,
      dataRead: dataRead(step, reading, mrzOnBack),
      penStrokes: reading.penStrokes ?? null,
      recapture: reading.recapture ?? null,
      bezel: reading.bezel ?? null,
      colour: reading.colour ?? null,
      faceCount: reading.faces ? reading.faces.length : null,
    },
  ];
}

/** The mandatory data that we read: the MRZ where there should be one, else the portrait. */
function dataRead(step: CaptureStep, { mrz, faces }: CaptureReading, mrzOnBack: boolean): boolean | null {
  if (mrz) return isLegible(mrz);
  if (step === 'document_back') return mrzOnBack ? false : null;
  if (step === 'document_data_page') return false;
  return faces ? faces.length > 0 : null;
}

/**
 * Whether the MRZ counts as read. One in which a check digit is wrong is a misreading, unless every character was read
 * with certainty: then the document itself is wrong, and that is evidence.
 */
export function isLegible({ valid, confidence }: MrzReading): boolean {
  return !isBad(valid ? 'mrzConfidence' : 'mrzConfidenceCertain', confidence);
}

/** An MRZ on a side where none belongs still tells what was shown; the one read most surely wins. */
function bestMrz(captures: readonly CapturedReading[], capturedOn: string): MrzEvidence | null {
  const candidates = captures.flatMap((captured) => {
    const { mrz } = captured.reading;
    return mrz && isLegible(mrz) ? [toEvidence(mrz, capturedOn, originOf(captured, mrz.quad))] : [];
  });
  return candidates.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
}

function toEvidence(mrz: MrzReading, capturedOn: string, from: Origin): MrzEvidence {
  const { format, lines, fields, checkDigits, problems, confidence, repaired, mirrored = false } = mrz;
  const wrongCheckDigits = checkDigits.flatMap(({ check, valid }) => (valid ? [] : [check]));
  const { birthDate, expiryDate, ...others } = fields;
  return {
    format,
    lines,
    fields: {
      ...others,
      birthDate: wrongCheckDigits.includes('birthDate') ? null : (parseBirthDate(birthDate, capturedOn)?.date ?? null),
      expiryDate:
        expiryDate === null || wrongCheckDigits.includes('expiryDate')
          ? null
          : (parseExpiryDate(expiryDate, capturedOn)?.date ?? null),
    },
    wrongCheckDigits,
    impossibleFields: [...new Set(problems.map(({ field }) => field))],
    confidence,
    repaired,
    mirrored,
    from,
  };
}

/** @param numbered  whether fields are marked by the numbers of a driving licence instead of labels */
function vizOf(captures: readonly CapturedReading[], numbered: boolean): VizEvidence | null {
  const sides = captures.filter(({ reading }) => reading.text !== undefined);
  const [first] = sides;
  if (!first) return null;
  const pairing = numbered ? pairByNumbers : pairByLabels;
  return {
    lines: sides.flatMap((captured) =>
      captured.reading.text!.map((line) => ({ ...line, from: originOf(captured, line.quad) })),
    ),
    overprint: sides.flatMap((captured) =>
      (captured.reading.overprint ?? []).map((line) => ({ ...line, from: originOf(captured, line.quad) })),
    ),
    // Places are those of one side, so each side is paired by itself; the front goes before the back.
    fields: Object.assign({}, ...sides.map(({ reading }) => pairing(reading.text!)).reverse()) as PairedFields,
    from: originOf(first, null),
  };
}

/** The VIZ stands in for the MRZ only where a document bears none, and only values that were read clearly. */
function holderOf(mrz: MrzEvidence | null, viz: VizEvidence | null, bearsMrz: boolean): HolderEvidence | null {
  const clearly = (field: VizField) => {
    const paired = viz?.fields[field];
    return paired && !isBad('vizConfidence', paired.line.confidence) ? paired.value : null;
  };
  const vizNationality = vizNationalityOf(clearly('nationality'));
  if (mrz) {
    const { primaryIdentifier, secondaryIdentifier, nameTruncated, birthDate, expiryDate, nationality } = mrz.fields;
    return {
      readFrom: 'mrz',
      primaryIdentifier,
      secondaryIdentifier,
      nameTruncated,
      birthDate,
      expiryDate,
      nationality: anyToAlpha2(nationality),
      vizNationality,
      from: mrz.from,
    };
  }
  if (!viz || bearsMrz) return null;
  const name = viz.lines.find(({ quad }) => quad === viz.fields.primaryIdentifier?.line.quad);
  return {
    readFrom: 'viz',
    primaryIdentifier: nameOf(clearly('primaryIdentifier')),
    secondaryIdentifier: nameOf(clearly('secondaryIdentifier')),
    nameTruncated: false,
    birthDate: clearly('birthDate'),
    expiryDate: clearly('expiryDate'),
    nationality: null,
    vizNationality,
    from: name?.from ?? viz.from,
  };
}

/** By code or word. */
function vizNationalityOf(printed: string | null): string | null {
  return printed === null ? null : anyToAlpha2(NATIONALITY_WORDS[plain(printed)] ?? plain(printed));
}

/** A printed name as an MRZ would have it: components separated by spaces. */
function nameOf(printed: string | null): string {
  return printed && canTransliterate(printed) ? transliterate(printed).replaceAll('<', ' ') : '';
}

function facesIn(captured: CapturedReading | undefined): PicturedFaces | null {
  if (!captured?.reading.faces) return null;
  return {
    from: originOf(captured, captured.reading.faces[0]?.quad ?? null),
    faces: captured.reading.faces,
    unclearFaces: captured.reading.unclearFaces ?? 0,
  };
}

function largestFace(picture: PicturedFaces | null): PicturedFace | null {
  const face = picture?.faces[0];
  return picture && face ? { ...face, from: { ...picture.from, quad: face.quad } } : null;
}

function livenessIn(captured: CapturedReading | undefined): readonly LivenessFrame[] | null {
  if (!captured?.reading.frames) return null;
  return stretchesOf(captured.reading.frames).map((stretch) => {
    const prompt = stretch[0]!.prompt;
    const shown = stretch.flatMap(({ faces: [face] = [], image }) => (face ? [{ face, image }] : []));
    const [best] = shown.sort((a, b) => turnTowards(prompt, b.face) - turnTowards(prompt, a.face));
    return {
      prompt,
      face: best ? { ...best.face, from: originOf(captured, null) } : null,
      image: best?.image ?? stretch[0]!.image,
      frames: stretch.map(({ faces = [] }) => faces),
    };
  });
}

function securityVideoIn(captured: CapturedReading | undefined): SecurityVideo | null {
  if (!captured?.reading.frames) return null;
  return {
    from: originOf(captured, null),
    frames: captured.reading.frames,
    clip: captured.reading.clip ?? null,
  };
}
