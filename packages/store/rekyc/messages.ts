import { newId, PlatformError } from '@reident/domain';
import type { Channel } from '@reident/domain/rekyc';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** `sending` is committed before it leaves. Found so later, nobody can tell whether it left: `unknown`, and never again. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'withdrawn';

/** What goes to a customer: the invitation itself (ordinal 0) or a reminder. It holds no address and no text. */
export interface Message {
  id: string;
  invitationId: string;
  personId: string;
  ordinal: number;
  channel: Channel;
  state: MessageState;
  tries: number;
  /** A code of the carrier; never its words. */
  fault: string | null;
  queuedAt: Date;
  sentAt: Date | null;
}

// biome-ignore format: a list
const MESSAGE = columns('messages', 'id', 'invitation_id', 'person_id', 'ordinal', 'channel', 'state', 'tries', 'fault', 'queued_at', 'sent_at');

export async function insertMessage(
  tx: TenantTx,
  message: Pick<Message, 'invitationId' | 'personId' | 'ordinal' | 'channel' | 'state'> & { fault?: string },
): Promise<string> {
  const id = newId('');
  await tx.query(
    insertInto('messages', {
      tenant_id: tx.tenant.id,
      id,
      invitation_id: message.invitationId,
      person_id: message.personId,
      ordinal: message.ordinal,
      channel: message.channel,
      state: message.state,
      fault: message.fault ?? null,
      queued_at: tx.now,
      sent_at: message.state === 'sent' ? tx.now : null,
    }),
  );
  return id;
}

/** @throws PlatformError `model_not_found` */
export async function findMessage(tx: TenantTx, id: string): Promise<Message> {
  const [row] = await tx.query(sql<RowOf<typeof MESSAGE>>`
    select ${MESSAGE} from messages where tenant_id = ${tx.tenant.id} and id = ${id} for update`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find a message for id '${id}'.`);
  return toMessage(row);
}

export async function listMessages(tx: TenantTx, invitationId: string): Promise<Message[]> {
  const rows = await tx.query(sql<RowOf<typeof MESSAGE>>`
    select ${MESSAGE} from messages where tenant_id = ${tx.tenant.id} and invitation_id = ${invitationId} order by ordinal`);
  return rows.map(toMessage);
}

export async function saveMessage(
  tx: TenantTx,
  id: string,
  changes: Partial<Pick<Message, 'state' | 'tries' | 'fault' | 'sentAt'>>,
): Promise<void> {
  const { state, tries, fault, sentAt } = changes;
  await tx.query(sql`
    ${update('messages', { state, tries, fault, sent_at: sentAt })} where tenant_id = ${tx.tenant.id} and id = ${id}`);
}

function toMessage(row: RowOf<typeof MESSAGE>): Message {
  return {
    id: row.id,
    invitationId: row.invitation_id,
    personId: row.person_id,
    ordinal: row.ordinal,
    channel: row.channel,
    state: row.state,
    tries: row.tries,
    fault: row.fault,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
  };
}
