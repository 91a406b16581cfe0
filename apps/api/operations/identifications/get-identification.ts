import {
  findIdentification,
  findPerson,
  type Identification,
  listDocuments,
  readIdentification,
  type TenantTx,
} from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { flagText } from '../../contract/schemas.ts';
import { IdentificationId, IdentificationResource, toIdentificationResource } from '../../resources/identification.ts';
import { PersonId, toAddress } from '../../resources/person.ts';

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

  async handleUnlocked({ params, query }, { platform, caller, inTenant }) {
    const wanted = { id: params.id, personId: params.person_id };
    if (query.include_documents) return inTenant((tx) => withDocuments(tx, wanted));
    const { identification, attributes } = await readIdentification(platform.database, caller.tenantId, wanted);
    return toIdentificationResource(identification, { ...(attributes && { address: toAddress(attributes.address) }) });
  },
});

async function withDocuments(tx: TenantTx, { id, personId }: { id: string; personId: string }) {
  const identification = await findIdentification(tx, id, { personId });
  const documents = await documentsOf(tx, identification);
  const address = identification.status === 'successful' ? await addressOf(tx, identification) : undefined;
  return toIdentificationResource(identification, { documents, address });
}

async function documentsOf(tx: TenantTx, { id, personId }: Identification) {
  const { rows } = await listDocuments(tx, { personId, identificationId: id, page: { number: 1, size: 1000 } });
  return rows;
}

async function addressOf(tx: TenantTx, { personId }: Identification) {
  return toAddress((await findPerson(tx, personId)).attributes.address);
}
