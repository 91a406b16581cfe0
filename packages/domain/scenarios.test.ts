import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON_CODES, REASONS } from './reasons.ts';
import { EVENT_BY_RESULT } from './results.ts';
import { IDNOW_SCENARIOS, mistypedScenario, SCENARIO_PREFIXES, SCENARIOS, scenarioFor } from './scenarios.ts';
import { nextStatus } from './transitions.ts';

describe('test cases', () => {
  it("the guide's example name is the happy path", () => {
    expect(scenarioFor('X-MANUALTEST-HAPPYPATH', 'Muster', 'guide')).toEqual({
      name: 'HAPPYPATH',
      prefix: 'X-MANUALTEST',
      steps: [{ result: 'SUCCESS', reason: null, afterSeconds: 0 }],
    });
  });

  it('stand in the first or the last name, in any case, in either spelling of canceled', () => {
    const expected = scenarioFor('X-MANUALTEST-CANCELED', null, 'guide');
    expect(expected?.steps[0]?.reason).toBe('WARNING_FAKED_MANIPULATED_ID');
    expect(scenarioFor('Erika', 'X-MANUALTEST-CANCELED', 'guide')).toEqual(expected);
    expect(scenarioFor('x-manualtest-Cancelled', 'Muster', 'guide')).toEqual(expected);
    expect(scenarioFor(undefined, '  X-ManualTest-canceled ', 'guide')).toEqual(expected);
  });

  it('with the prefix X-AUTOTEST need no customer and end the same way', () => {
    const auto = scenarioFor('X-AUTOTEST-FRAUDIDENT', 'Muster', 'guide');
    expect(auto?.prefix).toBe('X-AUTOTEST');
    expect(auto?.steps).toEqual(scenarioFor('X-MANUALTEST-FRAUDIDENT', 'Muster', 'guide')?.steps);
  });

  it('exist for every reason, with the result of its group, whoever the robots are', () => {
    for (const robots of ['guide', 'idnow'] as const) {
      for (const code of REASON_CODES) {
        const scenario = scenarioFor(`X-MANUALTEST-${code}`, 'Muster', robots);
        expect(scenario?.steps, code).toHaveLength(1);
        const [step] = scenario!.steps;
        expect(step!.reason).toBe(code);
        expect(step!.result.replace('CANCELED', 'CANCELLED')).toBe(REASONS[code].group);
      }
    }
  });

  it("IDnow's own names count only where the tenant chose IDnow's robots", () => {
    expect(scenarioFor('X-MANUALTEST-FRAUDOK', 'Muster', 'guide')).toBeNull();
    expect(scenarioFor('X-MANUALTEST-FRAUDOK', 'Muster', 'idnow')?.steps.map((step) => step.result)).toEqual([
      'FRAUD_SUSPICION_PENDING',
      'SUCCESS',
    ]);
    expect(scenarioFor('X-MANUALTEST-LONGREVIEW', 'Muster', 'idnow')?.steps[1]?.afterSeconds).toBe(86_400);
  });

  it('are chains that the transitions allow', () => {
    for (const rows of Object.values(SCENARIOS)) {
      for (const { steps } of Object.values(rows)) {
        let status = nextStatus('created', 'requested');
        for (const { result } of steps) status = nextStatus(status, EVENT_BY_RESULT[result]);
        expect(status).not.toBe('created');
      }
    }
  });

  it('give a reason exactly with the results that carry one', () => {
    for (const { steps } of Object.values(IDNOW_SCENARIOS)) {
      for (const { result, reason } of steps) {
        expect(reason !== null, result).toBe(['ABORTED', 'CANCELED', 'FRAUD_SUSPICION_CONFIRMED'].includes(result));
      }
    }
  });

  it('are nothing but the exact words: other names stay names', () => {
    const names = [
      'HAPPYPATH',
      'X-MANUALTEST',
      'X-MANUALTEST-',
      'X-MANUALTEST-toString',
      'AX-MANUALTEST-HAPPYPATH',
      '',
    ];
    for (const name of names) expect(scenarioFor(name, name, 'guide'), name).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.string(), (firstName, lastName) => {
        const isTestCase = SCENARIO_PREFIXES.some((prefix) =>
          `${firstName} ${lastName}`.toUpperCase().includes(prefix),
        );
        if (!isTestCase) expect(scenarioFor(firstName, lastName, 'idnow')).toBeNull();
      }),
    );
  });
});

describe('a slip in the name of a test case', () => {
  it.each([
    ['X-AUTOTEST-HAPYPATH', 'X-AUTOTEST-HAPPYPATH'],
    ['x-manualtest-happypaht', 'X-MANUALTEST-HAPPYPATH'],
    ['X_AUTOTEST_CANCELED', 'X-AUTOTEST-CANCELED'],
    ['X-AUTOTESTHAPPYPATH', 'X-AUTOTEST-HAPPYPATH'],
    ['X-MANUALTEST-ID_GLAER', 'X-MANUALTEST-ID_GLARE'],
    ['X-AUTOTEST-SOMETHINGELSEENTIRELY', ''],
    ['X-AUTOTEST-CHANGEALLREVIEW', ''],
  ])('%s is seen, and %j is probably meant', (name, meant) => {
    expect(mistypedScenario(name, 'guide')).toBe(meant);
  });

  it('is not seen in a test case, nor in a name', () => {
    for (const name of ['X-AUTOTEST-HAPPYPATH', 'x-manualtest-cancelled', 'Xaver', 'X', 'Test', null, undefined])
      expect(mistypedScenario(name, 'guide')).toBeNull();
    expect(mistypedScenario('X-AUTOTEST-CHANGEALL', 'idnow')).toBeNull();
  });
});
