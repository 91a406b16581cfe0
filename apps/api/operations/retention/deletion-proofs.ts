import { type DeletionProof, findDeletionProof, listDeletionProofs as list } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { AnsweredTime } from '../../contract/schemas.ts';
import { PersonId } from '../../resources/person.ts';

const ProofResource = answerComponent(
  'DeletionProof',
  z.object({
    person_id: PersonId,
    erased_at: AnsweredTime,
    record: z.string().describe('JSON text, exactly as it was signed: on what ground, and what was destroyed'),
    signature: z.string().describe('Ed25519 over the bytes of `record`, base64'),
    public_key: z.string().describe('SubjectPublicKeyInfo (DER), base64'),
  }),
);

function toProof({ personId, erasedAt, record, signature, publicKey }: DeletionProof): z.output<typeof ProofResource> {
  return {
    person_id: personId,
    erased_at: erasedAt.toISOString(),
    record,
    signature: signature.toString('base64'),
    public_key: publicKey.toString('base64'),
  };
}

/** That a person was erased, signed. It says nothing about the person but the id. */
export const getDeletionProof = defineOperation({
  method: 'GET',
  path: '/reident/v1/deletion_proofs/{person_id}',
  tag: 'Reident',
  summary: 'Retrieve the proof that a person was erased',
  params: { person_id: PersonId },
  answer: ProofResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toProof(await findDeletionProof(tx, params.person_id));
  },
});

export const listDeletionProofs = defineOperation({
  method: 'GET',
  path: '/reident/v1/deletion_proofs',
  tag: 'Reident',
  summary: 'List the proofs of deletion',
  query: PAGING,
  answer: z.array(ProofResource),
  paged: true,
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await list(tx, asked);
    return new PageAnswer(rows.map(toProof), { asked, total });
  },
});
