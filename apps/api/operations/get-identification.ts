import { findIdentification, findPerson, type Identification, listDocuments, type TenantTx } from '@reident/store';
import { defineOperation } from '../define-operation.ts';
import { IdentificationId, IdentificationResource, toIdentificationResource } from '../resources/identification.ts';
import { PersonId, toAddress } from '../resources/person.ts';
import { flagText } from '../schemas.ts';

/** An identification in any status: partners poll it while the customer is at work. */
export const getIdentification = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/identifications/{id}',
  tag: 'Identifications',
  summary: 'Retrieve an identification',
  params: { person_id: PersonId, id: IdentificationId },
  query: { include_documents: flagText().optional().describe('List the documents of the identification') },
  answer: IdentificationResource,
  errors: [],

  async handle({ params, query }, { tx }) {
    const identification = await findIdentification(tx, params.id, { personId: params.person_id });
    const documents = query.include_documents ? await documentsOf(tx, identification) : undefined;
    const address = identification.status === 'successful' ? await addressOf(tx, identification) : undefined;
    return toIdentificationResource(identification, { documents, address });
  },
});

async function documentsOf(tx: TenantTx, { id, personId }: Identification) {
  const { rows } = await listDocuments(tx, { personId, identificationId: id, page: { number: 1, size: 1000 } });
  return rows;
}

async function addressOf(tx: TenantTx, { personId }: Identification) {
  return toAddress((await findPerson(tx, personId)).attributes.address);
}
