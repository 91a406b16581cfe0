import { type CampaignPlan, fillText } from '@reident/domain/rekyc';
import { formatsFor, messages } from '@reident/messages';
import type { Identification, Invitation } from '@reident/store';

export interface CustomerText {
  subject: string;
  body: string;
}

/** What the customer reads, in the words of the campaign or in ours. */
export function textFor(
  plan: CampaignPlan,
  bank: string,
  invitation: Pick<Invitation, 'dueOn'>,
  { url, reference }: Pick<Identification, 'url' | 'reference'>,
  about: { ordinal: number; today: string },
): CustomerText {
  const words = messages(plan.language).invitations;
  const link = url ?? '';
  const dueOn = formatsFor(plan.language).day(invitation.dueOn);
  const { text } = plan;
  if (text !== null) {
    const values = { link, bank, due_on: dueOn, ident_id: reference ?? '' };
    return { subject: fillText(text.subject, values), body: fillText(text.body, values) };
  }
  const inTime = invitation.dueOn > about.today;
  return {
    subject: about.ordinal === 0 ? words.subject(bank) : words.reminderSubject(bank),
    body: inTime ? words.body(bank, link, dueOn) : words.bodyWithoutDay(bank, link),
  };
}

export function smsTextFor(plan: CampaignPlan, bank: string, { url }: Pick<Identification, 'url'>): string {
  return messages(plan.language).invitations.sms(bank, url ?? '');
}
