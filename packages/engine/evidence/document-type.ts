import type { DocumentKind as AcceptedKind } from '@reident/domain';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { titleIn } from '../viz/document-titles.ts';
import { documentKindOf } from './document-kind.ts';
import type { DocumentPicture, DocumentTypeEvidence, MrzEvidence, VizEvidence } from './evidence.ts';

interface ToldBy {
  mrz: MrzEvidence | null;
  viz: VizEvidence | null;
  /** What the customer chose to show; null when unknown. */
  kind: AcceptedKind | null;
  /** Whether such a document bears an MRZ: then the choice alone tells nothing. */
  bearsMrz: boolean;
  shown: DocumentPicture | null;
}

/** An MRZ tells first, then the printed title, then what the customer chose. */
export function documentTypeOf(
  { mrz, viz, kind, bearsMrz, shown }: ToldBy,
  { isBad }: Thresholds,
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
  if (bearsMrz || !kind || !shown) return null;
  return { kind, issuingState: null, readFrom: 'choice', from: shown.from };
}
