import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as browser from './browser.ts';
import * as everything from './index.ts';

describe('the front doors', () => {
  it('for pages: no file behind it imports anything of Node', () => {
    const folder = new URL('./', import.meta.url);
    const files = readdirSync(folder).filter(
      (name) => /^[a-z-]+\.ts$/.test(name) && !['ids.ts', 'index.ts'].includes(name),
    );
    expect(files.length).toBeGreaterThan(15);
    for (const name of files) expect(readFileSync(new URL(name, folder), 'utf8'), name).not.toMatch(/from 'node:/);
  });

  it('the one for Node has all that the one for pages has', () => {
    expect(Object.keys(everything)).toEqual(expect.arrayContaining(Object.keys(browser)));
    expect(Object.keys(everything)).toContain('newId');
  });
});
