/** A folder of photographs with annotations as people make them, through the whole command. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawSample, type Sample } from '@reident/samples';
import { afterEach, expect, test, vi } from 'vitest';
import type { PhotographBoard } from './photograph-figures.ts';
import { measurePhotographs } from './photographs.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const region = (name: string, attributes: object, shape: object = {}) => ({
  shape_attributes: { name: 'polygon', ...shape },
  region_attributes: { field_name: name, ...attributes },
});

function annotationOf({ truth }: Sample, filename: string) {
  const corners = {
    all_points_x: truth.quad.map(({ x }) => x),
    all_points_y: truth.quad.map(({ y }) => y),
  };
  return {
    filename,
    file_attributes: { kind: 'original' },
    regions: [
      region('doc_quad', {}, corners),
      ...truth.mrz!.lines.map((value, index) => region(`mrz_line${index}`, { value })),
      region('surname', { value: truth.fields.lastName!.text }),
    ],
  };
}

test('counts what was read right, keeps no text, and goes on where the last run ended', {
  timeout: 120_000,
}, async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-photographs-'));
  const sample = await drawSample({ seed: 'annotated', kind: 'passport', side: 'data_page' });
  mkdirSync(path.join(folder, 'drawn_passport/1'), { recursive: true });
  writeFileSync(path.join(folder, 'drawn_passport/1/good.jpg'), sample.jpeg);
  writeFileSync(path.join(folder, 'drawn_passport/1/torn.jpg'), sample.jpeg.subarray(0, 300));
  writeFileSync(
    path.join(folder, 'drawn_passport/1.json'),
    JSON.stringify({
      _via_img_metadata: { good: annotationOf(sample, 'good.jpg'), torn: annotationOf(sample, 'torn.jpg') },
    }),
  );
  await measurePhotographs([folder, '--source', 'one drawn page']);
  const file = readFileSync(path.join(folder, 'document-figures.json'), 'utf8');
  const { figures, pictures, source } = JSON.parse(file) as PhotographBoard;
  const count = (id: string) => figures.filter((one) => one.id === id).map(({ hits, n }) => `${hits}/${n}`)[0];
  expect([pictures, source]).toEqual([2, 'one drawn page']);
  expect(['outline', 'mrz.accepted_exact', 'mrz.accepted_wrong', 'viz.lastName', 'advice'].map(count)).toEqual([
    '1/2',
    '1/2',
    '0/1',
    '1/2',
    '1/2',
  ]);
  expect(file).not.toContain(sample.truth.fields.lastName!.text);
  expect(file).not.toContain(sample.truth.mrz!.lines[1]);

  await measurePhotographs([folder]);
  expect(lines.some((line) => /^mrz\.accepted_exact .* was 1\/2$/.test(line))).toBe(true);
});

test('a call that cannot be understood says how it is meant, and measures nothing', async () => {
  const said: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  for (const args of [[], ['/nowhere'], [tmpdir(), '--kind', 'photocopy'], [tmpdir(), '--every', '0'], ['--unknown']]) {
    process.exitCode = 0;
    expect(await measurePhotographs(args)).toBeNull();
    expect([args, process.exitCode]).toEqual([args, 2]);
  }
  expect(said.filter((line) => line.includes('usage: npm run scoreboard -- documents'))).toHaveLength(5);
});
