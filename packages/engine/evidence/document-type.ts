import type { DocumentKind as AcceptedKind } from '@reident/domain';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { titleIn } from '../viz/document-titles.ts';
import { documentKindOf } from './document-kind.ts';
import type { DocumentPicture, DocumentTypeEvidence, MrzEvidence, VisualZoneEvidence } from './evidence.ts';

interface ToldBy {
  mrz: MrzEvidence | null;
  visualZone: VisualZoneEvidence | null;
  /** What the customer chose to show; null when unknown. */
  kind: AcceptedKind | null;
  /** Whether such a document bears a zone: then the choice alone tells nothing. */
  bearsZone: boolean;
  shown: DocumentPicture | null;
}

/** A zone tells first, then the printed title, then what the customer chose. */
export function documentTypeOf(
  { mrz, visualZone, kind, bearsZone, shown }: ToldBy,
  { isBad }: Thresholds,
): DocumentTypeEvidence | null {
  if (mrz) {
    const { documentCode, issuingState } = mrz.fields;
    return { kind: documentKindOf(mrz.format, documentCode), issuingState, readFrom: 'zone', from: mrz.from };
  }
  const title =
    visualZone && titleIn(visualZone.lines.filter(({ confidence }) => !isBad('printConfidence', confidence)));
  if (title) {
    const from = visualZone.lines.find(({ quad }) => quad === title.line.quad)?.from ?? visualZone.from;
    return { kind: title.kind, issuingState: title.issuingState, readFrom: 'title', from };
  }
  if (bearsZone || !kind || !shown) return null;
  return { kind, issuingState: null, readFrom: 'choice', from: shown.from };
}
