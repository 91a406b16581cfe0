import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startMailServer, type TestMailServer } from '../../tests/fixtures/rekyc/mail-server.ts';
import { mailSender, outcomeOf } from './mail-sender.ts';

let server: TestMailServer;
const logged: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());
beforeEach(() => server.reject(null));

const mail = {
  id: 'a1',
  fromName: 'Bänk',
  to: 'erika@kunde.example',
  subject: 'Bitte bestätigen',
  text: 'https://x.example/ü',
};
const sender = (url = server.url) => mailSender(log, { url, from: 'kyc@bank.example' });

describe('a mail to a customer', () => {
  it('arrives as it was written, from the bank, under an id that every try has', async () => {
    expect(await sender().send(mail)).toEqual({ outcome: 'sent' });
    const [got] = server.mails;
    expect(got?.subject).toBe(mail.subject);
    expect(got?.text?.trim()).toBe(mail.text);
    expect(got?.from?.value).toEqual([{ name: 'Bänk', address: 'kyc@bank.example' }]);
    expect(got?.messageId).toBe('<a1@bank.example>');
  });

  it.each([
    [550, 'refused'],
    [450, 'later'],
  ])(
    'that the server answers with %i is %s, and the log does not repeat the address [DAT-6]',
    async (code, outcome) => {
      server.reject(code);
      expect(await sender().send(mail)).toEqual({ outcome, fault: `smtp_${code}` });
      expect(logged.join()).not.toContain('kunde.example');
    },
  );

  it('is tried again later where nobody answers', async () => {
    expect(await sender(`smtp://127.0.0.1:${await freePort()}`).send(mail)).toMatchObject({ outcome: 'later' });
  });

  it('may have been taken where the connection broke after the text went out, and was not where it came to no mail', () => {
    expect(outcomeOf({ code: 'ECONNECTION', command: 'DATA' }).outcome).toBe('unknown');
    expect(outcomeOf({ code: 'ETIMEDOUT' }).outcome).toBe('unknown');
    expect(outcomeOf({ code: 'ETIMEDOUT', command: 'CONN' }).outcome).toBe('later');
    expect(outcomeOf({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }).outcome).toBe('later');
  });

  it('cannot smuggle in another recipient or header by its subject or name', async () => {
    const before = server.mails.length;
    await sender().send({ ...mail, subject: 'a\r\nBcc: other@kunde.example', fromName: 'b\r\nTo: x@kunde.example' });
    const got = server.mails[before];
    expect(got?.headers.has('bcc')).toBe(false);
    expect(got?.to).toMatchObject({ value: [{ address: 'erika@kunde.example' }] });
  });
});
