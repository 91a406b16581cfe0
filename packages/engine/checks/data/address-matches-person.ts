import { addressOn } from '@reident/domain';
import { compareAddress, type PostalAddress } from '../../viz/compare-address.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is the address printed on the document or on the proof of address, the one that the partner holds?
 *
 * Asked where the partner needs the address shown. A proof that was sent counts before the document, for it is asked for where
 * the document bears none. People move, and text is misread, so an address that was not found is for a person, never an error.
 */
export const addressMatchesPerson = defineCheck({
  id: 'address-matches-person',
  needs: ['proofOfAddressRequired', 'person', 'documentType'],
  mayUse: ['viz', 'proofOfAddress'],
  raises: ['USER_INVOICE_MISSING'],
  evaluate({ proofOfAddressRequired, person, documentType, viz, proofOfAddress }) {
    if (!proofOfAddressRequired) return notApplicable({ required: false });
    if (isUnknown(person.address)) return notApplicable({ person: coded('address_unknown') });
    if (!proofOfAddress && addressOn(documentType.kind, documentType.issuingState) === 'none')
      return notApplicable({ address: coded('not_on_this_document') });
    const readFrom = coded(proofOfAddress ? 'proof_of_address' : 'document');
    const shown = proofOfAddress ?? viz;
    const from = shown?.from ?? documentType.from;
    if (!shown?.lines) return inconclusive('USER_INVOICE_MISSING', { readFrom, text: coded('not_looked_for') }, from);
    const { found, line } = compareAddress(person.address, shown.lines);
    const place = shown.lines.find(({ quad }) => quad === line?.quad)?.from ?? from;
    const observed = { readFrom, ...found };
    return Object.values(found).every(Boolean)
      ? pass(observed, place)
      : inconclusive('USER_INVOICE_MISSING', observed, place);
  },
});

function isUnknown({ street, postalCode, city }: PostalAddress): boolean {
  return !street && !postalCode && !city;
}
