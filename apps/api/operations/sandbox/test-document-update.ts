import { Answer } from '@reident/http';
import { type DocumentOnFile, documentOnFile, warnPartner } from '@reident/platform';
import { findPerson } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PersonId } from '../../resources/person.ts';

const ValidDocument = answerComponent('ValidDocument', z.object({ document_valid: z.literal(true) }));

const EndingDocument = answerComponent(
  'EndingDocument',
  z.object({ document_valid: z.boolean(), action: z.string().describe('What was done') }),
);

/** Whether the partner has to be warned about the document on file. */
const NEEDS_WARNING: Readonly<Record<DocumentOnFile, boolean>> = {
  unknown: false,
  valid: false,
  ending: true,
  ended: true,
};

/** Does now what is otherwise done on the day: warns the partner about a document that ends. */
export const testDocumentUpdate = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/test_id_document_update',
  tag: 'Sandbox',
  summary: 'Check the document on file, as is done every day',
  description: '200: nothing had to be done. 202: the webhook `POTENTIAL_ACCOUNT_BLOCKING` was triggered.',
  params: { person_id: PersonId },
  answer: ValidDocument,
  alsoAnswers: { 202: EndingDocument },
  errors: [],
  sandboxOnly: true,

  async handle({ params }, { tx }) {
    const person = await findPerson(tx, params.person_id);
    const state = documentOnFile(person, tx.now);
    if (!NEEDS_WARNING[state]) return { document_valid: true as const };
    await warnPartner(tx, person);
    const body = { document_valid: state !== 'ended', action: 'triggered potential account blocking' };
    return new Answer(body, { status: 202 });
  },
});
