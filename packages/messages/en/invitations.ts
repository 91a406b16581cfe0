/** What an invited customer reads before the link is opened. Why somebody is due is never said: it may be a suspicion. */
export const invitations = {
  subject: (bank: string) => `${bank}: please confirm your identity`,
  reminderSubject: (bank: string) => `Reminder from ${bank}: please confirm your identity`,
  body: (bank: string, link: string, dueOn: string) =>
    `Hello,\n\nthe law requires banks to check the identity of their customers from time to time. It takes a few minutes with your phone and your identity document.\n\nPlease open this link by ${dueOn}:\n${link}\n\nThe link is meant for you alone. We will never ask you for a password or a PIN.\n\nYours sincerely\n${bank}`,
  bodyWithoutDay: (bank: string, link: string) =>
    `Hello,\n\nthe law requires banks to check the identity of their customers from time to time. It takes a few minutes with your phone and your identity document.\n\nPlease open this link as soon as you can:\n${link}\n\nThe link is meant for you alone. We will never ask you for a password or a PIN.\n\nYours sincerely\n${bank}`,
  sms: (bank: string, link: string) => `${bank}: please confirm your identity here: ${link}`,
  letter: {
    heading: 'Please confirm your identity',
    scan: 'Scan this code with your phone',
    identId: (reference: string) => `Your Ident-ID: ${reference}`,
  },
};
