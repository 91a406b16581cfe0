import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadCase } from '@reident/platform';
import { drawSample, drawSelfie, ORDERED_PERSON, SAMPLES, type SampleName, SELFIES } from '@reident/samples';
import { findLatestExamination, listAudit, listExamined, projectRoot, updateSettings } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playCustomer } from '../fixtures/play-customer.ts';
import { askForPicturesOnly, startTestReident, type TestReident } from '../fixtures/reident.ts';

let reident: TestReident;
let selfie: Buffer;

beforeAll(async () => {
  reident = await startTestReident();
  await askForPicturesOnly(reident);
  await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    updateSettings(tx, { reviewPolicy: 'on_suspicion' }, { kind: 'system', id: null }),
  );
  selfie = (await drawSelfie(SELFIES.selfie)).jpeg;
});

afterAll(() => reident?.stop());

interface Ident {
  id: string;
  url: string;
  status: string;
  failure_reason?: string | null;
}

/** A person who is ordered under the name on the samples shows the document; what the partner sees in the end. */
async function identifyWith(sample: SampleName, settled: (status: string) => boolean) {
  const { birthDate } = { ...ORDERED_PERSON, ...SAMPLES[sample].holder };
  const person = (
    await reident.call<{ id: string }>('POST', '/v1/persons', {
      first_name: ORDERED_PERSON.firstName,
      last_name: ORDERED_PERSON.lastName,
      birth_date: birthDate,
      nationality: 'DE',
    })
  ).body;
  const path = `/v1/persons/${person.id}/identifications`;
  const { id } = (await reident.call<Ident>('POST', path, { method: 'idnow_autoident', language: 'EN' })).body;
  const { url } = (await reident.call<Ident>('PATCH', `${path}/${id}/request`)).body;
  const { kind, step } = SAMPLES[sample];
  const pictures: Record<string, Buffer> =
    kind === 'passport'
      ? { document_data_page: await photo(sample), selfie }
      : {
          document_front: await photo('card_front'),
          document_back: await photo('card_back'),
          [step]: await photo(sample),
          selfie,
        };
  const feedback = await playCustomer(reident.url, url, {
    kind: kind === 'passport' ? 'passport' : 'identity_card',
    issuingState: 'DEU',
    pictures,
  });
  const latest = Date.now() + 180_000;
  while (Date.now() < latest) {
    const seen = (await reident.call<Ident>('GET', `${path}/${id}`)).body;
    const found = await reident.platform.database.inTenant(reident.tenant.id, (tx) => loadCase(tx, id));
    if (found.examination && settled(seen.status)) return { seen, found, feedback };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { examination, identification } = await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    loadCase(tx, id),
  );
  throw new Error(`still ${identification.status}: ${JSON.stringify(examination?.verdict)}`);
}

async function photo(sample: SampleName): Promise<Buffer> {
  return (await drawSample({ ...SAMPLES[sample], day: new Date().toISOString().slice(0, 10) })).jpeg;
}

describe('a real name goes the real way: picture, reading, verdict', () => {
  // biome-ignore format: one row per line
  it.each([
    // sample      status             reason that the partner sees       what the engine's verdict rests on
    ['expired',    'canceled',        'ID_EXPIRED',                      'ID_EXPIRED'],
    ['blurred',    'canceled',        'ID_BLURRY',                       'ID_BLURRY'],
    ['dark',       'canceled',        'ID_DARKNESS',                     'ID_DARKNESS'],
    ['back_for_front', 'canceled',      'ID_WRONG_SIDE',                   'ID_WRONG_SIDE'],
    ['other_name', 'pending_failed',  null,                              'WARNING_NAME_COMPARISON'],
    ['under_age',  'pending_failed',  null,                              'WARNING_USER_UNDERAGE'],
  ] as const)('the sample "%s" ends as %s', async (sample, status, shownReason, reason) => {
    const { seen, found } = await identifyWith(sample, (status) => status !== 'pending');
    expect(found.examination?.verdict.reason).toBe(reason);
    expect({ status: seen.status, reason: seen.failure_reason ?? null }).toEqual({ status, reason: shownReason });
  });

  it('a good passport is read to the letter, and what the engine cannot tell goes to a person', async () => {
    const { found } = await identifyWith('passport', () => true);
    const byCheck = new Map(found.examination?.findings.map((finding) => [finding.check, finding.outcome]));
    expect([...byCheck].filter(([, outcome]) => outcome === 'fail')).toEqual([]);
    for (const check of [
      'mrz-readable',
      'mrz-check-digits',
      'name-matches-person',
      'birth-date-matches-person',
      'document-not-expired',
    ]) {
      expect({ check, outcome: byCheck.get(check) }).toEqual({ check, outcome: 'pass' });
    }
    expect(found.identification.status).not.toBe('canceled');
  });

  it('cases that were judged can be judged again, which changes nothing but who asked', async () => {
    const file = path.join(reident.platform.config.dataDir, 'strict.json');
    writeFileSync(file, JSON.stringify({ selfieSharpness: 100_000 }));
    const before = await everyCase();
    const same = await rejudge('--all');
    expect(same.length).toBeGreaterThan(1);
    for (const { before, after, changed } of same) expect([changed, after]).toEqual([[], before]);
    const [id = ''] = same.map(({ identification }) => identification);
    const [strict] = await rejudge(id, '--thresholds', file);
    expect(strict?.changed).toContainEqual(
      expect.objectContaining({ check: 'selfie-in-focus', after: { outcome: 'fail', reason: 'SELFIE_BLURRY' } }),
    );
    expect(await everyCase()).toEqual(before);
    const audit = await reident.platform.database.inTenant(reident.tenant.id, (tx) => listAudit(tx, id));
    expect(audit.filter(({ action }) => action === 'identification.rejudged').map(({ details }) => details)).toEqual([
      { thresholds: [] },
      { thresholds: ['selfieSharpness'] },
    ]);
  });
});

interface Rejudged {
  identification: string;
  before: object;
  after: object;
  changed: object[];
}

/** The command as it is typed beside the server. */
async function rejudge(...words: string[]): Promise<Rejudged[]> {
  const { stdout } = await promisify(execFile)(
    path.join(projectRoot(), 'node_modules/.bin/tsx'),
    ['apps/cli/main.ts', 'rejudge', ...words, '--company', reident.tenant.company, '--json'],
    { cwd: projectRoot(), env: { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir } },
  );
  return JSON.parse(stdout) as Rejudged[];
}

function everyCase() {
  return reident.platform.database.inTenant(reident.tenant.id, async (tx) => {
    const ids = await listExamined(tx);
    return Promise.all(ids.map((id) => findLatestExamination(tx, id)));
  });
}
