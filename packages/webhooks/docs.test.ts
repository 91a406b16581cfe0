import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RETRY_SCHEDULE } from '@reident/identification';
import { projectRoot } from '@reident/store';
import { expect, it } from 'vitest';
import { ANSWERS } from './answers.ts';

const page = readFileSync(path.join(projectRoot(), 'docs/webhooks.md'), 'utf8');

it('the page for partner engineers prints the table of answers', () => {
  const rows = ANSWERS.map(([from, to, effect, , , meaning]) => {
    const answer = from === null ? 'nothing' : from === to ? `${from}` : `${from} to ${to}`;
    return `| ${answer} | ${effect.replace('_', ' ')} | ${meaning} |`;
  });
  expect(printedTable('answers')).toEqual(['| You answer | Effect | Meaning |', '| --- | --- | --- |', ...rows]);
});

it('the page for partner engineers prints the retry schedule', () => {
  const rows = RETRY_SCHEDULE.map(({ attempt, waitSeconds, totalSeconds }) => {
    return `| ${attempt} | ${duration(waitSeconds)} | ${duration(totalSeconds)} |`;
  });
  expect(printedTable('schedule')).toEqual([
    '| Attempt | Wait before it | After the first |',
    '| --- | --- | --- |',
    ...rows,
  ]);
});

function printedTable(name: string): string[] {
  const [, printed = ''] = new RegExp(`<!-- table: ${name} -->\n([^]*?)<!-- end -->`).exec(page) ?? [];
  return printed.trimEnd().split('\n');
}

// biome-ignore format: a table
const UNITS = [
  // from seconds  large           small
  [86_400,         [86_400, 'd'],  [3600, 'h']],
  [3600,           [3600, 'h'],    [60, 'min']],
  [60,             [60, 'min'],    [1, 's']],
] as const;

/** Two units at most: `5.5 s`, `3 min 21 s`, `1 d 19 h`. */
function duration(seconds: number): string {
  if (seconds === 0) return '–';
  const row = UNITS.find(([from]) => seconds >= from);
  if (row === undefined) return `${seconds.toFixed(1)} s`;
  const [, [large, largeName], [small, smallName]] = row;
  const rounded = Math.round(seconds / small) * small;
  return `${Math.floor(rounded / large)} ${largeName} ${(rounded % large) / small} ${smallName}`;
}
