/** Six years of re-KYC on the virtual clock. With 100,000 persons it is `npm run bench rekyc`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../fixtures/api/start-test-api.ts';
import { playYears, type SixYearsFound } from '../fixtures/rekyc/six-years.ts';

const PERSONS = Number(process.env.REIDENT_REKYC_PERSONS ?? 60);
const YEARS = 6;

describe(`six years with ${PERSONS} customers, whose workers are killed again and again`, () => {
  let api: TestApi;
  let found: SixYearsFound;

  beforeAll(async () => {
    api = await startTestApi();
    found = await playYears(api.platform, api.partner.tenant, {
      persons: PERSONS,
      years: YEARS,
      killedWithin: 12,
      stepMinutes: 10,
    });
  });
  afterAll(() => api?.close());

  it('have something to show: customers were asked and succeeded, and workers died', () => {
    expect(found.invitations).toBeGreaterThan(PERSONS);
    expect(found.successes).toBeGreaterThan(PERSONS / 2);
    expect(found.kills).toBeGreaterThan(20);
  });

  it('miss nobody who is due', () => {
    expect(found.missed).toEqual([]);
  });

  it('invite nobody twice for the same cause', () => {
    expect(found.invitedTwice).toEqual([]);
  });

  it('write to nobody outside the hours, and to no more a day than allowed', () => {
    expect(found.outsideHours).toEqual([]);
    expect(found.overfullDays).toEqual([]);
  });
});
