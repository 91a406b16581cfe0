import { inflateSync } from 'node:zlib';

/** Text set in one go, in points from the lower left corner of its page. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  baseline: number;
}

/** Text of each page of a PDF that this package wrote: enough of the format to read our own files back in tests. */
export function readPdfText(pdf: Buffer): string[] {
  return readPdfLines(pdf).map((lines) => lines.map(({ text }) => text).join('\n'));
}

/** The same, with the place of each line. */
export function readPdfLines(pdf: Buffer): PdfLine[][] {
  const objects = readObjects(pdf);
  return pagesOf(objects).map(({ head }) => {
    const resources = objects.get(refOf(head, 'Resources'))?.head ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
        const font = objects.get(Number(id))?.head ?? '';
        const descendant = objects.get(Number(/\/DescendantFonts \[(\d+) 0 R/.exec(font)?.[1]))?.head ?? '';
        const characters = readToUnicode(objects.get(refOf(font, 'ToUnicode'))?.stream ?? '');
        const widths = (/\/W \[0 \[([^\]]*)/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number);
        return [name, { characters, widths }];
      }),
    );
    return readContent(objects.get(refOf(head, 'Contents'))?.stream ?? '', fonts);
  });
}

/** What each page is drawn with, operator by operator. */
export function readPdfContents(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  return pagesOf(objects).map(({ head }) => objects.get(refOf(head, 'Contents'))?.stream ?? '');
}

function pagesOf(objects: ReadonlyMap<number, PdfObject>): PdfObject[] {
  return [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
}

interface PdfObject {
  head: string;
  stream: string;
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const head = match[2] ?? '';
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const start = match.index + match[0].length;
    const bytes = match[0].endsWith('endobj') ? Buffer.alloc(0) : pdf.subarray(start, start + length);
    const stream = head.includes('/FlateDecode') && bytes.length > 0 ? inflateSync(bytes) : bytes;
    objects.set(Number(match[1]), { head, stream: stream.toString('latin1') });
  }
  return objects;
}

function refOf(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? 0);
}

/** pdfkit numbers the characters of a font from 0 and lists them in ranges. */
function readToUnicode(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, from, , list] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...(list ?? '').matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], index) => {
      const units = Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex').swap16();
      characters.set(Number.parseInt(from ?? '0', 16) + index, units.toString('utf16le'));
    });
  }
  return characters;
}

interface PdfFont {
  characters: ReadonlyMap<number, string>;
  /** In thousandths of the size, by number of the character in the font. */
  widths: readonly number[];
}

function readContent(content: string, fonts: ReadonlyMap<string | undefined, PdfFont>): PdfLine[] {
  let font: PdfFont = { characters: new Map(), widths: [] };
  let [size, left, baseline] = [0, 0, 0];
  const lines: PdfLine[] = [];
  const operators = /1 0 0 1 (\S+) (\S+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;
  for (const [, x, y, name, points, parts] of content.matchAll(operators)) {
    if (x && y) [left, baseline] = [Number(x), Number(y)];
    if (name) font = fonts.get(name) ?? { characters: new Map(), widths: [] };
    if (points) size = Number(points);
    if (parts === undefined) continue;
    let [text, width] = ['', 0];
    for (const [, digits, kern] of parts.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/gi)) {
      width -= Number(kern ?? 0);
      for (const code of digits?.match(/.{4}/g) ?? []) {
        const index = Number.parseInt(code, 16);
        text += font.characters.get(index) ?? '';
        width += font.widths[index] ?? 0;
      }
    }
    lines.push({ text, left, right: left + (width * size) / 1000, baseline });
  }
  return lines;
}
