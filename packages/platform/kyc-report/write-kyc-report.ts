import type { Finding } from '@reident/engine';
import { type Formats, formatsFor, type Messages, messages, observedLines } from '@reident/messages';
import type { Capture } from '@reident/store';
import type { Case } from '../case/case.ts';
import { bestMrz, type ComparedField, compareCase } from './comparison.ts';
import { type Cell, ReportLayout, type Tone } from './layout.ts';
import { regionsOf, type SeenRegion } from './regions.ts';

/** A re-encoded picture of the case; the original never enters a report [UPL-3]. */
export interface ReportPicture {
  step: string;
  bytes: Uint8Array;
}

/** The words of the report, those of the trade, and how its language writes days and figures. */
interface Words {
  all: Messages;
  texts: Messages['report'];
  terms: Messages['terms'];
  formats: Formats;
}

const TONE_BY_OUTCOME = {
  pass: 'good',
  fail: 'bad',
  inconclusive: 'doubt',
  not_applicable: 'plain',
} as const satisfies Record<Finding['outcome'], Tone>;
const MARK_BY_OUTCOME = { pass: '✓', fail: '✗', inconclusive: '?', not_applicable: '–' } as const satisfies Record<
  Finding['outcome'],
  string
>;

/**
 * The KYC report: what was on file, read, compared, checked and decided, with the pictures and the history.
 *
 * The same case gives the same bytes: no clock is asked, the file carries the day of the case's last event.
 * Notes of specialists stay inside the house and are not printed; a reason is printed only where a partner may know it.
 */
export async function writeKycReport(found: Case, pictures: readonly ReportPicture[]): Promise<Buffer> {
  const { identification, tenant, events } = found;
  const language = identification.language ?? 'en';
  const all = messages(language);
  const { report: texts, terms } = all;
  const words: Words = { all, texts, terms, formats: formatsFor(language) };
  const lastEvent = events.at(-1)?.at ?? identification.createdAt;
  const layout = new ReportLayout({
    title: `${texts.title} ${identification.id}`,
    language,
    createdAt: lastEvent,
    lackedLetters: texts.lackedLetters,
  });

  layout.title(texts.title, texts.identification, identification.id);
  if (tenant.kind === 'sandbox') layout.notice(texts.sandbox, 'doubt');
  writePolicy(layout, found, words);
  writeSummary(layout, found, words);
  writePerson(layout, found, words);
  writeDocument(layout, found, words);
  writeComparison(layout, found, words);
  const regions = regionsOf(found.examination?.findings ?? [], new Set(pictures.map(({ step }) => step)));
  writeChecks(layout, found, regions, words);
  writeRegions(layout, regions, pictures, words);
  writeVerdict(layout, found, words);
  writeDecision(layout, found, words);
  writePictures(layout, found, pictures, words);
  writeEvents(layout, found, words);
  return layout.finish((page, pages) => [
    `${texts.title} · ${identification.id} · ${dateTime(lastEvent, words)}`,
    texts.page(page, pages),
  ]);
}

/** A policy under which software alone may decide is said before anything else. */
function writePolicy(layout: ReportLayout, { tenant, decisions }: Case, { texts, terms }: Words): void {
  const { reviewPolicy } = tenant.settings;
  if (reviewPolicy === 'always') return;
  const decidedBy = decisions.length === 0 ? ` ${texts.undecidedByPerson}` : '';
  layout.notice(texts.weakPolicy(terms.policies[reviewPolicy]) + decidedBy, 'doubt');
}

function writeSummary(layout: ReportLayout, found: Case, words: Words): void {
  const { tenant, identification, examination } = found;
  const { texts, terms } = words;
  const { labels } = texts;
  const result = identification.result && terms.results[identification.result];
  layout.heading(texts.sections.summary);
  pairs(layout, [
    [
      labels.status,
      {
        text: terms.statuses[identification.status],
        style: 'bold',
        tone: identification.status === 'successful' ? 'good' : 'bad',
      },
    ],
    [labels.result, result],
    [labels.reason, identification.status === 'failed' ? null : identification.reason],
    [labels.partner, tenant.name],
    [labels.person, identification.personId],
    [labels.method, identification.method],
    [labels.requested, dateTime(identification.requestedAt, words)],
    [labels.submitted, dateTime(examination?.examinedAt ?? null, words)],
    [labels.completed, dateTime(identification.completedAt, words)],
    [labels.policy, terms.policies[tenant.settings.reviewPolicy]],
    [labels.decidedBy, decider(found, words)],
  ]);
  layout.paragraph(texts.limits);
}

function writePerson(layout: ReportLayout, { person }: Case, words: Words): void {
  const { texts, terms } = words;
  const rows = flatten(person.attributes).map(([name, value]): [string, string] => [
    nameOf(terms.personFields, name),
    printed(value, words),
  ]);
  layout.heading(texts.sections.person);
  if (rows.length === 0) layout.paragraph(texts.empty.person);
  pairs(layout, rows);
}

function writeDocument(layout: ReportLayout, { captures }: Case, words: Words): void {
  const { texts, terms } = words;
  const mrz = bestMrz(captures)?.reading;
  layout.heading(texts.sections.document);
  if (!mrz) {
    layout.paragraph(texts.empty.document);
    return;
  }
  const checkDigits = mrz.checkDigits.map(
    ({ check, valid }) => `${terms.checkDigits[check]}: ${valid ? terms.correct : terms.incorrect}`,
  );
  pairs(layout, [
    [texts.labels.format, mrz.format],
    [texts.labels.mrz, { text: mrz.lines.join('\n'), style: 'mono' }],
    [
      texts.labels.checkDigits,
      { text: checkDigits.join(' · '), tone: mrz.checkDigits.every(({ valid }) => valid) ? 'plain' : 'bad' },
    ],
    [texts.labels.repaired, mrz.repaired === 0 ? null : String(mrz.repaired)],
  ]);
}

function writeComparison(layout: ReportLayout, found: Case, words: Words): void {
  const { texts, terms } = words;
  const rows = compareCase(found);
  if (rows.length === 0) return;
  const tones = { same: 'good', different: 'bad', unsure: 'doubt', none: 'plain' } as const;
  layout.heading(texts.sections.comparison);
  layout.table(
    [4, 5, 5, 3],
    [texts.labels.field, texts.labels.onDocument, texts.labels.onFile, texts.labels.match],
    rows.map(({ field, document, person, match }): Cell[] => [
      { text: terms.comparedFields[field], style: 'soft' },
      { text: document === null ? texts.empty.value : compared(field, document, words) },
      { text: person === null ? texts.empty.value : compared(field, person, words) },
      { text: terms.matches[match], tone: tones[match], style: match === 'none' ? 'plain' : 'bold' },
    ]),
  );
}

function writeChecks(layout: ReportLayout, { examination }: Case, regions: readonly SeenRegion[], words: Words): void {
  const { texts, terms } = words;
  layout.heading(texts.sections.checks);
  if (!examination) {
    layout.paragraph(texts.empty.checks);
    return;
  }
  layout.table(
    [4, 7, 8],
    [texts.labels.outcome, texts.labels.check, texts.labels.seen],
    examination.findings.map(({ check, outcome, reason, observed }): Cell[] => [
      {
        text: `${MARK_BY_OUTCOME[outcome]} ${terms.outcomes[outcome]}`,
        tone: TONE_BY_OUTCOME[outcome],
        style: outcome === 'not_applicable' ? 'soft' : 'bold',
      },
      { text: checkName(check, words) },
      {
        text: [
          ...seen(observed, words),
          ...(reason && outcome !== 'pass' ? [`${texts.labels.reason}: ${reason}`] : []),
          ...regions.flatMap(({ number, findings }) =>
            findings.some((finding) => finding.check === check) ? [`${texts.labels.region} ${number}`] : [],
          ),
        ].join('\n'),
        style: 'soft',
      },
    ]),
  );
}

/** The part of the picture that each finding came from, so that nobody has to believe it. */
function writeRegions(
  layout: ReportLayout,
  regions: readonly SeenRegion[],
  pictures: readonly ReportPicture[],
  words: Words,
): void {
  const { texts, terms } = words;
  if (regions.length === 0) return;
  layout.heading(texts.sections.regions);
  layout.crops(
    regions.flatMap(({ number, step, quad, findings }) => {
      const bytes = pictures.find((picture) => picture.step === step)?.bytes;
      if (!bytes) return [];
      const lines = findings.map(({ check, outcome }) => ({
        text: `${MARK_BY_OUTCOME[outcome]} ${checkName(check, words)}`,
        style: 'soft' as const,
        tone: TONE_BY_OUTCOME[outcome],
      }));
      return [{ bytes, quad, caption: `${number} · ${terms.steps[step]}`, lines }];
    }),
  );
}

/** A check of another version of the engine, for which there are no words, stands for itself. */
function checkName(check: string, { all }: Words): string {
  return nameOf(all.checks, check);
}

function nameOf(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? words[key]! : key;
}

function writeVerdict(layout: ReportLayout, { examination }: Case, words: Words): void {
  const { texts, terms } = words;
  if (!examination) return;
  const { result, reason, because } = examination.verdict;
  const deciding = because.map((check) => checkName(check, words));
  layout.heading(texts.sections.verdict);
  pairs(layout, [
    [
      texts.labels.result,
      {
        text: terms.results[result],
        style: 'bold',
        tone: result === 'SUCCESS' ? 'good' : result === 'REVIEW_PENDING' ? 'doubt' : 'bad',
      },
    ],
    [texts.labels.reason, reason],
    [texts.labels.because, result === 'SUCCESS' ? null : deciding.join('\n')],
    [texts.labels.engine, examination.engineVersion],
  ]);
}

function writeDecision(layout: ReportLayout, { decisions }: Case, words: Words): void {
  const { texts, terms } = words;
  layout.heading(texts.sections.decision);
  if (decisions.length === 0) {
    layout.paragraph(texts.empty.decision);
    return;
  }
  layout.table(
    [6, 5, 5, 8],
    [texts.labels.when, texts.labels.decision, texts.labels.reason, texts.labels.actor],
    decisions.map(({ decision, reason, operatorId, createdAt }): Cell[] => [
      { text: dateTime(createdAt, words) ?? '' },
      { text: texts.decisions[decision], style: 'bold' },
      { text: reason ?? texts.empty.value },
      { text: operatorId ? `${terms.actors.operator} ${operatorId}` : terms.actors.system, style: 'soft' },
    ]),
  );
}

function writePictures(
  layout: ReportLayout,
  { captures }: Case,
  pictures: readonly ReportPicture[],
  words: Words,
): void {
  const { texts, terms } = words;
  layout.heading(texts.sections.pictures);
  if (pictures.length === 0) {
    layout.paragraph(texts.empty.pictures);
    return;
  }
  layout.pictures(
    pictures.map(({ step, bytes }) => ({
      bytes,
      caption: nameOf(terms.steps, step),
      detail: pictureDetail(
        captures.find((capture) => capture.step === step),
        words,
      ),
    })),
  );
}

function pictureDetail(capture: Capture | undefined, words: Words): string {
  if (!capture) return '';
  const { texts, terms } = words;
  const { labels } = texts;
  return `${labels.takenAt} ${dateTime(capture.createdAt, words)}, ${labels.source}: ${terms.sources[capture.source]}\n${labels.digest} ${capture.sha256}`;
}

function writeEvents(layout: ReportLayout, { events }: Case, words: Words): void {
  const { texts, terms } = words;
  layout.heading(texts.sections.events);
  layout.table(
    [6, 5, 7, 8],
    [texts.labels.when, texts.labels.status, texts.labels.result, texts.labels.actor],
    events.map(({ at, to, result, reason, actor }): Cell[] => [
      { text: dateTime(at, words) ?? '' },
      { text: terms.statuses[to], style: 'bold' },
      {
        text:
          [result && terms.results[result], to === 'failed' ? null : reason].filter(Boolean).join(', ') ||
          texts.empty.value,
      },
      {
        text: [terms.actors[actor.kind], actor.kind === 'operator' ? actor.id : null].filter(Boolean).join(' '),
        style: 'soft',
      },
    ]),
  );
}

/** Who had the last word: the specialist's id, or that it was software. */
function decider({ decisions, events }: Case, { texts, terms }: Words): string {
  const last = decisions.at(-1);
  if (last?.operatorId) return `${terms.actors.operator} ${last.operatorId}`;
  const actor = events.findLast(({ result }) => result !== null)?.actor;
  return actor ? terms.actors[actor.kind] : texts.empty.value;
}

/** What a check saw, one line each. */
function seen(observed: Finding['observed'], { all, formats }: Words): string[] {
  return observedLines(observed, all, formats).map(({ label, value }) => `${label}: ${value}`);
}

/** A value that document and person are compared by, as people write it. */
function compared(field: ComparedField, value: string, words: Words): string {
  return field === 'issuing_state' || field === 'nationality' ? words.formats.country(value) : printed(value, words);
}

/** Days and figures as the language writes them, everything else as it is. */
function printed(value: unknown, { terms, formats }: Words): string {
  if (typeof value === 'boolean') return value ? terms.yes : terms.no;
  if (typeof value === 'number') return formats.number(value);
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formats.day(text) : text;
}

function dateTime(at: Date | null, { formats }: Words): string | null {
  return at && formats.dateTime(at, 'UTC');
}

/** Nested objects such as the address in one line: the order of the parts is the partner's. */
function flatten(attributes: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(attributes).flatMap(([name, value]): [string, unknown][] => {
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'object') return [[name, value]];
    const parts = Object.values(value).filter((part) => part !== null && part !== '' && typeof part !== 'object');
    return parts.length > 0 ? [[name, parts.join(', ')]] : [];
  });
}

function pairs(layout: ReportLayout, rows: readonly (readonly [label: string, value: Cell | string | null])[]): void {
  layout.pairs(
    rows.flatMap(([label, value]): [string, Cell][] =>
      value === null || value === '' ? [] : [[label, typeof value === 'string' ? { text: value } : value]],
    ),
  );
}
