import type { Certainty } from './certainty.ts';

/**
 * The values of `document_type`. The guide lists 24, the API reference lists what may be uploaded; they overlap. What may be
 * uploaded is accepted on POST, all of them can occur in answers.
 */
// biome-ignore format: a table
export const DOCUMENT_TYPES = {
  //                                           guide  upload  meaning
  'ACCOUNT_SNAPSHOT.FINTECSYSTEMS':     type(false, true,  'An account snapshot by FinTecSystems'),
  ACCOUNT_STATEMENT:                    type(false, true,  'An account statement'),
  AML_POLICY:                           type(false, true,  'A policy against money laundering'),
  ANNUAL_FINANCIAL_STATEMENT:           type(true,  true,  'The yearly accounts of a business'),
  B2B_MANDATE:                          type(false, true,  'A business-to-business direct debit mandate'),
  BALANCE_REPORT:                       type(false, true,  'A report of balances'),
  BANK_REFERENCE:                       type(false, true,  'A reference given by a bank'),
  BUSINESS_ASSESSMENT:                  type(false, true,  'An assessment of a business'),
  BUSINESS_FINANCIALS_XBRL:             type(false, true,  'The figures of a business as XBRL'),
  CREDIT_AGENCY_REPORT:                 type(true,  true,  'A report by a credit agency'),
  'CREDIT_RECORD.SCHUFA':               type(false, true,  'A SCHUFA credit record'),
  CUSTOMER_COMMUNICATION:               type(false, true,  'Correspondence with the customer'),
  FATCA_SELF_DECLARATION:               type(false, true,  'A self-declaration for FATCA'),
  FOUNDATION_DOCUMENT:                  type(true,  true,  'The document that founded a business'),
  ID_DOCUMENT:                          type(true,  true,  'An identity document of a person'),
  INVOICE:                              type(true,  true,  'An invoice'),
  KYC_BENEFICIAL_OWNER:                 type(false, true,  'KYC material about a beneficial owner'),
  KYC_CORPORATE_DOCUMENT:               type(false, true,  'KYC material about a company'),
  KYC_FORM:                             type(false, true,  'A filled-in KYC form'),
  KYC_LEGAL_REPRESENTATIVE:             type(false, true,  'KYC material about a legal representative'),
  KYC_RELIABILITY_CHECK:                type(false, true,  'A check of reliability'),
  KYC_REPORT:                           type(true,  true,  'The report written after a successful identification'),
  LOAN_MANDATE_CONTRACT:                type(false, true,  'A contract for a loan mandate'),
  OTHER:                                type(true,  true,  'Any other document'),
  PAYMENT_CONFIRMATION:                 type(false, true,  'A confirmation of a payment'),
  PICTURE:                              type(true,  true,  'A picture or a scan of something else'),
  POWER_OF_ATTORNEY:                    type(false, true,  'A power of attorney'),
  PROOF_OF_ADDRESS:                     type(false, true,  'A proof of an address'),
  PROOF_OF_PHONE_CHANGE:                type(false, true,  'A proof that a phone number changed'),
  PROOF_OF_PROFESSION:                  type(false, true,  'A proof of a profession'),
  PROOF_OF_SALARY:                      type(false, true,  'A proof of a salary'),
  PROOF_OF_TAX_ID:                      type(false, true,  'A proof of a tax number'),
  QES_DOCUMENT:                         type(true,  false, 'A document for a qualified electronic signature'),
  REFERENCE_LETTER:                     type(false, true,  'A letter of reference'),
  REGISTER_APPLICATION:                 type(false, true,  'An application to a register'),
  REGISTER_CHECK:                       type(true,  false, 'A check of a register'),
  REGISTER_EXTRACT:                     type(true,  true,  'An extract of a commercial register'),
  SALARY_INFORMATION:                   type(false, true,  'Information about a salary'),
  SCHUFA_COMPACT_REPORT:                type(true,  true,  'A compact SCHUFA report'),
  SCHUFA_FULL_REPORT:                   type(true,  true,  'A full SCHUFA report'),
  SCHUFA_GWG_REPORT:                    type(true,  true,  'A SCHUFA report for the money laundering act'),
  SCHUFA_SHORT_REPORT:                  type(true,  true,  'A short SCHUFA report'),
  'SCORE_CARD.SOLARIS':                 type(false, true,  'A score card'),
  SCREENING_REPORT:                     type(false, true,  'A report of a screening'),
  SHAREHOLDERS_LIST:                    type(true,  true,  'A list of shareholders'),
  SHARE_HOLDERS_AGREEMENT:              type(true,  true,  'An agreement of shareholders'),
  SIGNATURE:                            type(true,  true,  'A sample of a signature'),
  SIGNED_CONTRACT:                      type(true,  true,  'A signed contract'),
  SIGNED_LOAN_MANDATE_CONTRACT:         type(false, true,  'A signed contract for a loan mandate'),
  SIGNED_QES_DOCUMENT:                  type(true,  false, 'A document with a qualified electronic signature'),
  TRADING_LICENSE:                      type(true,  true,  'A trading license'),
  TRANSACTIONAL_DOCUMENT:               type(false, true,  'A document about a transaction'),
  TRANSFER_CANCELLATION:                type(false, true,  'A cancellation of a transfer'),
  TRANSPARENCY_REGISTER_EXTRACT:        type(true,  false, 'An extract of a transparency register'),
  VAT_CERTIFICATE:                      type(true,  true,  'A certificate of VAT registration'),
  VIDEO:                                type(true,  true,  'A video'),
} as const satisfies Record<string, DocumentTypeRow>;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

export interface DocumentTypeRow {
  /** One of the 24 of the guide, Appendix I. */
  inGuide: boolean;
  /** In the upload enum of the API reference. */
  uploadable: boolean;
  certainty: Certainty;
  meaning: string;
}

export const DOCUMENT_TYPE_CODES = Object.keys(DOCUMENT_TYPES) as DocumentType[];
export const UPLOAD_DOCUMENT_TYPES: readonly DocumentType[] = DOCUMENT_TYPE_CODES.filter(
  (code) => DOCUMENT_TYPES[code].uploadable,
);

export function isDocumentType(value: unknown): value is DocumentType {
  return typeof value === 'string' && Object.hasOwn(DOCUMENT_TYPES, value);
}

export function isUploadDocumentType(value: unknown): value is DocumentType {
  return isDocumentType(value) && DOCUMENT_TYPES[value].uploadable;
}

function type(inGuide: boolean, uploadable: boolean, meaning: string): DocumentTypeRow {
  return { inGuide, uploadable, certainty: 'published', meaning };
}
