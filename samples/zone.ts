import type { SamplePerson } from './persons.ts';

export type MrzFormatName = 'TD1' | 'TD2' | 'TD3';

interface ZoneContent {
  holder: Pick<SamplePerson, 'firstName' | 'lastName' | 'sex' | 'birthDate'>;
  issuer: string;
  number: string;
  expiresOn: string;
}

const WEIGHTS = [7, 3, 1];
function checkDigit(field: string): string {
  let sum = 0;
  for (let i = 0; i < field.length; i++) {
    const c = field[i]!;
    const value = c === '<' ? 0 : /[0-9]/.test(c) ? Number(c) : c.charCodeAt(0) - 55;
    sum += value * WEIGHTS[i % 3]!;
  }
  return String(sum % 10);
}
const SPECIAL: Record<string, string> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ẞ: 'SS',
  ß: 'SS',
  Å: 'AA',
  Ø: 'OE',
  Æ: 'AE',
  Ł: 'L',
  Đ: 'D',
  I: 'I',
  İ: 'I',
};
function transliterate(name: string): string {
  return [...name.normalize('NFC').toUpperCase()]
    .map((c) => SPECIAL[c] ?? c.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('')
    .replaceAll("'", '')
    .replace(/[^A-Z]+/g, '<');
}

/** The lines of the machine-readable zone, check digits included. */
export function composeZone(format: MrzFormatName, { holder, issuer, number, expiresOn }: ZoneContent): string[] {
  const fill = (text: string, length: number) => text.padEnd(length, '<').slice(0, length);
  const day = (iso: string) => iso.slice(2).replaceAll('-', '');
  const withDigit = (field: string) => field + checkDigit(field);
  const name = `${transliterate(holder.lastName)}<<${transliterate(holder.firstName)}`;
  const state = fill(issuer, 3);
  const sex = holder.sex === 'X' ? '<' : holder.sex;
  const birth = withDigit(day(holder.birthDate));
  const expiry = withDigit(day(expiresOn));
  const document = withDigit(fill(number, 9));
  if (format === 'TD1') {
    const first = fill(`ID${state}${document}`, 30);
    const second = `${birth}${sex}${expiry}${state}${fill('', 11)}`;
    return [first, second + checkDigit(first.slice(5) + birth + expiry + fill('', 11)), fill(name, 30)];
  }
  if (format === 'TD2') {
    const optional = fill('', 7);
    return [
      fill(`I<${state}${name}`, 36),
      `${document}${state}${birth}${sex}${expiry}${optional}${checkDigit(document + birth + expiry + optional)}`,
    ];
  }
  const optional = `${fill('', 14)}<`;
  return [
    fill(`P<${state}${name}`, 44),
    `${document}${state}${birth}${sex}${expiry}${optional}${checkDigit(document + birth + expiry + optional)}`,
  ];
}

/** The same zone with the check digit of the birth date off by one. */
export function withBrokenCheckDigit(format: MrzFormatName, lines: readonly string[]): string[] {
  const [line, column] = format === 'TD1' ? [1, 6] : [1, 19];
  return lines.map((text, row) =>
    row === line ? text.slice(0, column) + ((Number(text[column]) + 1) % 10) + text.slice(column + 1) : text,
  );
}
