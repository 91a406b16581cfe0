import type { MrzFormat } from '@reident/mrz';
import { drawGuilloche } from './guilloche.ts';
import { type DocumentKind, type DocumentSide, type FieldName, ISSUERS, type IssuerCode, layoutOf } from './layouts.ts';
import { isoDate, type SamplePerson } from './persons.ts';
import { drawPortrait, type Face } from './portrait.ts';
import type { Random } from './random.ts';
import { escapeText } from './render.ts';
import { composeZone, withBrokenCheckDigit } from './zone.ts';

/** A synthetic document: who holds it, what it says, and what is wrong with it. */
export interface SampleDocument {
  kind: DocumentKind;
  issuer: IssuerCode;
  holder: SamplePerson;
  face: Face;
  number: string;
  issuedOn: string;
  expiresOn: string;
  /** Values printed in the visual zone only, so that it contradicts the MRZ. */
  printedOtherwise?: Partial<Record<FieldName, string>>;
  /** One check digit of the MRZ is wrong. */
  brokenCheckDigit?: boolean;
  /** Prints SPECIMEN across the page. */
  specimenMark?: boolean;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One side as SVG, with where everything is. Lengths and boxes in tenths of a millimetre. */
export interface DrawnSide {
  svg: string;
  width: number;
  height: number;
  mrz: { format: MrzFormat; lines: string[] } | null;
  /** What is printed where; the portrait and the MRZ are boxes too. */
  boxes: Partial<Record<FieldName | 'portrait' | 'mrz', Box>>;
  printed: Partial<Record<FieldName, string>>;
}

/** Letters that document numbers use: no vowels, nothing that resembles a digit. */
const NUMBER_ALPHABET = 'CFGHJKLMNPRTVWXYZ0123456789';

export function drawDocumentNumber(random: Random): string {
  return (
    random.pick(['C', 'L', 'T', 'X']) + Array.from({ length: 8 }, () => random.pick([...NUMBER_ALPHABET])).join('')
  );
}

/** Valid for ten years, around the day given. */
export function drawValidity(random: Random, day: string): { issuedOn: string; expiresOn: string } {
  const year = Number(day.slice(0, 4)) - random.integer(1, 8);
  const month = random.integer(1, 12);
  const dayOfMonth = random.integer(2, 28);
  return { issuedOn: isoDate(year, month, dayOfMonth), expiresOn: isoDate(year + 10, month, dayOfMonth - 1) };
}

export function drawSide(document: SampleDocument, side: DocumentSide, random: Random): DrawnSide {
  const layout = layoutOf(document.kind, side);
  const issuer = ISSUERS[document.issuer];
  const { width, height } = layout;
  const printed: DrawnSide['printed'] = {};
  const boxes: DrawnSide['boxes'] = {};
  const parts = [
    `<rect width="${width}" height="${height}" rx="30" fill="${issuer.paper}"/>`,
    drawGuilloche(width, height, issuer.tints, random.fork('guilloche')),
  ];
  if (layout.title) {
    const { x, y, size } = layout.title;
    const title = document.kind === 'passport' ? `${issuer.name}   REISEPASS / PASSPORT` : titleOf(document);
    const type = Math.min(size, ((width - x - 30) / title.length) * 1.38);
    parts.push(
      `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${type.toFixed(1)}" font-weight="bold" fill="#1d3c66">${escapeText(title)}</text>`,
    );
  }
  if (layout.portrait) {
    boxes.portrait = layout.portrait;
    parts.push(drawPortrait(document.face, layout.portrait, 'portrait'));
  }
  for (const { field, x, y, size, label } of layout.fields) {
    const value = document.printedOtherwise?.[field] ?? printedValue(document, field, random);
    printed[field] = value;
    const [labelX, labelY, valueX, valueY] =
      label.length <= 3 ? [x - 42, y + size, x, y + size] : [x, y, x, y + size + 4];
    const room = nextColumn(layout.fields, x, y) ?? width - 20;
    const type = Math.min(size, ((room - valueX) / Math.max(1, value.length)) * 1.42);
    parts.push(
      `<text x="${labelX}" y="${labelY}" font-family="DejaVu Sans" font-size="13" fill="#3a5a7a">${escapeText(label)}</text>`,
      `<text x="${valueX}" y="${valueY}" font-family="DejaVu Sans" font-size="${type.toFixed(1)}" font-weight="bold" fill="#15151c">${escapeText(value)}</text>`,
    );
    boxes[field] = { x: valueX, y: valueY - size, width: type * 0.72 * value.length, height: size * 1.3 };
  }
  let mrz: DrawnSide['mrz'] = null;
  if (layout.zone) {
    const { format, x, y, leading } = layout.zone;
    const sound = composeZone(format, { ...document, issuer: issuer.mrzCode });
    mrz = { format, lines: document.brokenCheckDigit ? withBrokenCheckDigit(format, sound) : sound };
    boxes.mrz = { x, y: y - 26, width: 25.4 * mrz.lines[0]!.length, height: leading * (mrz.lines.length - 1) + 30 };
    parts.push(
      `<rect x="0" y="${y - 60}" width="${width}" height="${height - y + 60}" fill="#ffffff" opacity="0.5"/>`,
      zoneText(mrz.lines, x, y, leading),
    );
  }
  if (document.specimenMark) parts.push(specimenMark(width, height));
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
    width,
    height,
    mrz,
    boxes,
    printed,
  };
}

/** Characters of an MRZ stand 2.54 mm apart, whatever their own width (ICAO Doc 9303-3, section 4.4). */
export function zoneText(lines: readonly string[], x: number, y: number, leading: number): string {
  const pitch = 25.4;
  return lines
    .flatMap((line, row) =>
      [...line].map(
        (character, column) =>
          `<text x="${(x + (column + 0.5) * pitch).toFixed(1)}" y="${(y + row * leading).toFixed(1)}" text-anchor="middle" font-family="OCR B" font-size="35" fill="#141414">${escapeText(character)}</text>`,
      ),
    )
    .join('');
}

function titleOf({ kind, issuer }: SampleDocument): string {
  const { name, cardTitle } = ISSUERS[issuer];
  return kind === 'driving_licence' ? `FÜHRERSCHEIN / DRIVING LICENCE   ${name}` : `${name}   ${cardTitle}`;
}

/** Where the next field on the same height begins. */
function nextColumn(fields: readonly { x: number; y: number }[], x: number, y: number): number | undefined {
  return fields.find((other) => other.y === y && other.x > x)?.x;
}

function printedValue(document: SampleDocument, field: FieldName, random: Random): string {
  const { holder, issuer } = document;
  const values: Record<FieldName, () => string> = {
    documentCode: () => (document.kind === 'passport' ? 'P' : 'ID'),
    issuer: () => ISSUERS[issuer].mrzCode,
    documentNumber: () => document.number,
    lastName: () => holder.lastName.toLocaleUpperCase('de').replaceAll('ß', 'ẞ'),
    firstName: () => holder.firstName.toLocaleUpperCase('de').replaceAll('ß', 'ẞ'),
    nationality: () => (issuer === 'DEU' ? 'DEUTSCH' : issuer),
    birthDate: () => printedDate(holder.birthDate),
    birthPlace: () => holder.birthPlace.toLocaleUpperCase('de').replaceAll('ß', 'ẞ'),
    sex: () => holder.sex,
    issuedOn: () => printedDate(document.issuedOn),
    expiresOn: () => printedDate(document.expiresOn),
    authority: () => `STADT ${holder.city.toLocaleUpperCase('de').replaceAll('ß', 'ẞ')}`,
    height: () => `${holder.heightCentimetres} cm`,
    address: () => `${holder.postalCode} ${holder.city}, ${holder.street}`.toLocaleUpperCase('de'),
    accessNumber: () => String(random.fork('access number').integer(100000, 999999)),
    categories: () => 'AM/B/L',
  };
  return values[field]();
}

function printedDate(isoDay: string): string {
  const [year, month, day] = isoDay.split('-');
  return `${day}.${month}.${year}`;
}

function specimenMark(width: number, height: number): string {
  return `<text x="${width / 2}" y="${height / 2}" text-anchor="middle" transform="rotate(-28 ${width / 2} ${height / 2})" font-family="DejaVu Sans" font-size="${width / 7}" font-weight="bold" fill="#c01818" opacity="0.45">SPECIMEN</text>`;
}
