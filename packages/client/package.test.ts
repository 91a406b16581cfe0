/** The package as others get it: plain Node runs it, and their compiler knows its types. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packClient } from '../../tools/pack-client.mjs';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reident-consumer-'));
  mkdirSync(path.join(folder, 'node_modules/@reident'), { recursive: true });
  await packClient(path.join(folder, 'node_modules/@reident/client'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the published client', () => {
  it('runs in plain Node with nothing beside it', async () => {
    const script = `
      import { Reident, verifyWebhook } from '@reident/client';
      const reident = new Reident({ apiUrl: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', retry: { retries: 0 } });
      await reident.persons.get('x').catch((error) => console.log(error.name, error.code));
      await verifyWebhook({ secret: 's', headers: {}, body: '{}' }).catch((error) => console.log(error.name, error.fault));`;
    writeFileSync(path.join(folder, 'consumer.mjs'), script);
    const { stdout } = await run(process.execPath, ['consumer.mjs'], { cwd: folder });
    expect(stdout).toBe('ReidentError no_answer\nWebhookError signature_missing\n');
  });

  it('has types that tell right from wrong', async () => {
    const script = `
      import { type IdentStatus, Reident, ReidentError } from '@reident/client';
      const reident = new Reident({ apiUrl: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b' });
      const { id, person_id, status } = await reident.identifications.create('x', { method: 'idnow_autoident', language: 'DE' });
      const known: IdentStatus = status;
      for await (const { url } of reident.identifications.list({ personId: person_id })) console.log(url?.length, known, id);
      const bytes: Uint8Array = await reident.documents.download('x', 'y');
      // @ts-expect-error a language that is none
      await reident.identifications.create('x', { method: 'idnow_autoident', language: 'FR' });
      // @ts-expect-error a field that a person does not have
      await reident.persons.create({ firstname: 'Erika' });
      // @ts-expect-error a status that is spelled otherwise
      await reident.identifications.waitFor({ id, person_id }, ['cancelled']);
      try { await reident.call('getPerson', { path: { person_id } }); } catch (error) {
        if (error instanceof ReidentError && error.code === 'model_not_found') console.log(error.field, bytes.length);
      }`;
    writeFileSync(path.join(folder, 'consumer.mts'), script);
    const strict =
      '--ignoreConfig --noEmit --strict --target ES2022 --lib ES2023,DOM,DOM.Iterable --module nodenext --moduleResolution nodenext';
    const tsc = path.join(projectRoot(), 'node_modules/.bin/tsc');
    const { stdout } = await run(tsc, [...strict.split(' '), 'consumer.mts'], { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it('brings its licence and depends on nothing', () => {
    const client = path.join(folder, 'node_modules/@reident/client');
    const manifest = JSON.parse(readFileSync(path.join(client, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: '@reident/client', license: 'Apache-2.0', type: 'module' });
    expect(manifest).not.toHaveProperty('dependencies');
    expect(existsSync(path.join(client, 'LICENSE'))).toBe(true);
    expect(readFileSync(path.join(client, 'index.js'), 'utf8')).not.toMatch(/^import .* from/m);
  });
});
