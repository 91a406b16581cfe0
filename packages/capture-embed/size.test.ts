import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildEmbed } from '../../tools/build.mjs';

it('the script for partners’ pages weighs at most 2 kB compressed, and leaves one name', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-embed-'));
  try {
    const file = path.join(folder, 'embed.js');
    await buildEmbed(file);
    const script = readFileSync(file);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(2048);
    expect(script.toString()).toMatch(/^"use strict";var ReidentEmbed=/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
