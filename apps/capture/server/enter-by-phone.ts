import { randomBytes } from 'node:crypto';
import {
  beginCaptureSession,
  linkState,
  type OpenSession,
  parsePhoneNumber,
  type StartInput,
  submitStartPage,
} from '@reident/platform';
import {
  findIdentification,
  findIdentificationByLink,
  findIdentificationByReference,
  findTenantByCompany,
  type Tenant,
} from '@reident/store';
import type { CaptureState } from '../shared/protocol.ts';
import type { Capture } from './capture.ts';
import { assertCodesCanBeSent } from './codes-can-be-sent.ts';
import { entryState } from './to-state.ts';

export interface EntryInput extends StartInput {
  company: string;
  /** A reference ("Ident-ID") as the customer was told it, or the identification's id from the address. */
  key: string;
}

/**
 * The way in without the link: a reference or an id, and the phone that belongs to it. The short code alone opens
 * nothing [CAP-2], and whether it exists, is still open, or goes with that phone shows in no answer: somebody who
 * guesses gets the same page, and a cookie that leads nowhere.
 */
export async function enterByPhone(
  capture: Capture,
  input: EntryInput,
): Promise<{ token: string; state: CaptureState; tenant: Tenant | null }> {
  const { database } = capture.platform;
  const tenant = await findTenantByCompany(database, input.company);
  if (tenant !== null) assertCodesCanBeSent(capture, tenant);
  const phone = parsePhoneNumber(input.phone, tenant?.kind ?? 'live');
  const found =
    (await findIdentificationByReference(database, input.company, input.key)) ??
    (await findById(capture, input.company, input.key));
  if (found === null) return { ...decoy(input, phone), tenant };
  const entered = await database.inTenant(found.tenantId, async (tx) => {
    const identification = await findIdentification(tx, found.identificationId, { lock: true });
    if ((await linkState(tx, identification)) !== 'open') return null;
    const { session, token } = await beginCaptureSession(tx, identification, {
      language: input.language,
      entry: 'phone',
    });
    const openSession: OpenSession = {
      identification,
      session,
      captures: [],
      tries: new Map(),
      asks: tx.tenant.settings,
      now: tx.now,
    };
    const message = await submitStartPage(tx, openSession, input);
    const sandboxCode = tx.tenant.kind === 'sandbox' ? (session.flow.code?.value ?? null) : null;
    return { token, message, state: entryState(input.language, phone, sandboxCode) };
  });
  if (entered === null) return { ...decoy(input, phone), tenant };
  if (entered.message !== null) await capture.sms.send(entered.message);
  return { token: entered.token, state: entered.state, tenant };
}

async function findById(capture: Capture, company: string, id: string) {
  const link = await findIdentificationByLink(capture.platform.database, company, id);
  return link === null ? null : { tenantId: link.tenantId, identificationId: id };
}

function decoy({ language }: EntryInput, phone: string): { token: string; state: CaptureState } {
  return { token: randomBytes(32).toString('base64url'), state: entryState(language, phone, null) };
}
