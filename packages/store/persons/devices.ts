import { newId, PlatformError } from '@reident/domain';
import { type Selectable, sql } from 'kysely';
import { recordAudit } from '../access/record-audit.ts';
import type { Schema } from '../schema.ts';
import { type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Device } from '../types.ts';
import { CODE_TRIES } from './mobile-numbers.ts';

export interface NewDevice {
  personId: string;
  name: string;
  keyType: string;
  /** Hexadecimal, as it was sent. */
  publicKey: string;
  stringToSign: string;
  challengeExpiresAt: Date;
}

export async function insertDevice(tx: TenantTx, device: NewDevice, actor: Actor): Promise<Device> {
  const id = newId('');
  const key = await tx.keys.ofPerson(device.personId);
  const { personId, name, keyType, publicKey, stringToSign, challengeExpiresAt } = device;
  await tx.db
    .insertInto('devices')
    .values({
      tenant_id: tx.tenant.id,
      id,
      person_id: personId,
      content_sealed: key.sealJson(contentOf(id), { name, keyType, publicKey }),
      string_to_sign: stringToSign,
      challenge_expires_at: challengeExpiresAt,
      created_at: tx.now,
    })
    .execute();
  await recordAudit(tx, { actor, action: 'device.created', entity: id });
  return { ...device, id, tries: 0, verified: false, createdAt: tx.now };
}

/** @throws PlatformError `model_not_found` */
export async function findDevice(tx: TenantTx, id: string, options: { lock?: boolean } = {}): Promise<Device> {
  let query = tx.db.selectFrom('devices').selectAll().where('tenant_id', '=', tx.tenant.id).where('id', '=', id);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw deviceNotFound(id);
  return toDevice(tx, row);
}

export function deviceNotFound(id: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Solaris::Device' for id '${id}'.`);
}

/** The verified devices of a person, oldest first. */
export async function listDevices(tx: TenantTx, personId: string, page: Page): Promise<Listed<Device>> {
  const verified = tx.db
    .selectFrom('devices')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('verified_at', 'is not', null);
  const rows = await verified.selectAll().orderBy('seq').limit(page.size).offset(offsetOf(page)).execute();
  const total = await totalOf(page, rows.length, async () => {
    const { n } = await verified.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
    return n;
  });
  const devices: Device[] = [];
  for (const row of rows) devices.push(await toDevice(tx, row));
  return { rows: devices, total };
}

export async function hasDevice(tx: TenantTx, personId: string): Promise<boolean> {
  return (await listDevices(tx, personId, { number: 1, size: 1 })).rows.length > 0;
}

/** Whether the challenge of a new device can still be answered. */
export function challengeIsOpen({ verified, tries, challengeExpiresAt }: Device, now: Date): boolean {
  return !verified && tries < CODE_TRIES && challengeExpiresAt > now;
}

/** Writes down how the challenge was answered; a wrong answer must be committed to be of use. */
export async function answerChallenge(tx: TenantTx, device: Device, right: boolean, actor: Actor): Promise<void> {
  await tx.db
    .updateTable('devices')
    .set(right ? { verified_at: tx.now } : { tries: device.tries + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', device.id)
    .execute();
  await recordAudit(tx, { actor, action: right ? 'device.verified' : 'device.wrong_signature', entity: device.id });
}

async function toDevice(tx: TenantTx, row: Selectable<Schema['devices']>): Promise<Device> {
  const key = await tx.keys.ofPerson(row.person_id);
  const content = key.openJson<Pick<Device, 'name' | 'keyType' | 'publicKey'>>(contentOf(row.id), row.content_sealed);
  return {
    ...content,
    id: row.id,
    personId: row.person_id,
    stringToSign: row.string_to_sign,
    tries: row.tries,
    challengeExpiresAt: row.challenge_expires_at,
    createdAt: row.created_at,
    verified: row.verified_at !== null,
  };
}

function contentOf(id: string): string {
  return `device:content:${id}`;
}
