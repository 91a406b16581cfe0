import type { CaptureReading, EngineHost } from '@reident/engine';
import type { FieldName, Sample } from '@reident/samples';
import { isLegible } from '../../../packages/engine/evidence/legible-mrz.ts';
import { STANDARD_THRESHOLDS } from '../../../packages/engine/thresholds/thresholds.ts';
import { distanceInside, folded } from '../../../packages/engine/viz/normalise-text.ts';
import { type MrzLevel, type MrzPhoto, photographMrz } from '../mrz-levels/levels.ts';

/** What the engine read of one photo of an MRZ and of the print around it, against its truth. */
export interface MeasuredMrz {
  level: MrzLevel;
  seed: string;
  index: number;
  /** Every character right, accepted or not. */
  exact: boolean;
  accepted: boolean;
  /** No symbol of the MRZ was erased by a reflection. Where one was, nobody reads the MRZ, and the customer is asked again. */
  legible: boolean;
  /** A second photo of the level was taken because the first was not accepted; null when it was. */
  retake: { exact: boolean; accepted: boolean } | null;
  viz: MeasuredViz;
  cpuSeconds: number;
}

/** Of the fields printed on the side: whether the text stands exactly in some line that was read, marks folded. */
export type MeasuredViz = Partial<Record<PrintedField, boolean>>;

export const VIZ_FIELDS = ['lastName', 'firstName', 'documentNumber', 'birthDate', 'expiresOn'] as const;
export type PrintedField = (typeof VIZ_FIELDS)[number] & FieldName;

/** The retake is another photo of the same level: nothing says that the customer does better, but the light falls elsewhere. */
const RETAKE = 100_000;

export async function measureMrz(
  level: MrzLevel,
  seed: string,
  index: number,
  host: EngineHost,
  cpu: () => number,
): Promise<MeasuredMrz> {
  const photo = await photographMrz(level, seed, index);
  const before = cpu();
  const reading = await readOf(photo, host);
  const cpuSeconds = cpu() - before;
  const first = judge(photo, reading);
  let retake: MeasuredMrz['retake'] = null;
  if (!first.accepted) {
    const again = await photographMrz(level, seed, index + RETAKE);
    retake = judge(again, await readOf(again, host));
  }
  return {
    level,
    seed,
    index,
    ...first,
    legible: photo.erased.length === 0,
    retake,
    viz: vizOf(photo.fields, reading),
    cpuSeconds,
  };
}

function readOf({ jpeg, step }: MrzPhoto, host: EngineHost): Promise<CaptureReading> {
  return host.read({ step, bytes: jpeg, contentType: 'image/jpeg' });
}

function judge({ lines }: MrzPhoto, { mrz }: CaptureReading): { exact: boolean; accepted: boolean } {
  return {
    exact: mrz?.lines.join() === lines.join(),
    accepted: mrz !== undefined && isLegible(mrz, STANDARD_THRESHOLDS),
  };
}

export function vizOf(fields: Sample['truth']['fields'], { text = [] }: CaptureReading): MeasuredViz {
  const read = text.map((line) => folded(line.text));
  return Object.fromEntries(
    VIZ_FIELDS.flatMap((field) => {
      const printed = fields[field];
      if (!printed) return [];
      const sought = folded(printed.text);
      return [[field, read.some((line) => distanceInside(sought, line) === 0)]];
    }),
  );
}
