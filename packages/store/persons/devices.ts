import { newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
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
  await tx.query(
    insertInto('devices', {
      tenant_id: tx.tenant.id,
      id,
      person_id: personId,
      content_sealed: key.sealJson(contentOf(id), { name, keyType, publicKey }),
      string_to_sign: stringToSign,
      challenge_expires_at: challengeExpiresAt,
      created_at: tx.now,
    }),
  );
  await recordAudit(tx, { actor, action: 'device.created', entity: id });
  return { ...device, id, tries: 0, verified: false, createdAt: tx.now };
}

/** @throws PlatformError `model_not_found` */
export async function findDevice(tx: TenantTx, id: string, options: { lock?: boolean } = {}): Promise<Device> {
  const [row] = await tx.query(sql<DeviceRow>`
    select ${DEVICE} from devices
    where tenant_id = ${tx.tenant.id} and id = ${id} ${options.lock ? sql`for update` : sql``}`);
  if (row === undefined) throw deviceNotFound(id);
  return toDevice(tx, row);
}

export function deviceNotFound(id: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Solaris::Device' for id '${id}'.`);
}

/** The verified devices of a person, oldest first. */
export async function listDevices(tx: TenantTx, personId: string, page: Page): Promise<Listed<Device>> {
  const verified = sql`
    from devices where tenant_id = ${tx.tenant.id} and person_id = ${personId} and verified_at is not null`;
  const rows = await tx.query(sql<DeviceRow>`
    select ${DEVICE} ${verified} order by seq limit ${page.size} offset ${offsetOf(page)}`);
  const total = await totalOf(page, rows.length, () => count(tx, verified));
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
  await tx.query(sql`
    ${update('devices', right ? { verified_at: tx.now } : { tries: device.tries + 1 })}
    where tenant_id = ${tx.tenant.id} and id = ${device.id}`);
  await recordAudit(tx, { actor, action: right ? 'device.verified' : 'device.wrong_signature', entity: device.id });
}

const DEVICE = columns(
  'devices',
  'id',
  'person_id',
  'content_sealed',
  'string_to_sign',
  'tries',
  'challenge_expires_at',
  'created_at',
  'verified_at',
);
type DeviceRow = RowOf<typeof DEVICE>;

async function toDevice(tx: TenantTx, row: DeviceRow): Promise<Device> {
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
