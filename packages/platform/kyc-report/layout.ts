import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Fontkit from 'fontkit';
import type * as Pdfkit from 'pdfkit';
import { cropAround } from './regions.ts';

/** Loaded with the first report: together they take a fifth of a second that no start of the server should pay. */
const load = createRequire(import.meta.url);

const MARGIN = 48;
const FOOTER_HEIGHT = 30;
const COLORS = {
  ink: '#17212b',
  soft: '#55636f',
  line: '#d3dae0',
  accent: '#0b5c70',
  wash: '#eef3f5',
  good: '#1c6b3f',
  bad: '#a3261b',
  doubt: '#8a5a00',
};

export type Tone = 'plain' | 'good' | 'bad' | 'doubt';

export interface Cell {
  text: string;
  style?: 'plain' | 'bold' | 'mono' | 'soft';
  tone?: Tone;
}

type OpenedImage = PDFKit.Mixins.ImageSrc & { width: number; height: number };

/** Points; a portrait held upright then still leaves room for the questions beside it. */
const TALLEST_CROP = 150;

/** Sets the report: headings, tables and pictures one below the other, each broken to the next page as a whole. */
export class ReportLayout {
  readonly #doc: PDFKit.PDFDocument;
  readonly #finished: Promise<Buffer>;
  readonly #opened = new Map<Uint8Array, OpenedImage | null>();

  /** @param createdAt  also names the file inside, so that the same case gives the same bytes */
  constructor(about: { title: string; language: string; createdAt: Date }) {
    const { title, language, createdAt } = about;
    const info = { Title: title, Creator: 'Reident', Producer: 'Reident', CreationDate: createdAt, ModDate: createdAt };
    const Document = load('pdfkit') as typeof Pdfkit.default;
    this.#doc = new Document({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      lang: language,
      displayTitle: true,
      info,
    });
    this.#doc.registerFont('plain', font('DejaVuSans'));
    this.#doc.registerFont('bold', font('DejaVuSans-Bold'));
    this.#doc.registerFont('mono', font('DejaVuSansMono'));
    const chunks: Buffer[] = [];
    this.#finished = new Promise((resolve, reject) => {
      this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.#doc.on('error', reject);
    });
  }

  title(kind: string, name: string, subtitle: string): void {
    const { left, width } = this.#frame();
    this.#doc
      .font('bold')
      .fontSize(9)
      .fillColor(COLORS.accent)
      .text('REIDENT', left, MARGIN, { characterSpacing: 1.5, lineBreak: false });
    this.#doc
      .font('bold')
      .fontSize(20)
      .fillColor(COLORS.ink)
      .text(kind, left, MARGIN + 16, { width });
    this.#doc.font('plain').fontSize(10).fillColor(COLORS.soft).text(`${name}  ${subtitle}`, { width });
    this.#doc.moveDown(0.9);
  }

  heading(text: string, keepWith = 60): void {
    this.#room(keepWith + 30);
    const { left, width } = this.#frame();
    this.#doc.y += 12;
    this.#doc.font('bold').fontSize(11.5).fillColor(COLORS.accent).text(text, left, this.#doc.y, { width });
    this.#rule(this.#doc.y + 3);
    this.#doc.y += 8;
  }

  /** A box that nobody overlooks. */
  notice(text: string, tone: Tone): void {
    const { left, width } = this.#frame();
    this.#doc.font('bold').fontSize(9.5);
    const height = this.#doc.heightOfString(text, { width: width - 28 }) + 16;
    this.#room(height + 6);
    const top = this.#doc.y;
    this.#doc.rect(left, top, width, height).fill(COLORS.wash);
    this.#doc.rect(left, top, 4, height).fill(toneColor(tone));
    this.#doc.fillColor(COLORS.ink).text(text, left + 16, top + 8, { width: width - 28 });
    this.#doc.y = top + height + 8;
  }

  paragraph(text: string, tone: Tone = 'plain'): void {
    const { left, width } = this.#frame();
    this.#doc.font('plain').fontSize(8.5);
    this.#room(this.#doc.heightOfString(text, { width }));
    this.#doc.fillColor(tone === 'plain' ? COLORS.soft : toneColor(tone)).text(text, left, this.#doc.y + 5, { width });
    this.#doc.y += 4;
  }

  /** Rows of cells in columns whose widths are shares of the page; `head` comes again on each page. */
  table(shares: readonly number[], rows: readonly (readonly Cell[])[], head?: readonly string[]): void {
    if (head)
      this.#row(
        shares,
        head.map((text) => ({ text, style: 'soft' })),
        8,
      );
    for (const cells of rows) {
      if (this.#doc.y + this.#rowHeight(shares, cells, 9) > this.#bottom()) {
        this.#doc.addPage();
        if (head)
          this.#row(
            shares,
            head.map((text) => ({ text, style: 'soft' })),
            8,
          );
      }
      this.#row(shares, cells, 9);
    }
  }

  /** Pictures two in a row, each with what it shows below. */
  pictures(pictures: readonly { bytes: Uint8Array; caption: string; detail: string }[]): void {
    const { left, width } = this.#frame();
    const column = (width - 16) / 2;
    const tallest = 230;
    for (let first = 0; first < pictures.length; first += 2) {
      const pair = pictures.slice(first, first + 2).map((picture) => {
        const image = this.#open(picture.bytes);
        const scale = image ? Math.min(column / image.width, tallest / image.height) : 0;
        return {
          ...picture,
          image,
          shownWidth: (image?.width ?? 0) * scale,
          shownHeight: (image?.height ?? 0) * scale,
        };
      });
      const height = Math.max(...pair.map(({ shownHeight }) => shownHeight));
      this.#room(height + 48);
      const top = this.#doc.y + 4;
      for (const [index, { image, shownWidth, shownHeight, caption, detail }] of pair.entries()) {
        const x = left + index * (column + 16);
        if (image) this.#doc.image(image, x, top, { width: shownWidth, height: shownHeight });
        this.#doc
          .font('bold')
          .fontSize(9)
          .fillColor(COLORS.ink)
          .text(caption, x, top + height + 5, { width: column });
        this.#doc
          .font('plain')
          .fontSize(7)
          .fillColor(COLORS.soft)
          .text(detail, x, top + height + 18, { width: column });
      }
      this.#doc.y = top + height + 46;
    }
  }

  /** Parts of pictures two in a row, the region outlined, each with what was asked of it below. */
  crops(
    crops: readonly {
      bytes: Uint8Array;
      quad: readonly (readonly [x: number, y: number])[] & Parameters<typeof cropAround>[0];
      caption: string;
      lines: readonly Cell[];
    }[],
  ): void {
    const { left, width } = this.#frame();
    const column = (width - 16) / 2;
    for (let first = 0; first < crops.length; first += 2) {
      const pair = crops.slice(first, first + 2).map((crop) => {
        const image = this.#open(crop.bytes);
        const box = cropAround(crop.quad);
        const [across, down] = [box.width * (image?.width ?? 0), box.height * (image?.height ?? 0)];
        const scale = image ? Math.min(column / across, TALLEST_CROP / down) : 0;
        const below = crop.lines.reduce((sum, line) => sum + this.#lineHeight(line, column), 0);
        return { ...crop, image, box, scale, shown: { width: across * scale, height: down * scale }, below };
      });
      const whole = 24 + Math.max(...pair.map(({ shown, below }) => shown.height + below));
      this.#room(whole);
      const top = this.#doc.y + 4;
      for (const [index, crop] of pair.entries()) {
        const x = left + index * (column + 16);
        if (crop.image) this.#drawCrop(crop.image, crop, x, top);
        this.#doc.font('bold').fontSize(9).fillColor(COLORS.ink);
        this.#doc.text(crop.caption, x, top + crop.shown.height + 5, { width: column });
        let y = top + crop.shown.height + 18;
        for (const line of crop.lines) {
          this.#setFont(line, 7.5);
          this.#doc.fillColor(line.tone && line.tone !== 'plain' ? toneColor(line.tone) : COLORS.soft);
          this.#doc.text(line.text, x, y, { width: column });
          y += this.#lineHeight(line, column);
        }
      }
      this.#doc.y = top + whole + 4;
    }
  }

  /** The picture is placed whole, once for the file, and all but the part is covered by a clip. */
  #drawCrop(
    image: OpenedImage,
    {
      box,
      quad,
      scale,
      shown,
    }: {
      box: ReturnType<typeof cropAround>;
      quad: readonly (readonly [x: number, y: number])[];
      scale: number;
      shown: { width: number; height: number };
    },
    x: number,
    top: number,
  ): void {
    const [across, down] = [image.width * scale, image.height * scale];
    const [originX, originY] = [x - box.left * across, top - box.top * down];
    this.#doc.save().rect(x, top, shown.width, shown.height).clip();
    this.#doc.image(image, originX, originY, { width: across, height: down });
    const corners = quad.map(([u, v]): [number, number] => [originX + u * across, originY + v * down]);
    this.#doc
      .polygon(...corners)
      .lineWidth(2.4)
      .strokeColor('#ffffff')
      .stroke();
    this.#doc
      .polygon(...corners)
      .lineWidth(1.1)
      .strokeColor(COLORS.bad)
      .stroke();
    this.#doc.restore();
  }

  #lineHeight(line: Cell, width: number): number {
    this.#setFont(line, 7.5);
    return this.#doc.heightOfString(line.text, { width }) + 1.5;
  }

  /** Adds the line at the foot of every page and closes the file. */
  finish(footer: (page: number, pages: number) => [left: string, right: string]): Promise<Buffer> {
    const { start, count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(start + index);
      const { left, width } = this.#frame();
      const y = this.#doc.page.height - MARGIN + 4;
      const [name, number] = footer(index + 1, count);
      // Text below the margin would open a new page.
      this.#doc.page.margins.bottom = 0;
      this.#rule(y - 6);
      this.#doc.font('plain').fontSize(7.5).fillColor(COLORS.soft);
      this.#doc.text(name, left, y, { width, lineBreak: false });
      this.#doc.text(number, left, y, { width, align: 'right', lineBreak: false });
      this.#doc.page.margins.bottom = MARGIN;
    }
    this.#doc.end();
    return this.#finished;
  }

  #row(shares: readonly number[], cells: readonly Cell[], size: number): void {
    const height = this.#rowHeight(shares, cells, size);
    this.#room(height);
    const top = this.#doc.y;
    for (const { cell, x, width } of this.#columns(shares, cells)) {
      this.#setFont(cell, size);
      this.#doc.fillColor(
        cell.tone && cell.tone !== 'plain' ? toneColor(cell.tone) : cell.style === 'soft' ? COLORS.soft : COLORS.ink,
      );
      this.#doc.text(cell.text, x, top + 3.5, { width });
    }
    this.#doc.y = top + height;
    this.#rule(this.#doc.y);
  }

  #rowHeight(shares: readonly number[], cells: readonly Cell[], size: number): number {
    const heights = this.#columns(shares, cells).map(({ cell, width }) => {
      this.#setFont(cell, size);
      return this.#doc.heightOfString(cell.text || ' ', { width });
    });
    return Math.max(...heights) + 7;
  }

  #columns(shares: readonly number[], cells: readonly Cell[]): { cell: Cell; x: number; width: number }[] {
    const { left, width } = this.#frame();
    const total = shares.reduce((sum, share) => sum + share, 0);
    let x = left;
    return cells.map((cell, index) => {
      const column = (width * (shares[index] ?? 1)) / total;
      const place = { cell, x, width: column - 8 };
      x += column;
      return place;
    });
  }

  #setFont({ style }: Cell, size: number): void {
    const name = style === 'bold' || style === 'mono' ? style : 'plain';
    this.#doc.font(name).fontSize(style === 'mono' ? size - 0.5 : size);
  }

  /** Each picture once, however often it is shown. */
  #open(bytes: Uint8Array): OpenedImage | null {
    const known = this.#opened.get(bytes);
    if (known !== undefined) return known;
    const image = this.#openNew(bytes);
    this.#opened.set(bytes, image);
    return image;
  }

  #openNew(bytes: Uint8Array): OpenedImage | null {
    // `openImage` is public in pdfkit's documentation and missing in its types.
    const doc = this.#doc as unknown as {
      openImage(source: Buffer): { width: number; height: number } & PDFKit.Mixins.ImageSrc;
    };
    try {
      return doc.openImage(Buffer.from(bytes));
    } catch {
      return null;
    }
  }

  #room(height: number): void {
    if (this.#doc.y + height > this.#bottom()) this.#doc.addPage();
  }

  #bottom(): number {
    return this.#doc.page.height - MARGIN - FOOTER_HEIGHT;
  }

  #frame(): { left: number; width: number } {
    return { left: MARGIN, width: this.#doc.page.width - 2 * MARGIN };
  }

  #rule(y: number): void {
    const { left, width } = this.#frame();
    this.#doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(COLORS.line)
      .stroke();
  }
}

function toneColor(tone: Tone): string {
  return { plain: COLORS.accent, good: COLORS.good, bad: COLORS.bad, doubt: COLORS.doubt }[tone];
}

const parsedFonts = new Map<string, PDFKit.Mixins.PDFFontSource>();

/**
 * Latin with all its marks, Greek and Cyrillic: names of Europe print as they are written.
 *
 * Parsed once per process: a report then takes 50 ms of a core instead of a second. pdfkit takes a parsed font as it
 * takes a file, which its types do not say.
 */
function font(name: string): PDFKit.Mixins.PDFFontSource {
  let parsed = parsedFonts.get(name);
  if (!parsed) {
    const { create: parseFont } = load('fontkit') as typeof Fontkit;
    const manifest = load.resolve('dejavu-fonts-ttf/package.json');
    const file = path.join(path.dirname(manifest), 'ttf', `${name}.ttf`);
    parsed = parseFont(readFileSync(file)) as unknown as PDFKit.Mixins.PDFFontSource;
    parsedFonts.set(name, parsed);
  }
  return parsed;
}
