import type { Messages } from '../shape/messages.ts';

export const server = {
  sms: {
    code: (code, partner) =>
      `${code} ist Ihr Code für die Identifizierung bei ${partner}. Geben Sie ihn an niemanden weiter.`,
  },
  login: {
    title: 'Reident-Konsole',
    heading: 'In der Konsole anmelden',
    button: 'Anmelden',
    ask: 'Dieser Link ist persönlich. Er gilt einmal, innerhalb von 15 Minuten.',
    none: 'Sie brauchen einen Anmeldelink. Sie erhalten ihn von Ihrer Administration; der erste wird beim Start des Servers ausgegeben.',
    used: 'Dieser Link ist abgelaufen oder wurde schon verwendet. Bitte fordern Sie einen neuen an.',
  },
  plain: {
    nothingHere: 'Unter dieser Adresse gibt es nichts.',
    tooManyTries: 'Zu viele Versuche. Bitte warten Sie eine Minute.',
    openAgain: 'Das hat nicht geklappt. Bitte öffnen Sie Ihren Link noch einmal.',
  },
} satisfies Messages['server'];
