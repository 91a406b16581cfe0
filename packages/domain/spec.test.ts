import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSpec, readSpecColumn } from '../../tests/fixtures/domain/read-spec.ts';
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES, UPLOAD_DOCUMENT_TYPES } from './document-types.ts';
import { DOCUMENTS_WITH_ADDRESS } from './documents.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import { EVENT_TYPES } from './event-types.ts';
import { ID_SUFFIXES } from './ids.ts';
import { PUBLISHED_LANGUAGES } from './languages.ts';
import { METHOD_CODES } from './methods.ts';
import { PROOF_OF_ADDRESS_TYPE_CODES } from './proof-of-address-types.ts';
import { REASON_CODES, REASONS } from './reasons.ts';
import { RESULTS } from './results.ts';
import { GUIDE_SCENARIOS, IDNOW_SCENARIOS, scenarioFor } from './scenarios.ts';
import { STATUS_CODES, STATUSES } from './statuses.ts';
import { MAX_ATTEMPTS, RETRY_RULES, RETRY_SCHEDULE } from './webhook-retry-schedule.ts';

const sorted = (values: Iterable<string>) => [...values].sort();

describe('the tables and what is published', () => {
  it('every published list says where it comes from and when it was taken', () => {
    const folder = new URL('../../spec/', import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.tsv'))) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(text, name).toMatch(/^# source: .+\n# taken: \d{4}-\d\d-\d\d\n/);
    }
  });

  it('the statuses of the guide are ours, and ours are those of the guide or marked as inferred', () => {
    const published = STATUS_CODES.filter((code) => STATUSES[code].certainty === 'published');
    expect(sorted(published)).toEqual(readSpecColumn('statuses', 'status'));
    for (const row of readSpec('statuses')) {
      const again = row['customer may use the same link again'] === 'yes';
      const status = STATUSES[row.status as keyof typeof STATUSES];
      expect(status.linkAlive, row.status).toBe(again || row.status === 'pending');
    }
  });

  it('every status of ours is a status of the API', () => {
    expect(readSpecColumn('api-statuses', 'status')).toEqual(expect.arrayContaining(STATUS_CODES));
  });

  it('the reasons are the 76 of the guide with their groups, and two more that its test cases use', () => {
    const fromList = REASON_CODES.filter((code) => REASONS[code].source === 'guide, IDnow failure codes');
    expect(fromList).toHaveLength(76);
    const asRows = fromList.map((code) => ({ group: REASONS[code].group, code }));
    expect(asRows).toEqual(readSpec('reasons').map(({ group, code }) => ({ group, code })));
    const others = REASON_CODES.filter((code) => !(fromList as string[]).includes(code));
    expect(sorted(others)).toEqual(readSpecColumn('test-cases', 'reason').filter((reason) => reason !== ''));
  });

  it('the three groups have 20, 41 and 15 reasons', () => {
    const sizes = ['ABORTED', 'CANCELLED', 'FRAUD_SUSPICION_CONFIRMED'].map(
      (group) => readSpec('reasons').filter((row) => row.group === group).length,
    );
    expect(sizes).toEqual([20, 41, 15]);
  });

  it('the 24 document types of the guide are marked as such, with their meanings', () => {
    const fromGuide = DOCUMENT_TYPE_CODES.filter((code) => DOCUMENT_TYPES[code].inGuide);
    expect(fromGuide).toHaveLength(24);
    const asRows = fromGuide.map((code) => ({ 'document type': code, meaning: DOCUMENT_TYPES[code].meaning }));
    const byType = (rows: Record<string, string>[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(byType(asRows)).toEqual(byType(readSpec('document-types')));
  });

  it('what may be uploaded is what the API reference lists, and every type is in one of the two lists', () => {
    expect(sorted(UPLOAD_DOCUMENT_TYPES)).toEqual(readSpecColumn('upload-document-types', 'document type'));
    const both = new Set([
      ...readSpecColumn('document-types', 'document type'),
      ...readSpecColumn('upload-document-types', 'document type'),
    ]);
    expect(sorted(DOCUMENT_TYPE_CODES)).toEqual(sorted(both));
  });

  it('the documents that bear an address are the 31 of the guide', () => {
    const kinds = { identity_card: 'ID', passport: 'Passport' } as const;
    const asRows = DOCUMENTS_WITH_ADDRESS.map(([document, , , kind]) => [document, kinds[kind]]);
    expect(asRows).toHaveLength(31);
    expect(asRows).toEqual(readSpec('documents-with-address').map((row) => [row.document, row.type]));
  });

  it('the issuer of a document is the country that the guide names', () => {
    const countries = new Intl.DisplayNames(['en'], { type: 'region' });
    const oldNames: Record<string, string> = { 'Czech Republic': 'Czechia' };
    readSpec('documents-with-address').forEach((row, index) => {
      const [document, issuer, alpha2] = DOCUMENTS_WITH_ADDRESS[index]!;
      const country = row['issuer country']!;
      expect(countries.of(alpha2), document).toBe(oldNames[country] ?? country);
      expect(document.startsWith(`${issuer}-`)).toBe(true);
    });
  });

  it('methods, languages and proof-of-address types are the published ones', () => {
    expect(sorted(METHOD_CODES)).toEqual(readSpecColumn('methods', 'method'));
    expect(sorted(PUBLISHED_LANGUAGES)).toEqual(readSpecColumn('languages', 'language'));
    expect(sorted(PROOF_OF_ADDRESS_TYPE_CODES)).toEqual(readSpecColumn('proof-of-address-types', 'type'));
  });

  it('the results and their kinds are those of the provider', () => {
    const asRows = sorted(RESULTS.map(([result, kind]) => `${result} ${kind}`));
    expect(asRows).toEqual(sorted(readSpec('provider-results').map((row) => `${row.result} ${row.kind}`)));
  });

  it("the guide's three test cases give literally its results and reasons", () => {
    const rows = readSpec('test-cases');
    expect(sorted(Object.keys(GUIDE_SCENARIOS))).toEqual(sorted(rows.map((row) => row['test case']!)));
    for (const row of rows) {
      const scenario = scenarioFor(`${row.prefix}-${row['test case']}`, 'Muster', 'guide');
      expect(scenario?.steps, row['test case']).toEqual([
        { result: row.result, reason: row.reason === '' ? null : row.reason, afterSeconds: 0 },
      ]);
    }
  });

  it("IDnow's robots give the results of its documentation", () => {
    const rows = readSpec('idnow-robots');
    expect(Object.keys(IDNOW_SCENARIOS)).toHaveLength(rows.length);
    for (const row of rows) {
      const scenario = scenarioFor(`X-MANUALTEST-${row.robot}`, 'Muster', 'idnow');
      expect(scenario?.steps.map((step) => step.result).join(' '), row.robot).toBe(row.results);
    }
  });

  it('every published error has its HTTP status and title, and every other error is marked as ours or inferred', () => {
    const rows = readSpec('errors');
    for (const row of rows) {
      const error = ERRORS[row.code as ErrorCode];
      expect([row.code, error?.status, error?.certainty]).toEqual([row.code, Number(row.http), row.certainty]);
      if (row.title !== '') expect(error.title).toBe(row.title);
    }
    const claimed = Object.entries(ERRORS).filter(
      ([, row]) => row.certainty === 'published' || row.certainty === 'seen',
    );
    expect(sorted(claimed.map(([code]) => code))).toEqual(sorted(rows.map((row) => row.code!)));
  });

  it('the webhook events are the published ones', () => {
    const published = EVENT_TYPES.filter(([, , certainty]) => (certainty as string) !== 'ours').map(([type]) => type);
    expect(sorted(published)).toEqual(readSpecColumn('webhook-event-types', 'event type'));
  });

  it('the retry rules are the published ones, and their waits fill the published five days', () => {
    const rules = Object.fromEntries(readSpec('webhook-retry-rules').map((row) => [row.rule, Number(row.value)]));
    expect(MAX_ATTEMPTS).toBe(rules.attempts);
    expect(RETRY_RULES.rate[0]).toBe(rules.rate);
    const days = RETRY_SCHEDULE.at(-1)!.totalSeconds / 86_400;
    expect(days).toBeCloseTo(rules['days in all']!, 2);
  });

  it('the suffixes of ids are those of the examples', () => {
    expect(sorted(ID_SUFFIXES.map(([suffix]) => suffix))).toEqual(readSpecColumn('id-suffixes', 'suffix'));
  });
});
