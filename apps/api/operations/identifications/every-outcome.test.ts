/** Every outcome that the published tables know, ordered as `docs/reference/outcomes.md` says. */
import { outcomePaths, REASON_CODES, REASONS, RESULT_BY_GROUP, TRANSITIONS, visibleReason } from '@reident/domain';
import { JOB_HANDLERS } from '@reident/platform';
import { leaseJobs, updateSettings } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeIdentification, makeIdentification, report } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let showing: TestPartner;

beforeAll(async () => {
  api = await startTestApi();
  showing = await api.addPartner();
  await api.platform.database.inTenant(showing.tenant.id, (tx) =>
    updateSettings(tx, { showPendingSuccessful: true }, { kind: 'system', id: null }),
  );
});

afterAll(() => api.close());

async function statusOf(partner: TestPartner, { path }: MadeIdentification): Promise<string> {
  return (await partner.call<{ status: string }>('GET', path)).body.status;
}

/** What the worker would do when the clock has moved. */
async function expireDue(): Promise<void> {
  const jobs = await leaseJobs(api.platform.database, { kinds: ['expire'], limit: 100, leaseSeconds: 60 });
  for (const job of jobs) await JOB_HANDLERS.expire.handle(job, api.platform);
}

describe('every legal path', () => {
  it('is on the page, except the one that needs a setting to change on the way', () => {
    const shown = outcomePaths().map(({ from, event, to }) => `${from} ${event} ${to}`);
    const missing = TRANSITIONS.map(([from, event, to]) => `${from} ${event} ${to}`).filter(
      (row) => !shown.includes(row),
    );
    expect(missing).toEqual(['pending_successful review_started pending_successful']);
  });

  it.each(outcomePaths().map((path) => [path.from, path.event, path.to, path] as const))(
    '%s, %s → %s can be had by calls and by the clock',
    async (_from, _event, to, { from, steps, showPendingSuccessful }) => {
      const partner = showPendingSuccessful ? showing : await api.addPartner();
      const made = await makeIdentification(partner);
      for (const [index, step] of steps.entries()) {
        if (index === steps.length - 1) expect(await statusOf(partner, made)).toBe(from);
        if (step.by === 'request') expect((await partner.call('PATCH', `${made.path}/request`)).status).toBe(200);
        else if (step.by === 'outcome') expect((await report(partner, made.id, step.result)).status).toBe(200);
        else {
          await partner.call('POST', '/sandbox/clock', { advance: step.advance });
          await expireDue();
        }
      }
      expect(await statusOf(partner, made)).toBe(to);
    },
  );
});

describe('every reason by a call', () => {
  it.each(REASON_CODES.map((code) => [code]))('%s', async (code) => {
    const made = await makeIdentification(api.partner, { requested: true });
    const ended = await report(api.partner, made.id, RESULT_BY_GROUP[REASONS[code].group], code);
    const status = { ABORTED: 'aborted', FAILED: 'failed' }[REASONS[code].group as string] ?? 'canceled';
    expect(ended.body).toMatchObject({ status });
    expect(ended.body.failure_reason).toBe(status === 'failed' ? undefined : code);
    expect(visibleReason(ended.body.status as 'failed', code)).toBe(status === 'failed' ? null : code);
  });
});
