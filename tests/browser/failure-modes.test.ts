import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILURE_MODES } from '../../tools/reference/failure-modes.ts';

const source = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

describe('what may go wrong in a session', () => {
  it.each(FAILURE_MODES)('$failure: is played by a test of that name', ({ file, test }) => {
    expect(source(file)).toMatch(new RegExp(`it\\w*(\\.each\\([^)]*\\))?\\(\\s*(['"])${escaped(test)}\\2`));
  });

  it.each(FAILURE_MODES.filter(({ screen }) => screen !== null))(
    '$failure: that test looks at the screen $screen',
    (row) => {
      const [, body = ''] = source(row.file).split(row.test);
      const [own] = body.split(/\n {2}it/);
      expect(own?.includes(row.screen ?? '') || ARRIVES_BY[row.screen ?? '']?.test(own ?? '')).toBe(true);
    },
  );
});

/** Screens that a test reaches by a step that many share. */
const ARRIVES_BY: Readonly<Record<string, RegExp>> = {
  camera: /shutter|openCamera|words\.open/,
  'start-link': /comeToFirstStep/,
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
