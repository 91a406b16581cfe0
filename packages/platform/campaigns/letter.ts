import { createRequire } from 'node:module';
import { dayOf } from '@reident/domain/rekyc';
import { messages } from '@reident/messages';
import { type Campaign, findIdentification, findPerson, type Invitation, type TenantTx } from '@reident/store';
import type * as Pdfkit from 'pdfkit';
import type * as Qr from 'qrcode';
import { FONT_NAMES, fontOf, printable } from '../kyc-report/fonts.ts';
import { addressOf } from './addresses.ts';
import { textFor } from './texts.ts';

/** Loaded with the first letter. */
const load = createRequire(import.meta.url);

const MM = 72 / 25.4;
/** Where the window of an envelope is [DIN 5008, form B]. */
const WINDOW = { x: 20 * MM, y: 62 * MM };
const TEXT_Y = 105 * MM;
const QR_SIZE = 38 * MM;

/** The invitation as a letter for a window envelope, with the Ident-ID and the link as a QR code; null where there is no postal address. */
export async function writeLetter(tx: TenantTx, { plan }: Campaign, invitation: Invitation): Promise<Buffer | null> {
  if (invitation.identificationId === null) return null;
  const person = await findPerson(tx, invitation.personId);
  const address = addressOf(tx.tenant.kind, person, 'letter', null);
  if (address === null) return null;
  const identification = await findIdentification(tx, invitation.identificationId);
  if (identification.url === null || identification.reference === null) return null;
  const about = { ordinal: invitation.reminders, today: dayOf(tx.now) };
  const { body } = textFor(plan, tx.tenant.name, invitation, identification, about);
  const { first_name: first, last_name: last } = person.attributes;
  const name = [first, last].filter(Boolean).join(' ');
  return draw({
    language: plan.language,
    sender: tx.tenant.name,
    address: `${name}\n${address}`,
    body,
    link: identification.url,
    reference: identification.reference,
    writtenAt: invitation.invitedAt ?? tx.now,
  });
}

interface Letter {
  language: 'de' | 'en';
  sender: string;
  address: string;
  body: string;
  link: string;
  reference: string;
  writtenAt: Date;
}

function draw({ language, sender, address, body, link, reference, writtenAt }: Letter): Promise<Buffer> {
  const words = messages(language).invitations.letter;
  const Document = load('pdfkit') as typeof Pdfkit.default;
  const info = {
    Title: words.heading,
    Creator: 'Reident',
    Producer: 'Reident',
    CreationDate: writtenAt,
    ModDate: writtenAt,
  };
  const doc = new Document({ size: 'A4', margin: 25 * MM, lang: language, displayTitle: true, info });
  for (const font of FONT_NAMES) doc.registerFont(font, fontOf(font));
  const width = doc.page.width - 2 * 25 * MM;
  const write = (text: string, size: number, x?: number, y?: number) =>
    doc
      .font('plain')
      .fontSize(size)
      .text(printable(text, 'plain'), x ?? 25 * MM, y ?? doc.y, { width });
  write(sender, 7, WINDOW.x, WINDOW.y - 5 * MM);
  write(address, 10, WINDOW.x, WINDOW.y);
  doc
    .font('bold')
    .fontSize(13)
    .text(printable(words.heading, 'bold'), 25 * MM, TEXT_Y, { width });
  doc.moveDown();
  write(body, 10);
  doc.moveDown();
  const top = doc.y;
  drawCode(doc, link, 25 * MM, top);
  const beside = 25 * MM + QR_SIZE + 6 * MM;
  doc
    .font('plain')
    .fontSize(10)
    .text(printable(words.scan, 'plain'), beside, top + 6 * MM);
  doc
    .font('bold')
    .fontSize(12)
    .text(printable(words.identId(reference), 'bold'), beside, top + 14 * MM);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

function drawCode(doc: PDFKit.PDFDocument, link: string, x: number, y: number): void {
  const { modules } = (load('qrcode') as typeof Qr).create(link, { errorCorrectionLevel: 'M' });
  const side = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) doc.rect(x + column * side, y + row * side, side, side);
  }
  doc.fill('#000000');
}
