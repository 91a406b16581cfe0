import { z } from 'zod';

export interface Legitimation {
  legitimation_document_number: string | null;
  legitimation_type: 'IDCARD' | 'PASSPORT' | null;
  legitimation_issuer: string | null;
  legitimation_country: string | null;
  legitimation_issued_at: string | null;
  legitimation_valid_until: string | null;
}

/** Nothing was read. The day and place of issue never are: the machine-readable zone does not hold them. */
export const EMPTY_LEGITIMATION: Legitimation = {
  legitimation_document_number: null,
  legitimation_type: null,
  legitimation_issuer: null,
  legitimation_country: null,
  legitimation_issued_at: null,
  legitimation_valid_until: null,
};

/** The part of the stored evidence that is answered; evidence of another shape answers nothing. */
const StoredEvidence = z.object({
  mrz: z.object({
    fields: z.object({
      documentCode: z.string(),
      documentNumber: z.string(),
      issuingState: z.string(),
      expiryDate: z.string().nullable(),
    }),
  }),
});

export function legitimationFrom(evidence: unknown): Legitimation {
  const stored = StoredEvidence.safeParse(evidence);
  if (!stored.success) return EMPTY_LEGITIMATION;
  const { documentCode, documentNumber, issuingState, expiryDate } = stored.data.mrz.fields;
  return {
    ...EMPTY_LEGITIMATION,
    legitimation_document_number: documentNumber,
    legitimation_type: documentCode.startsWith('P') ? 'PASSPORT' : 'IDCARD',
    legitimation_country: issuingState === 'D' ? 'DEU' : issuingState,
    legitimation_valid_until: expiryDate,
  };
}
