import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is the document something else than a specimen?
 *
 * The State of Utopia and the numbers of published specimens belong to no one. Their names might, so a name alone goes to a
 * person.
 */
export const notASpecimen = defineCheck({
  id: 'not-a-specimen',
  needs: ['mrz'],
  raises: ['WARNING_FAKED_SPECIMEN'],
  evaluate({ mrz: { fields, from } }) {
    const { issuingState, nationality, documentNumber, primaryIdentifier, secondaryIdentifier } = fields;
    if ([issuingState, nationality].includes(UTOPIA))
      return fail('WARNING_FAKED_SPECIMEN', { mark: coded('issuing_state'), issuingState, nationality }, from);
    if (SPECIMEN_NUMBERS.has(documentNumber))
      return fail('WARNING_FAKED_SPECIMEN', { mark: coded('document_number'), documentNumber }, from);
    const names = `${primaryIdentifier} ${secondaryIdentifier}`.split(/\s+/);
    const name = names.find((part) => SPECIMEN_NAMES.has(part));
    if (name !== undefined) return inconclusive('WARNING_FAKED_SPECIMEN', { mark: coded('name'), name }, from);
    return pass({ issuingState }, from);
  },
});

/** @see ICAO Doc 9303-3, section 5, codes for special use */
const UTOPIA = 'UTO';

/** Numbers of specimens that authorities and ICAO have published. */
const SPECIMEN_NUMBERS: ReadonlySet<string> = new Set([
  'L898902C3', // Doc 9303-4
  'L898902C', // Doc 9303, sixth edition
  'D23145890', // Doc 9303-5
  'D23145890734', // Doc 9303-6
  'C01X00T47', // Germany, passport of 2007
  'C01X0006H', // Germany, passport of 2017
  'T22000129', // Germany, identity card of 2010
  'L01X00T47', // Germany, identity card of 2010
  'LZ6311T47', // Germany, identity card of 2021
  'SPECI2014', // Netherlands, passport of 2014
  'SPECI2021', // Netherlands, passport of 2021
]);

const SPECIMEN_NAMES: ReadonlySet<string> = new Set(['SPECIMEN', 'MUSTERMANN', 'MUSTERFRAU', 'MUSTER', 'UTOPIA']);
