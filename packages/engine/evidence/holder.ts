import { anyToAlpha2, canTransliterate, transliterate } from '@reident/mrz';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { NATIONALITY_WORDS, type VizField } from '../viz/field-labels.ts';
import { plain } from '../viz/normalise-text.ts';
import type { HolderEvidence, MrzEvidence, VisualZoneEvidence } from './evidence.ts';

interface ToldBy {
  mrz: MrzEvidence | null;
  visualZone: VisualZoneEvidence | null;
  bearsZone: boolean;
}

/** Print stands in for the zone only where a document bears none, and only values that were read clearly. */
export function holderOf({ mrz, visualZone, bearsZone }: ToldBy, { isBad }: Thresholds): HolderEvidence | null {
  const clearly = (field: VizField) => {
    const paired = visualZone?.fields[field];
    return paired && !isBad('printConfidence', paired.line.confidence) ? paired.value : null;
  };
  const printedNationality = printedNationalityOf(clearly('nationality'));
  if (mrz) {
    const { primaryIdentifier, secondaryIdentifier, nameTruncated, birthDate, expiryDate, nationality } = mrz.fields;
    return {
      readFrom: 'zone',
      primaryIdentifier,
      secondaryIdentifier,
      nameTruncated,
      birthDate,
      expiryDate,
      nationality: anyToAlpha2(nationality),
      printedNationality,
      from: mrz.from,
    };
  }
  if (!visualZone || bearsZone) return null;
  const name = visualZone.lines.find(({ quad }) => quad === visualZone.fields.primaryIdentifier?.line.quad);
  return {
    readFrom: 'print',
    primaryIdentifier: nameOf(clearly('primaryIdentifier')),
    secondaryIdentifier: nameOf(clearly('secondaryIdentifier')),
    nameTruncated: false,
    birthDate: clearly('birthDate'),
    expiryDate: clearly('expiryDate'),
    nationality: null,
    printedNationality,
    from: name?.from ?? visualZone.from,
  };
}

/** By code or word. */
function printedNationalityOf(printed: string | null): string | null {
  return printed === null ? null : anyToAlpha2(NATIONALITY_WORDS[plain(printed)] ?? plain(printed));
}

/** A printed name as a zone would have it: components separated by spaces. */
function nameOf(printed: string | null): string {
  return printed && canTransliterate(printed) ? transliterate(printed).replaceAll('<', ' ') : '';
}
