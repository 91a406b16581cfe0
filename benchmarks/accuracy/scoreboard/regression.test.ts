/** A few cases of the scoreboard, always the same ones, through the real pipeline in every test run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineHost } from '@reident/engine';
import type { ScenarioName } from '@reident/samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { type Figure, figuresOf, groupOf, hasWorsened } from './figures.ts';
import { isNamed, type MeasuredCase, measureCase } from './measure-case.ts';

const CHOSEN = ['clean', 'other_name', 'broken_check_digit', 'specimen_state'] as const satisfies ScenarioName[];

let host: EngineHost;
const cases: MeasuredCase[] = [];
beforeAll(async () => {
  host = await startBuiltHost();
  for (const scenario of CHOSEN) cases.push(await measureCase(scenario, 'regression', host, () => 0));
});
afterAll(() => host?.stop());

const kept = (
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../docs/engine/scoreboard.json'), 'utf8')) as {
    figures: Figure[];
  }
).figures;

test('no attack ends in success, and no MRZ is accepted that was read wrongly', () => {
  const attacks = cases.filter(({ scenario }) => groupOf(scenario) === 'attack');
  expect(attacks.map(({ verdict }) => verdict.result)).not.toContain('SUCCESS');
  expect(cases.filter(({ mrz }) => mrz?.accepted && !mrz.exact)).toEqual([]);
});

test('each defect is named, and the good session is not cancelled', () => {
  for (const one of cases)
    if (groupOf(one.scenario) !== 'good') expect([one.scenario, isNamed(one)]).toEqual([one.scenario, true]);
    else expect(one.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
});

test('no figure has fallen below the one kept by more than chance explains', () => {
  const fallen = figuresOf(cases).filter((figure) => {
    const before = kept.find(({ id }) => id === figure.id);
    return before !== undefined && hasWorsened(figure, before);
  });
  expect(fallen).toEqual([]);
});
