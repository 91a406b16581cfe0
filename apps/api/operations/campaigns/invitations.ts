import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import { writeLetter } from '@reident/platform';
import {
  findCampaign,
  findInvitation,
  listInvitations as list,
  listMessages,
  recordAudit,
  saveInvitation,
} from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { flagText } from '../../contract/schemas.ts';
import {
  CampaignId,
  InvitationId,
  InvitationResource,
  InvitationState,
  MessageResource,
  toInvitation,
  toMessage,
} from '../../resources/campaign.ts';
import { PersonId } from '../../resources/person.ts';

/** Who was asked, how it stands and where somebody has to look. */
export const listInvitations = defineOperation({
  method: 'GET',
  path: '/reident/v1/invitations',
  tag: 'Reident',
  summary: 'List invitations',
  query: {
    campaign_id: CampaignId.optional(),
    person_id: PersonId.optional(),
    state: InvitationState.optional(),
    open_tasks: flagText().optional().describe('Only those at which a person has to look'),
    ...PAGING,
  },
  answer: z.array(InvitationResource),
  paged: true,
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { campaign_id: campaignId, person_id: personId, state, open_tasks: openTasks } = query;
    const { rows, total } = await list(tx, { page: asked, campaignId, personId, state, openTasks });
    return new PageAnswer(rows.map(toInvitation), { asked, total });
  },
});

const ONE = { tag: 'Reident', params: { id: InvitationId } } as const;

const InvitationDetails = answerComponent(
  'InvitationDetails',
  InvitationResource.extend({ messages: z.array(MessageResource) }),
);

export const getInvitation = defineOperation({
  ...ONE,
  method: 'GET',
  path: '/reident/v1/invitations/{id}',
  summary: 'Retrieve an invitation with its messages',
  answer: InvitationDetails,
  errors: [],

  async handle({ params }, { tx }) {
    const invitation = await findInvitation(tx, params.id);
    return { ...toInvitation(invitation), messages: (await listMessages(tx, params.id)).map(toMessage) };
  },
});

/** The invitation as a letter to print, for a window envelope. Who fetched it is written down [API-9]. */
export const downloadLetter = defineOperation({
  ...ONE,
  method: 'GET',
  path: '/reident/v1/invitations/{id}/letter',
  summary: 'Download an invitation as a letter',
  description: 'PDF with the address, the Ident-ID and the link as a QR code.',
  answer: 'file',
  errors: ['wrong_status'],

  async handle({ params }, { tx, caller }) {
    const invitation = await findInvitation(tx, params.id);
    const letter =
      invitation.state === 'invited'
        ? await writeLetter(tx, await findCampaign(tx, invitation.campaignId), invitation)
        : null;
    if (letter === null)
      throw new PlatformError(
        'wrong_status',
        'There is a letter only for an open invitation of a person with an address',
      );
    await recordAudit(tx, { actor: caller.actor, action: 'invitation.letter_downloaded', entity: invitation.id });
    return new Answer(letter, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(letter.length),
        'content-disposition': `attachment; filename="${invitation.id}.pdf"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  },
});

/** Somebody has looked. Doing it twice changes nothing. */
export const closeTask = defineOperation({
  ...ONE,
  method: 'POST',
  path: '/reident/v1/invitations/{id}/close_task',
  summary: 'Close the task of an invitation',
  answer: InvitationResource,
  errors: ['wrong_status'],

  async handle({ params }, { tx, caller }) {
    const invitation = await findInvitation(tx, params.id, { lock: true });
    if (invitation.taskAt === null)
      throw new PlatformError('wrong_status', 'an invitation without a task has none to close');
    if (invitation.taskClosedAt !== null) return toInvitation(invitation);
    await recordAudit(tx, { actor: caller.actor, action: 'invitation.task_closed', entity: invitation.id });
    return toInvitation(await saveInvitation(tx, invitation, { taskClosedAt: tx.now }));
  },
});
