import { numberShapes } from '@reident/domain';
import type { MrzFormat } from '@reident/mrz';
import { type Reprint, reprintedText } from '../attacks/reprint.ts';
import { isoDate, type SamplePerson } from '../people/persons.ts';
import { drawPortrait, type Face } from '../people/portrait.ts';
import type { Box } from '../photo/geometry.ts';
import { escapeText } from '../photo/render.ts';
import type { Random } from '../random.ts';
import { type Condition, drawCondition } from './condition.ts';
import { drawGuilloche } from './guilloche.ts';
import { drawHologram } from './hologram.ts';
import { type DocumentKind, type DocumentSide, type FieldName, ISSUERS, type IssuerCode, layoutOf } from './layouts.ts';
import { composeMrz, frenchNumber, withBrokenCheckDigit } from './mrz.ts';

/** A synthetic document: who holds it, what it says, and what is wrong with it. */
export interface SampleDocument {
  kind: DocumentKind;
  issuer: IssuerCode;
  holder: SamplePerson;
  face: Face;
  number: string;
  issuedOn: string;
  expiresOn: string;
  /** State of the holder where that is not the issuer, as the MRZ spells it. */
  nationality?: string;
  /** Values printed in the VIZ only, so that it contradicts the MRZ. */
  printedOtherwise?: Partial<Record<FieldName, string>>;
  /** Values that were altered afterwards: scraped off, and written anew in another type beside the line. */
  altered?: Partial<Record<FieldName, string>>;
  /** Values that were altered together with the MRZ, so that only the way in which they are printed tells. */
  reprinted?: Partial<Record<FieldName, Reprint>>;
  /** Somebody else's picture was glued or edited over the portrait. */
  pastedPortrait?: Face;
  /** One check digit of the MRZ is wrong. */
  brokenCheckDigit?: boolean;
  /** The portrait is engraved by a laser, in shades of grey. */
  engravedPortrait?: boolean;
  /** Prints SPECIMEN across the page. */
  specimenMark?: boolean;
  condition?: readonly Condition[];
  /** A diffractive patch as it looks at this angle of tilt, in degrees; without it the side bears none. */
  hologramDegrees?: number;
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
  /** What was put over the text later, in fractions of the side. */
  pasted: Box[];
}

/** Letters that document numbers use: no vowels, nothing that resembles a digit. */
const NUMBER_ALPHABET = 'CFGHJKLMNPRTVWXYZ0123456789';

/** In the shape of its State where that is known and another than ours. */
export function drawDocumentNumber(random: Random, kind: DocumentKind, issuer: IssuerCode): string {
  const [shape] = issuer === 'DEU' ? [] : numberShapes(kind === 'identity_card_td2' ? 'identity_card' : kind, issuer);
  if (shape)
    return shape
      .flatMap(([alphabet, count]) => Array.from({ length: count }, () => random.pick([...alphabet])))
      .join('');
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
  const pasted: Box[] = [];
  const paste = (box: Box) =>
    pasted.push({ x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height });
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
    const portrait = drawPortrait(document.face, layout.portrait, 'portrait');
    parts.push(document.engravedPortrait ? engraved(portrait) : portrait);
    if (document.pastedPortrait) {
      const { x, y, width: across, height: down } = layout.portrait;
      const over = { x: x - 5, y: y - 4, width: across + 9, height: down + 11 };
      parts.push(
        `<g transform="rotate(0.9 ${x} ${y})"><rect x="${over.x}" y="${over.y}" width="${over.width}" height="${over.height}" fill="#8f8a80" opacity="0.7"/>${drawPortrait(document.pastedPortrait, { ...over, background: '#c9d3de' }, 'pasted')}</g>`,
      );
      paste(over);
    }
  }
  for (const { field, x, y, size, label } of layout.fields) {
    const altered = document.altered?.[field];
    const value = altered ?? document.printedOtherwise?.[field] ?? printedValue(document, field, random);
    printed[field] = value;
    const [labelX, labelY, valueX, valueY] =
      label.length <= 3 ? [x - 42, y + size, x, y + size] : [x, y, x, y + size + 4];
    const room = nextColumn(layout.fields, x, y) ?? width - 20;
    const type = Math.min(size, ((room - valueX) / Math.max(1, value.length)) * 1.42);
    const reprint = document.reprinted?.[field];
    parts.push(
      `<text x="${labelX}" y="${labelY}" font-family="DejaVu Sans" font-size="13" fill="#3a5a7a">${escapeText(label)}</text>`,
      reprint
        ? reprintedText(reprint, value, valueX, valueY, type, issuer.paper)
        : altered === undefined
          ? `<text x="${valueX}" y="${valueY}" font-family="DejaVu Sans" font-size="${type.toFixed(1)}" font-weight="bold" fill="#15151c">${escapeText(value)}</text>`
          : alteredText(value, valueX, valueY, type, issuer.paper),
    );
    if (altered !== undefined)
      paste({ x: valueX - 5, y: valueY - type, width: type * 0.72 * value.length, height: type * 1.3 });
    boxes[field] = { x: valueX, y: valueY - size, width: type * 0.72 * value.length, height: size * 1.3 };
  }
  let mrz: DrawnSide['mrz'] = null;
  if (layout.mrz) {
    const { format, x, y, leading } = layout.mrz;
    const sound = composeMrz(format, document);
    mrz = { format, lines: document.brokenCheckDigit ? withBrokenCheckDigit(format, sound) : sound };
    boxes.mrz = { x, y: y - 26, width: 25.4 * mrz.lines[0]!.length, height: leading * (mrz.lines.length - 1) + 30 };
    parts.push(
      `<rect x="0" y="${y - 60}" width="${width}" height="${height - y + 60}" fill="#ffffff" opacity="0.5"/>`,
      mrzText(mrz.lines, x, y, leading),
    );
  }
  if (document.specimenMark) parts.push(specimenMark(width, height));
  for (const condition of document.condition ?? [])
    parts.push(drawCondition(condition, width, height, random.fork(condition)));
  if (document.hologramDegrees !== undefined) parts.push(drawHologram(width, height, document.hologramDegrees));
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`,
    width,
    height,
    mrz,
    boxes,
    printed,
    pasted,
  };
}

/** Characters of an MRZ stand 2.54 mm apart, whatever their own width (ICAO Doc 9303-3, section 4.4). */
export function mrzText(lines: readonly string[], x: number, y: number, leading: number): string {
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

function engraved(portrait: string): string {
  return `<filter id="engraved"><feColorMatrix type="saturate" values="0"/></filter><g filter="url(#engraved)">${portrait}</g>`;
}

/** A patch of paper colour that does not quite match, and type that is not the document's. */
function alteredText(value: string, x: number, y: number, type: number, paper: string): string {
  return `<rect x="${x - 5}" y="${y - type * 1.02}" width="${(type * 0.62 * value.length + 10).toFixed(0)}" height="${(type * 1.34).toFixed(0)}" fill="${paper}"/>
    <text x="${x + 2}" y="${(y + type * 0.12).toFixed(1)}" font-family="DejaVu Sans Condensed" font-size="${(type * 1.04).toFixed(1)}" fill="#22222c">${escapeText(value)}</text>`;
}

function titleOf({ kind, issuer }: SampleDocument): string {
  const { name, cardTitle } = ISSUERS[issuer];
  const titles: Partial<Record<DocumentKind, string>> = {
    driving_licence: `FÜHRERSCHEIN / DRIVING LICENCE   ${name}`,
    visa_a: `VISUM / VISA   ${name}`,
    visa_b: `VISUM / VISA   ${name}`,
    residence_permit: `AUFENTHALTSTITEL / RESIDENCE PERMIT   ${name}`,
  };
  return titles[kind] ?? `${name}   ${cardTitle}`;
}

/** Where the next field on the same height begins. */
function nextColumn(fields: readonly { x: number; y: number }[], x: number, y: number): number | undefined {
  return fields.find((other) => other.y === y && other.x > x)?.x;
}

function printedValue(document: SampleDocument, field: FieldName, random: Random): string {
  const { holder, issuer } = document;
  const values: Record<FieldName, () => string> = {
    documentCode: () => (document.kind === 'passport' ? 'P' : document.kind === 'residence_permit' ? 'AR' : 'ID'),
    issuer: () => ISSUERS[issuer].mrzCode,
    documentNumber: () => (document.kind === 'french_card' ? frenchNumber(document.number) : document.number),
    lastName: () => holder.lastName.toLocaleUpperCase('de').replaceAll('ß', 'ẞ'),
    firstName: () => holder.firstName.toLocaleUpperCase('de').replaceAll('ß', 'ẞ'),
    nationality: () => document.nationality ?? (issuer === 'DEU' ? 'DEUTSCH' : issuer),
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
