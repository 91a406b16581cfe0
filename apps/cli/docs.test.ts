/** The pages about the command line and the client: what they print can be pasted, what they say is so. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildTestCli, type TestCli } from '../../tests/fixtures/cli/run-cli.ts';
import { type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { createProgram } from './program.ts';

const run = promisify(execFile);
const page = (name: string) => readFileSync(path.join(projectRoot(), 'docs', name), 'utf8');

/** The pages that show the program at work, each for one reader and one task. */
const PAGES = [
  'cli.md',
  'testing-a-receiver.md',
  'missed-webhooks.md',
  'checking-a-platform.md',
  'administering-tenants.md',
  'operators.md',
].map((name) => `guides/${name}`);

function blocks(name: string, language: string): string[] {
  return [...page(name).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );
}

/** Lines of the pages' shell blocks that call the program; the words after its name. */
const COMMANDS = PAGES.flatMap((name) => blocks(name, 'sh'))
  .flatMap((block) => block.trim().split('\n'))
  .filter((line) => line.startsWith('npx reident '))
  .map((line) => line.replace(/^npx reident /, '').split(/\s+/));

type Command = ReturnType<typeof createProgram>;

let platform: TestReident;
let cli: TestCli;
let work: string;
let receiver: Receiver;
const given = { $IDENT: '', $DELIVERY: '', $PERSON: '', $FORMER_CUSTOMER: '' };

beforeAll(async () => {
  platform = await startTestReident();
  work = mkdtempSync(path.join(tmpdir(), 'reident-docs-'));
  cli = await buildTestCli('docs', { REIDENT_DATA_DIR: platform.platform.config.dataDir });
  receiver = await startReceiver();
  await platform.call('POST', '/v1/webhooks', { event_type: 'IDENTIFICATION', url: receiver.url });
  const { lines } = await cli.run('trigger', 'ID_BLURRY', '--json');
  given.$IDENT = String(lines[0]?.id);
  await receiver.received(3);
  await vi.waitFor(async () => {
    const { lines: log } = await cli.run('replay', '--list', '--state', 'delivered', '--json');
    expect(log).toHaveLength(3);
  }, 180_000);
  given.$DELIVERY = String((await cli.run('replay', '--list', '--json')).lines[0]?.id);
  for (const name of ['$PERSON', '$FORMER_CUSTOMER'] as const)
    given[name] = (await platform.call<{ id: string }>('POST', '/v1/persons', {})).body.id;
});
afterAll(async () => {
  cli?.remove();
  rmSync(work, { recursive: true, force: true });
  await platform?.stop();
  // Not before: whoever gets its port meanwhile would hear of every identification here.
  await receiver?.stop();
});

/** Commands that have no end of their own, with what they print when they are at work. */
const ENDLESS: readonly [words: RegExp, atWork: RegExp][] = [
  [/^listen/, /Listening for|"listening"/],
  [/^events --follow/, /created/],
  [/^identify(?!.*--auto)/, /Be the customer/],
];

/** The contract is looked at for about 40 s, because a receiver that stays silent has half a minute. */
describe('the pages about the command line', () => {
  it('have commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(30);
  });

  it.each(COMMANDS.map((words) => [words.join(' ')]))('npx reident %s', async (text) => {
    const words = text.split(' ').map((word) => given[word as keyof typeof given] ?? word);
    // Ten subscriptions a minute are allowed, and this page makes more.
    await platform.call('POST', '/sandbox/clock', { advance: 'PT2M' });
    const command = cli.start(...words);
    const endless = ENDLESS.find(([pattern]) => pattern.test(text));
    if (endless) {
      await command.prints(endless[1]);
      command.child.kill('SIGINT');
    }
    const { code, stdout, stderr } = await command.ended;
    expect(code, stdout + stderr).toBe(text.startsWith('identify') && endless ? EXIT_CODES.interrupted.code : 0);
  });

  it('prints the table of exit codes as it is', () => {
    const [, table = ''] = /<!-- table: exit codes -->\n([\s\S]*?)<!-- end -->/.exec(page('reference/cli.md')) ?? [];
    const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `| ${code} | ${meaning} |`);
    expect(table.trim().split('\n').slice(2)).toEqual(rows);
  });

  it('show every command, and name no option that does not exist', () => {
    const text = PAGES.map(page).join('\n');
    const all = allBelow(createProgram());
    const shown = new Set([...text.matchAll(/npx reident ([a-z]+)/g)].map(([, name]) => name));
    expect([...shown].sort()).toEqual(
      createProgram()
        .commands.map((command) => command.name())
        .sort(),
    );
    const named = new Set([...text.matchAll(/(--[a-z-]+)/g)].map(([, name]) => name));
    const known = new Set(all.flatMap(({ options }) => options).map(({ long }) => long));
    expect([...named].filter((name) => name !== '--' && name !== '---' && !known.has(name ?? ''))).toEqual([]);
  });
});

describe('npx reident', () => {
  it('is found in the folder of the project', async () => {
    const { stdout } = await run('npx', ['--no-install', 'reident', '--version'], { cwd: projectRoot() });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('docs/guides/client.md', () => {
  it('is one program, which runs and whose types are right', async () => {
    const folder = path.join(projectRoot(), 'node_modules/.cache/reident-client-page');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `page-${process.pid}.mts`);
    writeFileSync(file, `${blocks('guides/client.md', 'ts').join('\n')}\nexport {};\n`);
    const tsx = path.join(projectRoot(), 'node_modules/.bin/tsx');
    const env = { ...process.env, REIDENT_DATA_DIR: platform.platform.config.dataDir };
    const { stdout } = await run(tsx, [file], { cwd: work, env });
    expect(stdout).toContain('invalid_model 400 first_name');
    expect(stdout).toMatch(/cidt pending successful/);
    const options =
      '--ignoreConfig --noEmit --strict --skipLibCheck --allowImportingTsExtensions --target ES2023 --lib ES2023,DOM,DOM.Iterable --module ESNext --moduleResolution bundler --types node';
    const checked = await run(path.join(projectRoot(), 'node_modules/.bin/tsc'), [...options.split(' '), file], {
      cwd: projectRoot(),
    }).catch((error: { stdout: string }) => error);
    rmSync(file);
    expect(checked.stdout).toBe('');
  });
});

describe('examples/with-client.ts', () => {
  it('ends with the report of a success and the reason of a break-off', async () => {
    const tsx = path.join(projectRoot(), 'node_modules/.bin/tsx');
    const env = { ...process.env, REIDENT_DATA_DIR: platform.platform.config.dataDir };
    const { stdout } = await run(tsx, [path.join(projectRoot(), 'examples/with-client.ts')], { cwd: work, env });
    const [happy = '', later = ''] = stdout.trim().split('\n');
    expect(happy).toMatch(/^HAPPYPATH: successful, the KYC report is in [0-9a-f]+cidt\.pdf$/);
    expect(
      readFileSync(path.join(work, happy.split(' ').at(-1) ?? ''))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(later).toBe('USER_CANCELLATION_IDENTIFY_LATER: aborted, because of USER_CANCELLATION_IDENTIFY_LATER');
  });
});

function allBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allBelow)];
}
