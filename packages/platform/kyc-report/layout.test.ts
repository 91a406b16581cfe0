import type { Quad } from '@reident/engine';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Cell, ReportLayout } from './layout.ts';
import { type PdfLine, readPdfContents, readPdfLines, readPdfText } from './read-pdf-text.ts';

const A4_WIDTH = 595.28;
const MARGIN = 48;
/** Points from the lower edge; the footer lies below. */
const FOOTER = 78;

async function written(fill: (layout: ReportLayout) => void): Promise<Buffer> {
  const layout = new ReportLayout({
    title: 'Report',
    language: 'en',
    createdAt: new Date('2026-03-14T09:26:53.000Z'),
    lackedLetters: 'Letters are missing.',
  });
  fill(layout);
  return layout.finish((page, pages) => ['footer', `${page} of ${pages}`]);
}

function rowsNumbered(count: number): Cell[][] {
  return Array.from({ length: count }, (_, index) => [{ text: `row ${index + 1}` }, { text: 'value' }]);
}

/** Everything lies between the margins, and nothing but the footer reaches into the footer. */
function expectInside(pages: readonly PdfLine[][]): void {
  for (const line of pages.flat()) {
    expect(line.left, line.text).toBeGreaterThanOrEqual(MARGIN - 0.01);
    expect(line.right, line.text).toBeLessThanOrEqual(A4_WIDTH - MARGIN + 0.5);
    if (!/^(footer|\d+ of \d+)$/.test(line.text)) expect(line.baseline, line.text).toBeGreaterThan(FOOTER);
  }
}

describe('the layout of a report', () => {
  it('repeats the head of a table at the top of every page that it reaches, and on no page after it', async () => {
    const pdf = await written((layout) => {
      layout.heading('A long table');
      layout.table([1, 1], ['Name', 'Meaning'], rowsNumbered(120));
      layout.heading('After it');
      layout.table([1, 1], ['Other', 'Head'], rowsNumbered(60));
    });
    const pages = readPdfText(pdf);
    const [first, ...later] = pages.filter((text) => /Name\nMeaning/.test(text));
    expect(first).toMatch(/^A long table\nName\nMeaning\nrow 1\n/);
    expect(later.length).toBeGreaterThanOrEqual(2);
    for (const text of later) expect(text).toMatch(/^Name\nMeaning\nrow \d+\n/);
    expect(pages.at(-1)).toMatch(/^Other\nHead\nrow \d+\n/);
    expect(pages.join('\n').match(/^row \d+$/gm)).toEqual(
      [...rowsNumbered(120), ...rowsNumbered(60)].map(([cell]) => cell?.text),
    );
  });

  it('leaves the last row of a table on no page alone', async () => {
    for (let count = 36; count <= 46; count += 1) {
      const pages = readPdfText(
        await written((layout) => layout.table([1, 1], ['Name', 'Meaning'], rowsNumbered(count))),
      );
      expect(pages.at(-1)?.match(/^row \d+$/gm)?.length, `${count} rows`).toBeGreaterThanOrEqual(2);
    }
  });

  it('keeps a heading with what follows it, and a short table whole', async () => {
    for (let before = 18; before <= 34; before += 1) {
      const pdf = await written((layout) => {
        for (let index = 0; index < before; index += 1) layout.paragraph('text');
        layout.heading('Heading');
        layout.pairs(rowsNumbered(8).map(([name, value]) => [name?.text ?? '', value as Cell]));
      });
      const page = readPdfText(pdf).find((text) => text.includes('Heading'));
      expect(page, `${before} paragraphs`).toMatch(/Heading\nrow 1\n.*\nrow 8\n/s);
    }
  });

  it('sets no letter outside the margins, however long the words and whatever the letters', async () => {
    const letters = fc.constantFrom(
      'W',
      'i',
      'ß',
      'Ł',
      'ő',
      '-',
      ' ',
      'Ж',
      'Ω',
      'ש',
      'أ',
      '王',
      'ส',
      '\u202e',
      '\u{1F600}',
      '\n',
    );
    const text = fc.array(letters, { maxLength: 160 }).map((all) => all.join(''));
    const style = fc.constantFrom('plain', 'bold', 'mono', 'soft');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, style), { minLength: 1, maxLength: 6 }), async (rows) => {
        const pdf = await written((layout) => {
          layout.title('Report', 'Name', 'id');
          layout.notice(rows[0]?.[0] ?? '', 'doubt');
          layout.table(
            [3, 2],
            ['Name', 'Meaning'],
            rows.map(([a, b, kind]) => [{ text: a, style: kind }, { text: b }]),
          );
        });
        expectInside(readPdfLines(pdf));
      }),
      { numRuns: 40, seed: 10 },
    );
  });

  it('goes on in further rows with a value that is taller than a page, and loses nothing of it', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
    const pdf = await written((layout) => layout.pairs([['Purpose', { text: words }]]));
    const pages = readPdfLines(pdf);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expectInside(pages);
    expect(pages.flat().flatMap(({ text }) => text.match(/word\d+/g) ?? [])).toEqual(words.split(' '));
  });

  it('divides a word taller than a page as well', async () => {
    const pdf = await written((layout) =>
      layout.table([9, 1], ['Name', 'Meaning'], [[{ text: '' }, { text: 'x'.repeat(800) }]]),
    );
    const pages = readPdfLines(pdf);
    expect(pages.length).toBeGreaterThan(1);
    expectInside(pages);
    expect(
      pages
        .flat()
        .map(({ text }) => text)
        .join('')
        .match(/x/g),
    ).toHaveLength(800);
  });

  it('shows a part of a picture beside what was asked of it, and goes on below with what has no room', async () => {
    const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#cde' } })
      .jpeg()
      .toBuffer();
    const quad: Quad = [
      [0.2, 0.2],
      [0.4, 0.2],
      [0.4, 0.4],
      [0.2, 0.4],
    ];
    const lines = Array.from({ length: 90 }, (_, index) => ({ text: `question ${index + 1}` }));
    const pdf = await written((layout) => {
      layout.heading('Parts');
      layout.crops([
        { bytes, quad, caption: '1 · Front', lines },
        { bytes, quad, caption: '2 · Back', lines: [{ text: 'last' }] },
      ]);
    });
    const pages = readPdfLines(pdf);
    expectInside(pages);
    const set = pages.flat().filter(({ text }) => text.startsWith('question') || text === '1 · Front');
    expect(set.map(({ text }) => text)).toEqual(['1 · Front', ...lines.map(({ text }) => text)]);
    expect(new Set(set.map(({ left }) => left)).size).toBe(1);
    expect(set[0]?.left).toBeGreaterThan(A4_WIDTH / 3);
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('says below a table that letters are missing, and only there', async () => {
    const pages = await Promise.all(
      ['Zofia', '王秀英'].map(async (text) =>
        readPdfText(
          await written((layout) =>
            layout.pairs([
              ['Name', { text }],
              ['Other', { text: 'X' }],
            ]),
          ),
        ).join('\n'),
      ),
    );
    expect(pages[0]).not.toContain('Letters are missing.');
    expect(pages[1]).toMatch(/\[U\+738B U\+79C0 U\+82F1\]\nOther\nX\nLetters are missing\./);
  });
});

describe('to a screen reader a report', () => {
  it('has headings, tables whose heads are named once, and pictures that say what they show', async () => {
    const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#cde' } })
      .jpeg()
      .toBuffer();
    const pdf = await written((layout) => {
      layout.title('Report', 'Name', 'id');
      layout.heading('Table');
      layout.table([1, 1], ['Name', 'Meaning'], rowsNumbered(120));
      layout.pairs([['Status', { text: 'good' }]]);
      layout.pictures([{ bytes, caption: 'Document, front', detail: 'taken' }]);
    });
    const tags = pdf.toString('latin1').match(/\/S \/\w+/g) ?? [];
    const count = (tag: string) => tags.filter((one) => one === `/S /${tag}`).length;
    expect(
      Object.fromEntries(
        ['Document', 'H1', 'H2', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Figure', 'Caption'].map((tag) => [
          tag,
          count(tag),
        ]),
      ),
    ).toEqual({
      Document: 1,
      H1: 1,
      H2: 1,
      Table: 2,
      THead: 1,
      TBody: 2,
      TR: 122,
      TH: 3,
      TD: 241,
      Figure: 1,
      Caption: 1,
    });
    const text = pdf.toString('latin1');
    expect(text).toContain('/Alt (Document, front)');
    expect(text.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(text.match(/\/Scope \/Row/g)).toHaveLength(1);
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('leaves nothing unsaid: every drawing is part of the structure or marked as passed over', async () => {
    const pdf = await written((layout) => {
      layout.title('Report', 'Name', 'id');
      layout.notice('Notice', 'doubt');
      layout.heading('Table');
      layout.table([1, 1], ['Name', 'Meaning'], rowsNumbered(120));
    });
    const contents = readPdfContents(pdf);
    expect(contents.length).toBeGreaterThan(2);
    for (const content of contents) {
      let [open, drawn] = [0, 0];
      for (const [operator] of content.matchAll(/\b(BDC|BMC|EMC|Tj|TJ|S|f|Do)$/gm)) {
        if (operator === 'BDC' || operator === 'BMC') open += 1;
        else if (operator === 'EMC') open -= 1;
        else {
          drawn += 1;
          expect(open).toBe(1);
        }
        expect(open === 0 || open === 1).toBe(true);
      }
      expect(drawn).toBeGreaterThan(10);
      expect(open).toBe(0);
    }
  });

  it('has the letters that the fonts lack', async () => {
    const pdf = await written((layout) => layout.pairs([['Name', { text: '王' }]]));
    expect(pdf.includes(Buffer.from('/ActualText (\xfe\xff\x73\x8b)', 'latin1'))).toBe(true);
  });
});
