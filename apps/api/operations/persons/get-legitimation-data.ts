import { findIdentification, findLatestExamination } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { AnsweredDay } from '../../contract/schemas.ts';
import { IdentificationId } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';
import { EMPTY_LEGITIMATION, legitimationFrom } from './legitimation.ts';

const LegitimationData = answerComponent(
  'LegitimationData',
  z.object({
    legitimation_document_number: z.string().nullable(),
    legitimation_type: z.enum(['IDCARD', 'PASSPORT']).nullable(),
    legitimation_issuer: z.string().nullable(),
    legitimation_country: z.string().nullable(),
    legitimation_issued_at: AnsweredDay.nullable(),
    legitimation_valid_until: AnsweredDay.nullable(),
  }),
);

/** What was read off the identity document of a successful identification; null where nothing was read. */
export const getLegitimationData = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/identifications/{id}/legitimation_data',
  tag: 'Identifications',
  summary: 'Retrieve the data of the identity document',
  params: { person_id: PersonId, id: IdentificationId },
  answer: LegitimationData,
  errors: [],

  async handle({ params }, { tx }) {
    const { id, status } = await findIdentification(tx, params.id, { personId: params.person_id });
    if (status !== 'successful') return EMPTY_LEGITIMATION;
    const examination = await findLatestExamination(tx, id);
    return examination ? legitimationFrom(examination.evidence) : EMPTY_LEGITIMATION;
  },
});
