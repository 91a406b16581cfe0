import {
  changeStatus,
  findPerson,
  findReferenceHolder,
  type Identification,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { linkToken, linkTokenHash } from './link-token.ts';
import { providerFor } from './provider-for.ts';
import { scenarioOf } from './sandbox/scenario-of.ts';
import { estimateWaitingTime } from './waiting-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface RequestedIdentification {
  identification: Identification;
  estimatedWaitingTimeSeconds: number;
}

/**
 * Starts an identification with its provider: `created` becomes `pending`, with link and reference.
 *
 * Asking again while the link is alive answers the same session and changes nothing.
 * @throws PlatformError `wrong_status` once the identification is successful, failed or expired
 */
export async function requestIdentification(
  tx: TenantTx,
  platform: Platform,
  identification: Identification,
): Promise<RequestedIdentification> {
  const estimatedWaitingTimeSeconds = await estimateWaitingTime(tx);
  const linkIsAlive = ['pending', 'aborted', 'canceled'].includes(identification.status) && identification.url !== null;
  if (linkIsAlive) return { identification, estimatedWaitingTimeSeconds };

  const person = await findPerson(tx, identification.personId);
  const session = await providerFor(identification.method, platform).open({
    identificationId: identification.id,
    company: tx.tenant.company,
    live: tx.tenant.kind === 'live',
    person: person.attributes,
    language: identification.language,
    holderOf: (reference) => findReferenceHolder(tx, reference),
  });
  const expiresAt = new Date(tx.now.getTime() + tx.tenant.settings.linkLifetimeDays * DAY_MS);
  const requested = await changeStatus(tx, identification, 'requested', {
    actor: { kind: 'partner', id: null },
    session: {
      ...session,
      tokenHash: linkTokenHash(linkToken(platform.linkKey, tx.tenant.company, identification.id)),
    },
    expiresAt,
  });
  await scheduleJob(tx, { kind: 'expire', key: identification.id, dueAt: expiresAt });
  if (scenarioOf(tx.tenant, person.attributes)?.prefix === 'X-AUTOTEST') {
    await scheduleJob(tx, { kind: 'robot', key: identification.id, payload: { step: 0 } });
  }
  return { identification: requested, estimatedWaitingTimeSeconds };
}
