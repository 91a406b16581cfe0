/** ISO 3166-1 alpha-2, all of them: a passport of any State can be read. */
const ALL_STATES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
  'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
  'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
  'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
  'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
  'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** States whose identity cards carry a machine-readable zone after ICAO Doc 9303 and are accepted for travel in Europe. */
const CARD_STATES = 'AT BE BG CH CY CZ DE EE ES FI FR GR HR HU IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');

interface SupportedDocumentRow {
  /** Label as partners' software knows it. */
  type: string;
  issuingCountries: readonly string[];
}

/**
 * What a customer may show. Documents without a readable zone are left out: nothing could be compared.
 * A residence permit is read as well, but a specialist decides about it.
 */
export const SUPPORTED_DOCUMENTS: readonly SupportedDocumentRow[] = [
  { type: 'Passport', issuingCountries: ALL_STATES },
  { type: 'National ID Card', issuingCountries: CARD_STATES },
  { type: 'Residence Permit', issuingCountries: ['DE'] },
];
