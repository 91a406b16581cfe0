import { createHash } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import {
  type CaptureReading,
  type CaptureStep,
  type CheckId,
  type EngineHost,
  evaluateChecks,
  type Finding,
  feedbackFor,
  gatherEvidence,
} from '@reident/engine';
import { isLegible } from '../../../packages/engine/evidence/legible-mrz.ts';
import { STANDARD_THRESHOLDS } from '../../../packages/engine/thresholds/thresholds.ts';
import { distanceInside, folded } from '../../../packages/engine/viz/normalise-text.ts';
import { type AnnotatedPicture, outlineError, type Photographed } from './annotation.ts';
import { isRaised } from './measure-case.ts';
import type { MeasuredViz } from './measure-mrz.ts';

/** What the engine made of one photograph of a document, beside what people noted about it. No text of the document is kept. */
export interface MeasuredPicture {
  key: string;
  group: string;
  document: string;
  kind: Photographed;
  /** Worst corner, in parts of the document's width; null where no outline was found, absent where no corners were noted. */
  outlineError?: number | null;
  /** Null where nothing looked like an MRZ. */
  mrz: ReadMrz | null;
  viz: MeasuredViz;
  /** The published reason for which the customer is asked for another picture; null where the picture is taken. */
  advice: string | null;
  /** Checks of `GENUINENESS` that failed or could not tell. */
  doubts: CheckId[];
  cpuSeconds: number;
}

/** An MRZ as it was read. Two with the same fingerprint say the same: whoever photographs real documents leaves no names in a file. */
interface ReadMrz {
  fingerprint: string;
  /** All check digits right, and no character changed to make them so. */
  sure: boolean;
  accepted: boolean;
}

/** Reads one photograph the real way: bytes, engine process, reading; then asks what this picture alone can answer. */
export async function measurePicture(
  picture: AnnotatedPicture,
  bytes: Uint8Array,
  host: EngineHost,
  cpu: () => number,
): Promise<MeasuredPicture> {
  const before = cpu();
  const step = stepOf(picture.group);
  try {
    const reading = await host.read({ step, bytes, contentType: 'image/jpeg' });
    return judgePicture(picture, reading, cpu() - before);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    // Refused before it was read: the customer is told so, and nothing in it was found.
    const nothing: CaptureReading = { step, engineVersion: '', image: { width: 1, height: 1 }, quality: null };
    return { ...judgePicture(picture, nothing, cpu() - before), advice: error.code, doubts: [] };
  }
}

export function judgePicture(
  { key, group, document: shown, kind, corners, fields }: AnnotatedPicture,
  reading: CaptureReading,
  cpuSeconds: number,
): MeasuredPicture {
  const { step, mrz, image, document, text = [] } = reading;
  const lines = text.map((line) => folded(line.text));
  return {
    key,
    group,
    document: shown,
    kind,
    ...(corners && image && { outlineError: document ? outlineError(document.quad, corners, image) : null }),
    mrz: mrz
      ? {
          fingerprint: fingerprintOf(mrz.lines),
          sure: mrz.valid && mrz.repaired === 0,
          accepted: isLegible(mrz, STANDARD_THRESHOLDS),
        }
      : null,
    viz: Object.fromEntries(
      Object.entries(fields).map(([field, printed]) => [
        field,
        lines.some((line) => distanceInside(folded(printed), line) === 0),
      ]),
    ),
    advice: feedbackFor(step, reading).reason,
    doubts: findingsOf(step, reading).flatMap((finding) => (isDoubt(finding) ? [finding.check as CheckId] : [])),
    cpuSeconds,
  };
}

export function fingerprintOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

/** Nothing is known about a person and nothing else was shown, so that only questions about this picture can be asked. */
function findingsOf(step: CaptureStep, reading: CaptureReading): Finding[] {
  const day = '2020-01-01';
  return evaluateChecks(
    gatherEvidence([{ step, reading, source: 'camera', capturedAt: `${day}T10:00:00.000Z` }], {
      person: {},
      capturedOn: day,
      minimumAgeYears: 0,
    }),
  );
}

/** Checks that ask whether the document is genuine and one picture can answer; whether it is a specimen is no question here. */
export const GENUINENESS: readonly CheckId[] = [
  'mrz-check-digits',
  'document-number-fits-issuing-state',
  'mrz-matches-viz',
  'viz-font-consistent',
  'document-not-written-on',
  'portrait-not-replaced',
  'document-not-from-screen',
  'document-not-in-a-device',
  'document-not-a-print-attack',
  'document-not-a-copy',
];

/** The checks of which one should doubt what was photographed. */
export const NOTICED_BY: Partial<Record<Photographed, readonly CheckId[]>> = {
  grey_copy: ['document-not-a-copy', 'document-not-a-print-attack'],
  colour_copy: ['document-not-a-copy', 'document-not-a-print-attack'],
  screen: ['document-not-from-screen', 'document-not-in-a-device'],
};

function isDoubt(finding: Finding): boolean {
  const { check, missing, reason } = finding;
  // What could not be read is no doubt about the document, though a person looks.
  if (!isRaised(finding) || missing !== undefined || reason === 'ID_DATA') return false;
  return (GENUINENESS as readonly string[]).includes(check);
}

/** Which side a folder's pictures show, as its name says: passports have one side that counts. */
export function stepOf(group: string): CaptureStep {
  if (/back/i.test(group)) return 'document_back';
  return /passport|data_page/i.test(group) ? 'document_data_page' : 'document_front';
}

type Truth = [document: string, mrz: { fingerprint: string; noted: boolean }];

/**
 * What the MRZ of each piece of paper says, by fingerprint: as it was noted, else the sure reading that was seen most often, in at
 * least two photographs. The latter can be wrong in the same way every time, which the page says.
 */
export function truthsOf(
  pictures: readonly AnnotatedPicture[],
  measured: readonly MeasuredPicture[],
): ReadonlyMap<Truth[0], Truth[1]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { document, mrz } of measured) {
    if (!mrz?.sure) continue;
    const own = counts.get(document) ?? new Map<string, number>();
    counts.set(document, own.set(mrz.fingerprint, (own.get(mrz.fingerprint) ?? 0) + 1));
  }
  const agreed = [...counts].flatMap<Truth>(([document, own]) => {
    const [first, second] = [...own].sort(([, a], [, b]) => b - a);
    if (!first || first[1] < 2 || first[1] === second?.[1]) return [];
    return [[document, { fingerprint: first[0], noted: false }]];
  });
  const noted = pictures.flatMap<Truth>(({ document, lines }) =>
    lines ? [[document, { fingerprint: fingerprintOf(lines), noted: true }]] : [],
  );
  return new Map([...agreed, ...noted]);
}
