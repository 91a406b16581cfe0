import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database.ts';
import { changeStatus, insertIdentification } from '../queries/change-status.ts';
import { insertPerson } from '../queries/persons.ts';
import { insertSubscription } from '../queries/subscriptions.ts';
import { createTenant } from '../queries/tenants.ts';
import type { TenantTx } from '../tenant-tx.ts';
import type { Actor, Identification, Person, Subscription, Tenant, TenantKind } from '../types.ts';

export const PARTNER: Actor = { kind: 'partner', id: 'client' };

export function makeTenant(database: Database, kind: TenantKind = 'sandbox'): Promise<Tenant> {
  return createTenant(database, { company: `bank-${randomBytes(6).toString('hex')}`, name: 'A bank', kind });
}

export function makePerson(tx: TenantTx): Promise<Person> {
  return insertPerson(tx, { first_name: 'Erika', last_name: 'Mustermann' }, { actor: PARTNER });
}

export async function makeIdentification(tx: TenantTx, personId?: string): Promise<Identification> {
  return insertIdentification(
    tx,
    {
      personId: personId ?? (await makePerson(tx)).id,
      method: 'idnow_autoident',
      language: null,
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
    },
    PARTNER,
  );
}

export function request(tx: TenantTx, identification: Identification, reference?: string): Promise<Identification> {
  const token = randomBytes(32).toString('base64url');
  return changeStatus(tx, identification, 'requested', {
    actor: PARTNER,
    session: {
      reference: reference ?? `TS2-${randomBytes(6).toString('hex').toUpperCase()}`,
      url: `https://ident.example/${identification.id}/${token}`,
      tokenHash: createHash('sha256').update(token).digest(),
    },
  });
}

export function subscribe(tx: TenantTx, eventType = 'IDENTIFICATION'): Promise<Subscription> {
  return insertSubscription(
    tx,
    { eventType, url: 'https://partner.example/hook', secret: 'a secret of the test' },
    PARTNER,
  );
}
