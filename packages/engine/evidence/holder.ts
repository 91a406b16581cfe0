import { anyToAlpha2, canTransliterate, transliterate } from '@reident/mrz';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { NATIONALITY_WORDS, type VizField } from '../viz/field-labels.ts';
import { plain } from '../viz/normalise-text.ts';
import type { HolderEvidence, MrzEvidence, VizEvidence } from './evidence.ts';

interface ToldBy {
  mrz: MrzEvidence | null;
  viz: VizEvidence | null;
  bearsMrz: boolean;
}

/** The VIZ stands in for the MRZ only where a document bears none, and only values that were read clearly. */
export function holderOf({ mrz, viz, bearsMrz }: ToldBy, { isBad }: Thresholds): HolderEvidence | null {
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
