import type { Carried, Mail, MailSender } from '@reident/platform';
import type { Logger } from 'pino';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  url: string;
  /** Address that mails come from. */
  from: string;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/**
 * Hands a mail to the operator's own server, once. What the server answered decides whether it is worth another try; where the
 * connection breaks after the text went out, nobody knows whether it was taken.
 */
export function mailSender(log: Logger, { url, from }: MailSettings): MailSender {
  return {
    async send({ id, fromName, to, subject, text }: Mail): Promise<Carried> {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport(url, {
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: ANSWER_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as object);
      try {
        const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
        await transport.sendMail({ messageId, from: { name: fromName, address: from }, to, subject, text });
        return { outcome: 'sent' };
      } catch (error) {
        const carried = outcomeOf(error as SmtpFault);
        // Codes only: the server's words may repeat the address.
        log.warn({ message: id, ...carried }, 'a mail could not be handed over');
        return carried;
      } finally {
        transport.close();
      }
    },
  };
}

export interface SmtpFault {
  code?: string;
  responseCode?: number;
  /** What was being said when it failed. */
  command?: string;
}

/** What comes before the mail itself: an answer there is about the server or our account, not about this mail. */
const BEFORE_THE_MAIL = /^(CONN|STARTTLS|EHLO|HELO|AUTH\b.*|API)$/;
const BEFORE_THE_TEXT = /^(MAIL FROM|RCPT TO)$/;

/** The server's answer about this mail, by its first digit; without one, whether the text had gone out. */
export function outcomeOf(fault: SmtpFault): Exclude<Carried, { outcome: 'sent' }> {
  const { code = 'unknown', responseCode, command = '' } = fault;
  const name = responseCode === undefined ? code.toLowerCase() : `smtp_${responseCode}`;
  if (BEFORE_THE_MAIL.test(command)) return { outcome: 'later', fault: name };
  if (responseCode !== undefined) return { outcome: responseCode >= 500 ? 'refused' : 'later', fault: name };
  return { outcome: BEFORE_THE_TEXT.test(command) ? 'later' : 'unknown', fault: name };
}
