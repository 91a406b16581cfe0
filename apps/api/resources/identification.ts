import {
  METHOD_CODES,
  PROOF_OF_ADDRESS_TYPE_CODES,
  PUBLISHED_LANGUAGES,
  REASONS,
  STATUS_CODES,
  toPublishedLanguage,
  visibleReason,
} from '@reident/domain';
import type { Identification, StoredDocument } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredDay, AnsweredTime, idOf } from '../contract/schemas.ts';
import { DocumentSummary, toDocumentSummary } from './document.ts';
import { AddressResource, PersonId } from './person.ts';

export const IdentificationId = idOf('identification', 'cidt');

const CORE = {
  id: IdentificationId,
  reference: z
    .string()
    .meta({ examples: ['TS2-ADLSU'] })
    .nullable()
    .describe("The provider's token of the session. Never show it to the customer."),
  url: z
    .string()
    .meta({ examples: ['https://ident.example/bank/identifications/0123456789abcdef0123456789abcdefcidt/q0Wd…'] })
    .nullable()
    .describe('Where the customer goes'),
  status: z.enum(STATUS_CODES),
  completed_at: AnsweredTime.nullable(),
  method: z.enum(METHOD_CODES).meta({ examples: ['idnow_autoident'] }),
  proof_of_address_type: z.enum(PROOF_OF_ADDRESS_TYPE_CODES).nullable(),
  proof_of_address_issued_at: AnsweredDay.nullable(),
  language: z.enum(PUBLISHED_LANGUAGES).nullable(),
  iban: z.null(),
  terms_and_conditions_signed_at: z.null(),
  authorization_expires_at: z.null(),
  confirmation_expires_at: z.null(),
  person_id: PersonId,
};

/** Thirteen fields of the guide, and whose identification it is. */
export const NewIdentificationResource = answerComponent('NewIdentification', z.object(CORE));

/** What the request for an identification answers, and nothing else does: how long the customer will wait. */
export const RequestedIdentificationResource = answerComponent(
  'RequestedIdentification',
  z.object({ ...CORE, estimated_waiting_time: z.int().min(0).describe('Seconds') }),
);

export const IdentificationResource = answerComponent(
  'Identification',
  z.object({
    ...CORE,
    failure_reason: z
      .enum(Object.keys(REASONS) as [string, ...string[]])
      .optional()
      .describe('Given for aborted and canceled, never for failed'),
    address: AddressResource.optional().describe('The address of the person, once the identification is complete'),
    documents: z.array(DocumentSummary).optional().describe('With include_documents=true'),
  }),
);

/** The one place where our names of an identification meet the published ones. */
export function toNewIdentificationResource(
  identification: Identification,
): z.output<typeof NewIdentificationResource> {
  return {
    id: identification.id,
    reference: identification.reference,
    url: identification.url,
    status: identification.status,
    completed_at: identification.completedAt?.toISOString() ?? null,
    method: identification.method,
    proof_of_address_type: identification.proofOfAddressType,
    proof_of_address_issued_at: identification.proofOfAddressIssuedAt,
    language: identification.language && toPublishedLanguage(identification.language),
    iban: null,
    terms_and_conditions_signed_at: null,
    authorization_expires_at: null,
    confirmation_expires_at: null,
    person_id: identification.personId,
  };
}

export function toIdentificationResource(
  identification: Identification,
  more: { documents?: readonly StoredDocument[]; address?: z.output<typeof AddressResource> } = {},
): z.output<typeof IdentificationResource> {
  const reason = visibleReason(identification.status, identification.reason);
  return {
    ...toNewIdentificationResource(identification),
    ...(reason !== null && { failure_reason: reason }),
    ...(more.address && { address: more.address }),
    ...(more.documents && { documents: more.documents.map(toDocumentSummary) }),
  };
}

export function toRequestedIdentificationResource(
  identification: Identification,
  estimatedWaitingTimeSeconds: number,
): z.output<typeof RequestedIdentificationResource> {
  return { ...toNewIdentificationResource(identification), estimated_waiting_time: estimatedWaitingTimeSeconds };
}
