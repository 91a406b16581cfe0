import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `docs/decisions/README.md`: every decision with what was decided, from the first lines of the pages beside it. */
export function decisionsIndex(folder: string): string {
  const rows = readdirSync(folder)
    .filter((file) => /^\d{4}-/.test(file))
    .sort()
    .map((file) => decisionRow(file, readFileSync(path.join(folder, file), 'utf8')));
  return `${['<!-- Written by tools/docs.mjs from the decisions. Change them, not this page. -->', '# Decisions', INTRODUCTION, ['| No. | Decision | What was decided | Status |', '| --- | --- | --- | --- |', ...rows].join('\n')].join('\n\n')}\n`;
}

const INTRODUCTION =
  'Each page is about a choice among alternatives: the question, the options, what was decided, and what follows from it. A new one takes the next free number.';

/** @throws Error naming what is missing: every decision opens with its title, `- Decided:` and `- Status:` */
function decisionRow(file: string, text: string): string {
  const number = file.slice(0, 4);
  const [, title] = new RegExp(`^# ${number}: (.+)\\n`).exec(text) ?? [];
  const [, decided] = /^- Decided: (.+)$/m.exec(text) ?? [];
  const [, status] = /^- Status: (.+)$/m.exec(text) ?? [];
  if (title === undefined || decided === undefined || status === undefined)
    throw new Error(`${file}: a decision opens with "# ${number}: title", "- Decided: …" and "- Status: …"`);
  return `| ${number} | [${title}](${file}) | ${decided} | ${status} |`;
}
