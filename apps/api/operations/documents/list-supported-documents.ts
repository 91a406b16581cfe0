import { findIdentification } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { IdentificationId } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';
import { SUPPORTED_DOCUMENTS } from './supported-documents.ts';

const SupportedDocument = answerComponent(
  'SupportedDocument',
  z.object({ type: z.string(), issuing_countries: z.array(z.string()) }),
);

export const listSupportedDocuments = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/identifications/{id}/supported_documents',
  tag: 'Identifications',
  summary: 'List the documents that a customer may show',
  params: { person_id: PersonId, id: IdentificationId },
  answer: z.array(SupportedDocument),
  errors: [],

  async handle({ params }, { tx }) {
    await findIdentification(tx, params.id, { personId: params.person_id });
    return SUPPORTED_DOCUMENTS.map(({ type, issuingCountries }) => ({
      type,
      issuing_countries: [...issuingCountries],
    }));
  },
});
