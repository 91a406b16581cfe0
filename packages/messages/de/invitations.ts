import type { Messages } from '../shape/messages.ts';

export const invitations: Messages['invitations'] = {
  subject: (bank) => `${bank}: Bitte bestätigen Sie Ihre Identität`,
  reminderSubject: (bank) => `Erinnerung von ${bank}: Bitte bestätigen Sie Ihre Identität`,
  body: (bank, link, dueOn) =>
    `Guten Tag,\n\nBanken sind gesetzlich verpflichtet, die Identität ihrer Kundinnen und Kunden regelmäßig zu überprüfen. Das dauert wenige Minuten; Sie benötigen Ihr Smartphone und Ihren Ausweis.\n\nBitte öffnen Sie bis zum ${dueOn} diesen Link:\n${link}\n\nDer Link ist nur für Sie bestimmt. Nach einem Passwort oder einer PIN fragen wir Sie nie.\n\nMit freundlichen Grüßen\n${bank}`,
  bodyWithoutDay: (bank, link) =>
    `Guten Tag,\n\nBanken sind gesetzlich verpflichtet, die Identität ihrer Kundinnen und Kunden regelmäßig zu überprüfen. Das dauert wenige Minuten; Sie benötigen Ihr Smartphone und Ihren Ausweis.\n\nBitte öffnen Sie möglichst bald diesen Link:\n${link}\n\nDer Link ist nur für Sie bestimmt. Nach einem Passwort oder einer PIN fragen wir Sie nie.\n\nMit freundlichen Grüßen\n${bank}`,
  sms: (bank, link) => `${bank}: Bitte bestätigen Sie hier Ihre Identität: ${link}`,
  letter: {
    heading: 'Bitte bestätigen Sie Ihre Identität',
    scan: 'Scannen Sie diesen Code mit Ihrem Smartphone',
    identId: (reference) => `Ihre Ident-ID: ${reference}`,
  },
};
