import { COUNTRIES } from '../../contract/countries.ts';

/** States whose identity cards carry a machine-readable zone after ICAO Doc 9303 and are accepted for travel in Europe. */
const CARD_STATES = 'AT BE BG CH CY CZ DE EE ES FI FR GR HR HU IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

interface SupportedDocumentRow {
  /** Label as partners' software knows it. */
  type: string;
  issuingCountries: readonly string[];
}

/**
 * What a customer may show: a passport of any State can be read. Documents without a machine-readable zone are left out: nothing could be compared.
 * A residence permit is read as well, but a specialist decides about it.
 */
export const SUPPORTED_DOCUMENTS: readonly SupportedDocumentRow[] = [
  { type: 'Passport', issuingCountries: COUNTRIES },
  { type: 'National ID Card', issuingCountries: CARD_STATES },
  { type: 'Residence Permit', issuingCountries: ['DE'] },
];
