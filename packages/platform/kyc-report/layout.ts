import type { Quad } from '@reident/engine';
import { type Block, type Look, NOTHING, Sheet } from './sheet.ts';

export type Tone = 'plain' | 'good' | 'bad' | 'doubt';

export interface Cell {
  text: string;
  style?: 'plain' | 'bold' | 'mono' | 'soft';
  tone?: Tone;
}

/** Points between two columns. */
const GUTTER = 10;
/** Points, a third of a page. */
const SHORT_TABLE = 230;
/** Points; what is taller is divided, so that every row finds a page on which it has room. */
const TALLEST_ROW = 320;
const TALLEST_PICTURE = 230;
/** Points; a portrait held upright then still leaves room for what was asked of it. */
const TALLEST_CROP = 150;

const BRAND: Look = { font: 'bold', size: 9, color: 'accent', spacing: 1.5 };
const TITLE: Look = { font: 'bold', size: 20, color: 'text' };
const SUBTITLE: Look = { font: 'plain', size: 10, color: 'text-quiet' };
const HEADING: Look = { font: 'bold', size: 11.5, color: 'accent' };
const NOTICE: Look = { font: 'bold', size: 9.5, color: 'text' };
const PARAGRAPH: Look = { font: 'plain', size: 8.5, color: 'text-quiet' };
const HEAD: Look = { font: 'plain', size: 8, color: 'text-quiet' };
const CAPTION: Look = { font: 'bold', size: 9, color: 'text' };
const DETAIL: Look = { font: 'plain', size: 7, color: 'text-quiet' };

interface Column {
  left: number;
  width: number;
}

/** The parts of a report one below the other: headings, tables and pictures, none of them torn by the end of a page. */
export class ReportLayout {
  readonly #sheet: Sheet;
  readonly #lackedLetters: string;

  /** @param about.lackedLetters  what to say below a table with characters that the fonts do not have */
  constructor({
    lackedLetters,
    ...about
  }: { title: string; language: string; createdAt: Date; lackedLetters: string }) {
    this.#sheet = new Sheet(about);
    this.#lackedLetters = lackedLetters;
  }

  title(kind: string, name: string, subtitle: string): void {
    const { width } = this.#sheet;
    this.#sheet.place(this.#sheet.text('REIDENT', BRAND, width));
    this.#sheet.place({ ...this.#sheet.text(kind, TITLE, width, 'H1'), gap: 5 });
    this.#sheet.place(this.#sheet.text(`${name}  ${subtitle}`, SUBTITLE, width));
    this.#sheet.place({ height: 6, draw: () => undefined });
  }

  /** Stays with what follows it. */
  heading(text: string): void {
    const block = this.#sheet.underlined(this.#sheet.text(text, HEADING, this.#sheet.width, 'H2'), {
      above: 0,
      below: 3,
    });
    this.#sheet.keepWithNext({
      gap: 12,
      height: block.height + 4,
      draw: (x, y, branch) => {
        this.#sheet.bookmark(text);
        block.draw(x, y, branch);
      },
    });
  }

  /** A box that nobody overlooks. */
  notice(text: string, tone: Exclude<Tone, 'plain'>): void {
    const block = this.#sheet.text(text, NOTICE, this.#sheet.width - 28);
    this.#sheet.place({ ...this.#sheet.boxed(block, tone, { x: 16, y: 8 }), gap: 8 });
  }

  paragraph(text: string): void {
    this.#sheet.place({ ...this.#sheet.text(text, PARAGRAPH, this.#sheet.width), gap: 5 });
  }

  /** What is said of each thing, its name before it. */
  pairs(rows: readonly (readonly [name: string, value: Cell])[]): void {
    this.#table(
      [3, 10],
      rows.map(([name, value]) => [{ text: name, style: 'soft' }, value]),
      { namesFirst: true },
    );
  }

  /** Rows of cells in columns whose widths are shares of the page; the head comes again on each page. */
  table(shares: readonly number[], head: readonly string[], rows: readonly (readonly Cell[])[]): void {
    this.#table(shares, rows, { head });
  }

  #table(
    shares: readonly number[],
    rows: readonly (readonly Cell[])[],
    { head, namesFirst = false }: { head?: readonly string[]; namesFirst?: boolean },
  ): void {
    if (rows.length === 0) return;
    const columns = this.#columns(shares);
    const table = this.#sheet.branch('Table');
    if (head) {
      const names = columns.map(({ width }, at) => this.#sheet.text(head[at] ?? '', HEAD, width, 'TH', 'Column'));
      const row = this.#row(columns, names);
      this.#sheet.keepWithNext(row, this.#sheet.branch('THead', table));
      this.#sheet.repeat(row);
    }
    const body = this.#sheet.branch('TBody', table);
    const blocks = rows.flatMap((cells) => this.#rowsOf(cells, columns, namesFirst));
    const whole = this.#sheet.stack(blocks);
    // A short table is not torn, and of a long one the last row never goes to a page of its own.
    const ending = whole.height <= SHORT_TABLE ? whole : this.#sheet.stack(blocks.slice(-2));
    if (ending !== whole) for (const block of blocks.slice(0, -2)) this.#sheet.place(block, body);
    this.#sheet.place(ending, body);
    this.#sheet.repeat(null);
    if (this.#sheet.lackedLetters()) this.paragraph(this.#lackedLetters);
  }

  /** The rows that these cells take: one, unless a value is taller than a row may be. */
  #rowsOf(cells: readonly Cell[], columns: readonly Column[], namesFirst: boolean): Block[] {
    const parts = columns.map(({ width }, at) => {
      const cell = cells[at] ?? { text: '' };
      const set = (text: string) =>
        namesFirst && at === 0
          ? this.#sheet.text(text, lookOf(cell, 9), width, 'TH', 'Row')
          : this.#sheet.text(text, lookOf(cell, 9), width, 'TD');
      return divided(cell.text, set);
    });
    const empty = this.#sheet.text('', HEAD, GUTTER, 'TD');
    return Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, row) =>
      this.#row(
        columns,
        parts.map((column) => column[row] ?? empty),
      ),
    );
  }

  #row(columns: readonly Column[], cells: readonly Block[]): Block {
    const row = this.#sheet.beside(cells.map((block, index) => ({ left: columns[index]?.left ?? 0, block })));
    const lined = this.#sheet.underlined(row, { above: 3.5, below: 3.5 });
    return {
      ...lined,
      draw: (x, y, branch) => lined.draw(x, y, branch && this.#sheet.branch('TR', branch)),
    };
  }

  /** Pictures two in a row, each with what it shows below. */
  pictures(pictures: readonly { bytes: Uint8Array; caption: string; detail: string }[]): void {
    const columns = this.#columns([1, 1]);
    for (let first = 0; first < pictures.length; first += 2) {
      const pair = pictures.slice(first, first + 2).map(({ bytes, caption, detail }, index) => {
        const { left, width } = columns[index] as Column;
        const block = this.#sheet.stack([
          this.#sheet.figure(bytes, { width, height: TALLEST_PICTURE }, caption),
          { ...this.#sheet.text(caption, CAPTION, width, 'Caption'), gap: 5 },
          { ...this.#sheet.text(detail, DETAIL, width), gap: 2 },
        ]);
        return { left, block };
      });
      this.#sheet.place({ ...this.#sheet.beside(pair), gap: first === 0 ? 2 : 12 });
    }
  }

  /** Parts of pictures one below the other, the region outlined, each beside what was asked of it. */
  crops(crops: readonly { bytes: Uint8Array; quad: Quad; caption: string; lines: readonly Cell[] }[]): void {
    const [left, right] = this.#columns([2, 3]) as [Column, Column];
    for (const [index, { bytes, quad, caption, lines }] of crops.entries()) {
      let seen = this.#sheet.figure(bytes, { width: left.width, height: TALLEST_CROP }, caption, quad);
      const said = [
        this.#sheet.text(caption, CAPTION, right.width, 'H3'),
        ...lines.map((line) => ({ ...this.#sheet.text(line.text, lookOf(line, 8), right.width), gap: 2 })),
      ];
      for (const part of groupsUpTo(TALLEST_ROW, said)) {
        const block = this.#sheet.beside([
          { left: left.left, block: seen },
          { left: right.left, block: this.#sheet.stack(part) },
        ]);
        this.#sheet.place({ ...block, gap: index > 0 && seen !== NOTHING ? 12 : 2 });
        seen = NOTHING;
      }
    }
  }

  /** Adds the footer to every page and closes the file. */
  finish(footer: (page: number, pages: number) => [left: string, right: string]): Promise<Buffer> {
    return this.#sheet.finish(footer);
  }

  #columns(shares: readonly number[]): Column[] {
    const total = shares.reduce((sum, share) => sum + share, 0);
    let left = 0;
    return shares.map((share) => {
      const whole = ((this.#sheet.width + GUTTER) * share) / total;
      const column = { left, width: whole - GUTTER };
      left += whole;
      return column;
    });
  }
}

function lookOf({ style = 'plain', tone = 'plain' }: Cell, size: number): Look {
  return {
    font: style === 'soft' ? 'plain' : style,
    // The letters of the fixed width are broader.
    size: style === 'mono' ? size - 0.5 : size,
    color: tone === 'plain' ? (style === 'soft' ? 'text-quiet' : 'text') : tone,
  };
}

/** The text in as many parts as it takes for each to be no taller than a row may be. */
function divided(text: string, set: (part: string) => Block): Block[] {
  const block = set(text);
  const letters = [...text];
  if (block.height <= TALLEST_ROW || letters.length < 2) return [block];
  const half = Math.ceil(letters.length / 2);
  const space = letters.findIndex((letter, at) => at >= half && at < letters.length - 1 && /\s/.test(letter));
  const end = space === -1 ? half : space + 1;
  return [letters.slice(0, end), letters.slice(end)].flatMap((part) => divided(part.join(''), set));
}

/** The blocks in groups, none taller than the height unless a single block is. */
function groupsUpTo(height: number, blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const needed = (block.gap ?? 0) + block.height;
    if (needed > room) {
      groups.push([]);
      room = height;
    }
    groups.at(-1)?.push(block);
    room -= needed;
  }
  return groups;
}
