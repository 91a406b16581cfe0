import { addressOn } from '@reident/domain';
import { coded, defineCheck, fail, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is the address shown, by the document or by a separate proof, where the partner needs it?
 *
 * The MRZ tells State and kind but not the version; where only some versions of a State's document bear the address, a
 * person looks. Every German identity card in circulation bears it.
 */
export const addressShown = defineCheck({
  id: 'address-shown',
  needs: ['proofOfAddressRequired', 'documentType'],
  mayUse: ['proofOfAddress'],
  raises: ['USER_INVOICE_MISSING'],
  evaluate({ proofOfAddressRequired, documentType, proofOfAddress }) {
    if (!proofOfAddressRequired) return notApplicable({ required: false });
    const observed = {
      kind: coded(documentType.kind),
      issuingState: documentType.issuingState,
      proof: proofOfAddress !== null,
    };
    if (proofOfAddress) return pass(observed, proofOfAddress.from);
    switch (addressOn(documentType.kind, documentType.issuingState)) {
      case 'every_version':
        return pass(observed, documentType.from);
      case 'some_versions':
        return inconclusive('USER_INVOICE_MISSING', observed, documentType.from);
      case 'none':
        return fail('USER_INVOICE_MISSING', observed, documentType.from);
    }
  },
});
