import { createRequire } from 'node:module';
import { type ColourName, colour } from '@reident/design';
import type { Quad } from '@reident/engine';
import type * as Pdfkit from 'pdfkit';
import { FONT_NAMES, type FontName, fontOf, printable } from './fonts.ts';
import { type CropBox, cropAround } from './regions.ts';

/** Loaded with the first report: together with its fonts it takes a fifth of a second that no start of the server should pay. */
const load = createRequire(import.meta.url);

const MARGIN = 48;
/** Kept free above the lower margin for the footer. */
const FOOTER_HEIGHT = 30;

export interface Look {
  font: FontName;
  size: number;
  color: ColourName;
  /** Points between the letters. */
  spacing?: number;
}

/** One thing on a page: measured first, then drawn with its upper left corner wherever it fits. */
export interface Block {
  height: number;
  /** Free space above, which is dropped at the top of a page. */
  gap?: number;
  /** @param branch  where it hangs in the structure for screen readers; null for what they pass over */
  draw(x: number, y: number, branch: Branch | null): void;
}

export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'TH' | 'TD' | 'Caption';

/** Takes up no room. */
export const NOTHING: Block = { height: 0, draw: () => undefined };

/**
 * Pages of A4 that fill from top to bottom. What is drawn is also described for screen readers: headings, tables with
 * their heads, figures with what they show (tagged PDF, ISO 32000-1, 14.8). Lines, backgrounds and footers are not.
 */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #finished: Promise<Buffer>;
  readonly #opened = new Map<Uint8Array, PDFKit.Mixins.OpenedImage | null>();
  readonly #root: Branch;
  readonly #bottom: number;
  readonly width: number;
  #y = MARGIN;
  #waiting: { block: Block; branch: Branch }[] = [];
  #repeated: Block | null = null;
  #lackedLetters = false;
  #passingOver = false;

  /** @param createdAt  also names the file inside, so that the same case gives the same bytes */
  constructor(about: { title: string; language: string; createdAt: Date }) {
    const { title, language, createdAt } = about;
    const Document = load('pdfkit') as typeof Pdfkit.default;
    this.#doc = new Document({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      // The first version in which a cell can be the head of a column or a row.
      pdfVersion: '1.5',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Creator: 'Reident', Producer: 'Reident', CreationDate: createdAt, ModDate: createdAt },
    });
    for (const name of FONT_NAMES) this.#doc.registerFont(name, fontOf(name));
    this.width = this.#doc.page.width - 2 * MARGIN;
    this.#bottom = this.#doc.page.height - MARGIN - FOOTER_HEIGHT;
    const structure = this.#doc.struct('Document');
    this.#doc.addStructure(structure);
    this.#root = new Branch(() => structure);
    const chunks: Buffer[] = [];
    this.#finished = new Promise((resolve, reject) => {
      this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.#doc.on('error', reject);
    });
  }

  /** A part of the structure, such as a table. It appears with the first thing drawn in it. */
  branch(tag: string, parent: Branch = this.#root): Branch {
    return new Branch(() => {
      const element = this.#doc.struct(tag);
      parent.element.add(element);
      return element;
    });
  }

  text(text: string, look: Look, width: number, tag: Tag = 'P', scope?: 'Column' | 'Row'): Block {
    const shown = printable(text, look.font);
    if (shown.includes('[U+') && shown !== text) this.#lackedLetters = true;
    const options = { width, ...(look.spacing ? { characterSpacing: look.spacing } : {}) };
    const setFont = () => this.#doc.font(look.font).fontSize(look.size);
    return {
      height: setFont().heightOfString(shown || ' ', options),
      draw: (x, y, branch) =>
        this.#describe(tag, branch, { scope, ...(shown === text ? {} : { actual: text }) }, () => {
          setFont().fillColor(colour(look.color)).text(shown, x, y, options);
        }),
    };
  }

  /**
   * A picture as large as the frame allows; nothing where it does not open. With a region only the part around it is
   * shown, the region outlined.
   */
  figure(bytes: Uint8Array, frame: { width: number; height: number }, alt: string, region?: Quad): Block {
    const image = this.#open(bytes);
    if (!image) return NOTHING;
    const part = region ? cropAround(region) : { left: 0, top: 0, width: 1, height: 1 };
    const scale = Math.min(frame.width / (part.width * image.width), frame.height / (part.height * image.height));
    const [width, height] = [part.width * image.width * scale, part.height * image.height * scale];
    return {
      height,
      draw: (x, y, branch) =>
        this.#describe('Figure', branch, { alt, bbox: [x, y, x + width, y + height], placement: 'Block' }, () => {
          this.#drawPart(image, part, { x, y, width, height }, region);
        }),
    };
  }

  stack(blocks: readonly Block[]): Block {
    return {
      height: blocks.reduce((sum, { height, gap = 0 }) => sum + gap + height, 0),
      draw: (x, y, branch) => {
        let top = y;
        for (const block of blocks) {
          top += block.gap ?? 0;
          block.draw(x, top, branch);
          top += block.height;
        }
      },
    };
  }

  /** Side by side, each so far from the left. */
  beside(columns: readonly { left: number; block: Block }[]): Block {
    return {
      height: Math.max(...columns.map(({ block }) => block.height)),
      draw: (x, y, branch) => {
        for (const { left, block } of columns) block.draw(x + left, y, branch);
      },
    };
  }

  /** On a background of its own with an edge in a colour. */
  boxed(block: Block, edge: ColourName, padding: { x: number; y: number }): Block {
    const height = block.height + 2 * padding.y;
    return {
      height,
      draw: (x, y, branch) => {
        this.#passOver(() => {
          this.#doc.rect(x, y, this.width, height).fill(colour('background'));
          this.#doc.rect(x, y, 4, height).fill(colour(edge));
        });
        block.draw(x + padding.x, y + padding.y, branch);
      },
    };
  }

  /** With a line below it, as wide as the page. */
  underlined(block: Block, padding: { above: number; below: number }): Block {
    const height = padding.above + block.height + padding.below;
    return {
      height,
      draw: (x, y, branch) => {
        block.draw(x, y + padding.above, branch);
        this.#passOver(() => this.#rule(y + height));
      },
    };
  }

  /** Drawn together with what is placed next, never alone at the bottom of a page. */
  keepWithNext(block: Block, branch: Branch = this.#root): void {
    this.#waiting.push({ block, branch });
  }

  /** Draws below the last block, on a new page where this one has no room. */
  place(block: Block, branch: Branch = this.#root): void {
    const blocks = [...this.#waiting, { block, branch }];
    this.#waiting = [];
    const height = blocks.reduce((sum, one) => sum + (one.block.gap ?? 0) + one.block.height, 0);
    if (this.#y > MARGIN && this.#y + height > this.#bottom) this.#nextPage(blocks.length === 1);
    for (const one of blocks) {
      if (this.#y > MARGIN) this.#y += one.block.gap ?? 0;
      one.block.draw(MARGIN, this.#y, one.branch);
      this.#y += one.block.height;
    }
  }

  /** Drawn again at the top of each page that begins from now on; a screen reader has heard it once. */
  repeat(block: Block | null): void {
    this.#repeated = block;
  }

  /** Whether a text since the last question has letters that the fonts lack. */
  lackedLetters(): boolean {
    const lacked = this.#lackedLetters;
    this.#lackedLetters = false;
    return lacked;
  }

  /** An entry of the outline that leads to this page. */
  bookmark(title: string): void {
    this.#doc.outline.addItem(title);
  }

  /** Adds the footer to every page and closes the file. */
  finish(footer: (page: number, pages: number) => [left: string, right: string]): Promise<Buffer> {
    if (this.#waiting.length > 0) this.place(NOTHING);
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      const y = this.#doc.page.height - MARGIN + 4;
      // Text below the margin would open a new page.
      this.#doc.page.margins.bottom = 0;
      this.#passOver(
        () => {
          const [left, right] = footer(index + 1, count);
          this.#rule(y - 6);
          this.#doc.font('plain').fontSize(7.5).fillColor(colour('text-quiet'));
          this.#doc.text(left, MARGIN, y, { width: this.width, lineBreak: false });
          this.#doc.text(right, MARGIN, y, { width: this.width, align: 'right', lineBreak: false });
        },
        { type: 'Pagination', attached: ['Bottom'] },
      );
      this.#doc.page.margins.bottom = MARGIN;
    }
    this.#doc.end();
    return this.#finished;
  }

  #nextPage(inTheMiddle: boolean): void {
    this.#doc.addPage();
    this.#y = MARGIN;
    const head = inTheMiddle ? this.#repeated : null;
    if (!head) return;
    this.#passOver(() => head.draw(MARGIN, this.#y, null), { type: 'Pagination' });
    this.#y += head.height;
  }

  #describe(
    tag: string,
    branch: Branch | null,
    options: PDFKit.Mixins.StructureElementOptions,
    draw: () => void,
  ): void {
    if (branch) branch.element.add(this.#doc.struct(tag, options, [draw]));
    else draw();
  }

  /** What a screen reader passes over: lines and backgrounds, and what comes again on each page. */
  #passOver(draw: () => void, options: PDFKit.Mixins.MarkingOptions = { type: 'Layout' }): void {
    // Marks of this kind do not nest.
    const outermost = !this.#passingOver;
    this.#passingOver = true;
    if (outermost) this.#doc.markContent('Artifact', options);
    draw();
    if (outermost) this.#doc.endMarkedContent();
    this.#passingOver = !outermost;
  }

  /** The picture is placed whole, once for the file, and all but the part is covered by a clip. */
  #drawPart(
    image: PDFKit.Mixins.OpenedImage,
    part: CropBox,
    shown: { x: number; y: number; width: number; height: number },
    region: Quad | undefined,
  ): void {
    const [width, height] = [shown.width / part.width, shown.height / part.height];
    const [left, top] = [shown.x - part.left * width, shown.y - part.top * height];
    this.#doc.save().rect(shown.x, shown.y, shown.width, shown.height).clip();
    this.#doc.image(image, left, top, { width, height });
    const corners = region?.map(([u, v]): [number, number] => [left + u * width, top + v * height]) ?? [];
    // White below red: one of the two stands out on any picture.
    for (const [lineWidth, color] of corners.length > 0 ? OUTLINE : []) {
      this.#doc
        .polygon(...corners)
        .lineWidth(lineWidth)
        .strokeColor(color)
        .stroke();
    }
    this.#doc.restore();
  }

  #rule(y: number): void {
    this.#doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(0.5)
      .strokeColor(colour('line'))
      .stroke();
  }

  /** Each picture once, however often it is shown. */
  #open(bytes: Uint8Array): PDFKit.Mixins.OpenedImage | null {
    let image = this.#opened.get(bytes);
    if (image === undefined) {
      try {
        image = this.#doc.openImage(Buffer.from(bytes));
      } catch {
        image = null;
      }
      this.#opened.set(bytes, image);
    }
    return image;
  }
}

const OUTLINE = [
  [2.4, colour('surface')],
  [1.1, colour('bad')],
] as const;

/** A part of the document's structure that is made when it is first needed, so that its parts follow the order of drawing. */
export class Branch {
  readonly #make: () => PDFKit.PDFStructureElement;
  #element: PDFKit.PDFStructureElement | undefined;

  constructor(make: () => PDFKit.PDFStructureElement) {
    this.#make = make;
  }

  get element(): PDFKit.PDFStructureElement {
    this.#element ??= this.#make();
    return this.#element;
  }
}
