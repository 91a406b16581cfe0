import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { REASON_CODES } from '@reident/domain';
import { expect, test } from 'vitest';
import { CHECKS } from '../../packages/engine/checks/catalogue.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const models = readFileSync(path.join(root, 'docs/engine/models.md'), 'utf8');

test('the model files are those that docs/engine/models.md lists', () => {
  const listed = [...models.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)];
  expect(listed.length).toBe(8);
  for (const [, sum, file] of listed) {
    const bytes = readFileSync(path.join(root, file!));
    expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sum);
  }
});

test('weights of others are listed and have a notice with their licence beside them', () => {
  const weights = 'packages/engine/weights';
  for (const folder of readdirSync(path.join(root, weights), { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const files = readdirSync(path.join(root, weights, folder.name));
    expect(readFileSync(path.join(root, weights, folder.name, 'NOTICE'), 'utf8')).toMatch(/licen[cs]e/i);
    for (const file of files) if (file !== 'NOTICE') expect(models).toContain(`${weights}/${folder.name}/${file}`);
  }
});

test('no page says that somebody attested this engine [SUP-4]', () => {
  const pages = [
    'docs',
    'docs/engine',
    'docs/engine/measurements',
    'docs/guides',
    'docs/guides/cookbook',
    'docs/reference',
    'docs/decisions',
  ].flatMap((folder) =>
    readdirSync(path.join(root, folder)).flatMap((name) =>
      name.endsWith('.md') ? [path.join(root, folder, name)] : [],
    ),
  );
  const claims = pages.filter((page) =>
    /\b(is|are|was|been|fully)\s+certified\b|\bibeta\b|iso[ /]?(iec )?30107[^.]*compliant/i.test(
      readFileSync(page, 'utf8'),
    ),
  );
  expect(claims).toEqual([]);
});

test('each reason that a picture could show is given by a check, or the page says why a person has to', () => {
  const page = readFileSync(path.join(root, 'docs/engine/README.md'), 'utf8');
  const section = page.split('## Reasons that are left to a person')[1]!.split('\n## ')[0]!;
  const left = [...section.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code!);
  const raised = new Set<string>(CHECKS.flatMap(({ raises }) => raises));
  const visible = REASON_CODES.filter((code) => /^(ID_|SELFIE_|USER_OBSCURED|WARNING_)/.test(code));
  expect([...left].sort()).toEqual(visible.filter((code) => !raised.has(code)).sort());
});

test('the limits name what a browser cannot prove and which attacks get through [SUP-3]', () => {
  const limits = readFileSync(path.join(root, 'docs/engine/limits.md'), 'utf8').replace(/\s+/g, ' ');
  for (const words of [
    'cannot prove that its camera is real',
    'on a screen',
    'live compositing',
    'face swap',
    'coerced',
    '95 % bound',
  ])
    expect(limits).toContain(words);
});
