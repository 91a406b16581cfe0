import { inflateSync } from 'node:zlib';

/** Text of each page of a PDF that this package wrote: enough of the format to read our own files back in tests. */
export function readPdfText(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const resources = objects.get(refOf(head, 'Resources'))?.head ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
        const font = objects.get(Number(id))?.head ?? '';
        return [name, readToUnicode(objects.get(refOf(font, 'ToUnicode'))?.stream ?? '')];
      }),
    );
    return readContent(objects.get(refOf(head, 'Contents'))?.stream ?? '', fonts);
  });
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

function readContent(content: string, fonts: ReadonlyMap<string | undefined, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  const lines: string[] = [];
  for (const [, name, parts] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    if (parts === undefined) continue;
    const hex = [...parts.matchAll(/<([0-9a-f]*)>/gi)].map(([, digits]) => digits).join('');
    lines.push((hex.match(/.{4}/g) ?? []).map((code) => font.get(Number.parseInt(code, 16)) ?? '').join(''));
  }
  return lines.join('\n');
}
