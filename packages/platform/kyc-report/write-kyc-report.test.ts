import { messages } from '@reident/messages';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleCase } from './example-case.ts';
import { readPdfLines, readPdfText } from './read-pdf-text.ts';
import { type ReportPicture, writeKycReport } from './write-kyc-report.ts';

const { checks, report, terms } = messages('de');

let pictures: ReportPicture[];

beforeAll(async () => {
  const picture = (color: string) =>
    sharp({ create: { width: 320, height: 200, channels: 3, background: color } })
      .jpeg()
      .toBuffer();
  pictures = [
    { step: 'document_data_page', bytes: await picture('#cde') },
    { step: 'selfie', bytes: await picture('#edc') },
  ];
});

/** The report's text in one line, since long lines are broken anywhere. */
async function textOf(found: ReturnType<typeof exampleCase>): Promise<string> {
  return readPdfText(await writeKycReport(found, pictures))
    .join('\n')
    .replace(/\s+/g, ' ');
}

describe('the KYC report', () => {
  it('says what was on file, read, checked and decided, and by whom', async () => {
    const text = await textOf(exampleCase());
    for (const fact of [
      '0123456789abcdef0123456789abcdefcidt',
      'Beispielbank AG',
      terms.statuses.successful,
      '27.01.1968',
      'C7K2M4P9X',
      '28.02.2031',
      checks['document-not-expired'],
      `${terms.actors.operator} operator-0007`,
      terms.policies.always,
      '14.03.2026, 09:35:53',
      terms.steps.document_data_page,
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('says of a sandbox that it is a test, and says no such thing for a live tenant [API-10]', async () => {
    const found = exampleCase();
    expect(await textOf(found)).not.toContain(report.sandbox);
    expect(await textOf({ ...found, tenant: { ...found.tenant, kind: 'sandbox' } })).toContain(report.sandbox);
  });

  it('prints the machine-readable zone letter by letter', async () => {
    const text = await textOf(exampleCase());
    expect(text).toContain('P<D<<MUELLER<LUEDENSCHEIDT<<ZOFIA<AGNIESZKA<');
  });

  it('prints the part of the picture that each finding came from, and embeds each picture once', async () => {
    const found = exampleCase();
    const [page, selfie] = found.captures;
    const quad = [
      [0.2, 0.7],
      [0.8, 0.7],
      [0.8, 0.9],
      [0.2, 0.9],
    ] as const;
    const findings = (found.examination?.findings ?? []).map((finding) =>
      finding.check === 'mrz-readable'
        ? { ...finding, region: { step: 'document_data_page' as const, quad } }
        : finding,
    );
    const withRegion = { ...found, examination: { ...found.examination!, findings } };
    const text = await textOf(withRegion);
    expect(text).toMatch(
      /Fundstellen in den Bildern .*1 · Datenseite [✓✗?] .*\d · Datenseite ✓ Maschinenlesbare Zone lesbar/,
    );
    expect(text).toMatch(/Maschinenlesbare Zone lesbar .*Bildausschnitt \d/);
    const pdf = (await writeKycReport(withRegion, pictures)).toString('latin1');
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength([page, selfie].length);
    const bare = await readPdfText(await writeKycReport(withRegion, []));
    expect(bare.join(' ')).not.toContain('Fundstellen in den Bildern');
  });

  it('prints names as they are written in Europe', async () => {
    const found = exampleCase();
    found.person.attributes.first_name = 'Łukasz Ștefan Ðorđe Çağrı';
    found.person.attributes.last_name = 'Grzegżółka-Żeleńska Ångström Þórsdóttir Ő';
    const text = await textOf(found);
    expect(text).toContain('Łukasz Ștefan Ðorđe Çağrı');
    expect(text).toContain('Grzegżółka-Żeleńska Ångström Þórsdóttir Ő');
    expect(text).toContain('Łódzka-Allee 5, Straße der Ödnis');
  });

  it('prints the longest names whole and inside their columns', async () => {
    const found = exampleCase({ lastName: 'Müller-Lüdenscheidt-von der Höhe-Grzegżółka-Hohenlohe-Langenburg' });
    found.person.attributes.first_name = 'Jördis Anne Wilhelmine-Charlotte';
    const pages = readPdfLines(await writeKycReport(found, pictures));
    const text = pages
      .flat()
      .map((line) => line.text)
      .join('\n')
      .replace(/\s+/g, ' ');
    expect(text).toContain('Müller-Lüdenscheidt-von der Höhe-Grzegżółka-Hohenlohe-Langenburg');
    expect(text).toContain('Jördis Anne Wilhelmine-Charlotte');
    // In the comparison the name takes several lines; none of them reaches the verdict beside it.
    const comparison = pages.find((lines) => lines.some((line) => line.text === terms.matches.different)) ?? [];
    const verdict = comparison.find((line) => line.text === terms.matches.different);
    const below = comparison.filter(({ left, baseline }) => left > 290 && baseline <= (verdict?.baseline ?? 0));
    const name = below.filter((line) => /Müller-|Höhe-|Grzegżółka-|Langenburg/.test(line.text));
    expect(name.length).toBeGreaterThanOrEqual(3);
    for (const { right } of name) expect(right).toBeLessThan(verdict?.left ?? 0);
    for (const { right } of pages.flat()) expect(right).toBeLessThan(595.28 - 47);
  });

  it('gives the letters it cannot print by their numbers, and says so', async () => {
    const found = exampleCase();
    found.person.attributes.birth_name = '王秀英';
    const text = await textOf(found);
    expect(text).toContain('[U+738B U+79C0 U+82F1]');
    expect(text).toContain('sind durch ihre Unicode-Nummer ersetzt');
    expect(await textOf(exampleCase())).not.toContain('Unicode');
  });

  it('tells nothing that has to stay inside: notes, links, references, places of blobs, descriptors of faces', async () => {
    const found = exampleCase();
    const text = await textOf(found);
    for (const secret of [
      'Hologramm',
      'secret-link',
      'TS2-ABCDE',
      'secret-blob-key',
      'secret-derivative-key',
      '0.1265625',
      '0,127',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('never gives a reason for an identification that failed [API-5]', async () => {
    const found = exampleCase();
    found.decisions = [];
    found.identification = { ...found.identification, status: 'failed', result: 'FAILED', reason: 'OTHER_ERROR' };
    found.events = [{ ...found.events[0]!, event: 'failed', to: 'failed', result: 'FAILED', reason: 'OTHER_ERROR' }];
    expect(await textOf(found)).not.toContain('OTHER_ERROR');
  });

  it('says in plain words when nobody has to look', async () => {
    const found = exampleCase({ settings: { reviewPolicy: 'never' } });
    found.identification.language = 'en';
    found.decisions = [];
    const text = await textOf(found);
    const english = messages('en');
    expect(text).toContain(english.report.weakPolicy(english.terms.policies.never));
    expect(text).toContain(english.report.undecidedByPerson);
    expect(await textOf(exampleCase())).not.toContain('schwächere Prüfregel');
  });

  it('speaks English unless the identification is German', async () => {
    const found = exampleCase();
    found.identification.language = null;
    const text = await textOf(found);
    expect(text).toContain('KYC report');
    expect(text).toContain(messages('en').checks['document-not-expired']);
    expect(text).not.toContain('Prüfungen');
  });

  it('blames the part of the name that differs, not the other', async () => {
    const found = exampleCase({ lastName: 'Kowalska' });
    const text = await textOf(found);
    expect(text).toMatch(/Nachname MUELLER LUEDENSCHEIDT Kowalska weicht ab/);
    expect(text).toMatch(/Vornamen ZOFIA AGNIESZKA Zofia Agnieszka stimmt überein/);
  });

  it('is the same file for the same case, byte for byte', async () => {
    const [first, second] = [
      await writeKycReport(exampleCase(), pictures),
      await writeKycReport(exampleCase(), pictures),
    ];
    expect(first.equals(second)).toBe(true);
  });

  it('numbers its pages: the example takes six in German and five in English', async () => {
    const pages = readPdfText(await writeKycReport(exampleCase(), pictures));
    expect(pages).toHaveLength(6);
    const english = exampleCase();
    english.identification.language = 'en';
    expect(readPdfText(await writeKycReport(english, pictures)).at(-1)).toContain('Page 5 of 5');
    for (const [index, text] of pages.entries()) expect(text).toContain(`Seite ${index + 1} von ${pages.length}`);
  });

  it('repeats the head of the checks on every page they take', async () => {
    const pages = readPdfText(await writeKycReport(exampleCase(), pictures));
    const withChecks = pages.filter((text) => /[✓?–] (Bestanden|Unklar|Entfällt)/.test(text));
    expect(withChecks.length).toBeGreaterThanOrEqual(3);
    for (const text of withChecks) expect(text).toMatch(/Ergebnis\nPrüfung\nBeobachtung\n/);
  });

  it('names its language and its title inside the file', async () => {
    const found = exampleCase();
    expect((await writeKycReport(found, pictures)).toString('latin1')).toContain('/Lang (de)');
    found.identification.language = 'en';
    const pdf = (await writeKycReport(found, pictures)).toString('latin1');
    expect(pdf).toContain('/Lang (en)');
    expect(pdf).toContain('(KYC report 0123456789abcdef0123456789abcdefcidt)');
  });

  it('can be written before anything was captured, and without a picture that opens', async () => {
    const found = exampleCase();
    const empty = { ...found, captures: [], examination: null, decisions: [] };
    const pdf = await writeKycReport(empty, [{ step: 'selfie', bytes: Buffer.from('no picture') }]);
    expect(readPdfText(pdf).join(' ')).toContain('Es wurde keine maschinenlesbare Zone gelesen.');
  });
});
