import type { CaptureReading, CaptureStep } from '../readings/capture.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';
import type { CapturedReading, DocumentPicture, Evidence } from './evidence.ts';
import { isLegible } from './legible-mrz.ts';
import { originOf } from './origin.ts';

/** TD1 and TD2 carry the MRZ on the back, TD3 on the data page. */
const SHOWS_MRZ: ReadonlySet<CaptureStep> = new Set(['document_back', 'document_data_page']);

/**
 * Every picture of the document; null without any.
 *
 * @param captures  of the document, front before back
 * @param bearsMrz  whether such a document bears a machine-readable zone at all
 */
export function documentPictures(
  captures: readonly CapturedReading[],
  bearsMrz: boolean,
  thresholds: Thresholds,
): Evidence['documentPictures'] | null {
  const mrzOnBack = bearsMrz && !mrzOnFront(captures);
  const [first, ...others] = captures.flatMap((captured) => documentPicture(captured, mrzOnBack, thresholds));
  return first ? [first, ...others] : null;
}

/** The side that bears the MRZ or, where none was found, the one that should. */
export function mrzPictureOf(pictures: readonly DocumentPicture[]): DocumentPicture | null {
  const expected = pictures.find(({ from }) => SHOWS_MRZ.has(from.step));
  return (expected?.hasMrz ? expected : pictures.find(({ hasMrz }) => hasMrz)) ?? expected ?? null;
}

/** Older identity cards carry portrait and MRZ on the front; their back then needs none. */
function mrzOnFront(captures: readonly CapturedReading[]): boolean {
  return captures.some(({ step, reading }) => step === 'document_front' && reading.mrz?.lines.length === 2);
}

/** @param mrzOnBack  whether the back of a card has to bear the MRZ */
function documentPicture(captured: CapturedReading, mrzOnBack: boolean, thresholds: Thresholds): DocumentPicture[] {
  const { step, reading } = captured;
  if (reading.quality === null) return [];
  return [
    {
      from: originOf(captured, reading.document?.quad ?? null),
      quality: reading.quality,
      outline: reading.document ?? null,
      hasMrz: reading.mrz !== undefined,
      mrzLines: reading.mrz && isLegible(reading.mrz, thresholds) ? reading.mrz.lines.length : 0,
      dataRead: dataRead(step, reading, mrzOnBack, thresholds),
      penStrokes: reading.penStrokes ?? null,
      recapture: reading.recapture ?? null,
      bezel: reading.bezel ?? null,
      colour: reading.colour ?? null,
      faceCount: reading.faces ? reading.faces.length : null,
    },
  ];
}

/** The mandatory data that we read: the MRZ where there should be one, else the portrait. */
function dataRead(
  step: CaptureStep,
  { mrz, faces }: CaptureReading,
  mrzOnBack: boolean,
  thresholds: Thresholds,
): boolean | null {
  if (mrz) return isLegible(mrz, thresholds);
  if (step === 'document_back') return mrzOnBack ? false : null;
  if (step === 'document_data_page') return false;
  return faces ? faces.length > 0 : null;
}
