import { isStateCode, toAlpha2 } from '@reident/mrz';
import type { DocumentKind } from '../../readings/document.ts';
import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is this a document that we accept?
 *
 * A residence permit alone proves an identity in some cases only, and a driving licence bears no MRZ that we read, so a
 * specialist decides; so it is for an issuing State that no table knows. Where no MRZ is legible the printed title tells.
 */
export const documentSupported = defineCheck({
  id: 'document-supported',
  needs: ['documentType'],
  raises: ['ID_NOT_SUPPORTED'],
  evaluate({ documentType: { kind, issuingState, readFrom, from } }) {
    const issuingCountry = issuingState && toAlpha2(issuingState);
    const observed = { kind: coded(kind), readFrom: coded(readFrom), issuingState, issuingCountry };
    if (ACCEPTANCE[kind] === 'accepted' && !isStateCode(issuingState ?? ''))
      return inconclusive('ID_NOT_SUPPORTED', observed, from);
    switch (ACCEPTANCE[kind]) {
      case 'accepted':
        return pass(observed, from);
      case 'a person decides':
        return inconclusive('ID_NOT_SUPPORTED', observed, from);
      case 'not accepted':
        return fail('ID_NOT_SUPPORTED', observed, from);
    }
  },
});

// biome-ignore format: a table
const ACCEPTANCE = {
  passport:         'accepted',
  identity_card:    'accepted',
  residence_permit: 'a person decides',
  driving_licence:  'a person decides',
  visa:             'not accepted',
  other:            'not accepted',
} as const satisfies Record<DocumentKind, string>;
