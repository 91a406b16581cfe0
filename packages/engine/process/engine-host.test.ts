import { execFileSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { PlatformError } from '@reident/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webm } from '../../../tests/fixtures/engine/clips.ts';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { hostilePictures, PAYLOAD } from '../../../tests/fixtures/engine/hostile-pictures.ts';
import { RECORDING_TYPE, writeRecording } from '../video/recording.ts';
import type { HostLog } from './host-requests.ts';
import type { EngineHost } from './start-engine-host.ts';

let host: EngineHost;
beforeAll(async () => {
  host = await startBuiltHost();
});
afterAll(() => host.stop());

const blank = (width = 800, height = 600) => sharp({ create: { width, height, channels: 3, background: '#8899aa' } });
const read = (bytes: Uint8Array, on = host) => on.read({ step: 'proof_of_address', bytes, contentType: 'image/jpeg' });
/** The same in every run. */
const noise = (width: number, height: number) =>
  Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, i) => Math.imul(i ^ (i >>> 7), 2654435761) >>> 24));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error) => (error instanceof PlatformError ? error.code : String(error)),
  );

/** What a picture may be rejected with. */
const REJECTED_WITH: readonly string[] = [
  'unreadable_media',
  'media_too_large',
  'media_too_small',
  'unsupported_media_type',
];

test('at least 200 hostile pictures are rejected or drawn anew, each within the time limit [UPL-2, UPL-6]', async () => {
  const pictures = await hostilePictures();
  expect(pictures.length).toBeGreaterThanOrEqual(200);
  const surprises: string[] = [];
  // With the limits that are shipped, which count the time that the process was given; what it does not keep to is logged.
  let current = '';
  const warn = (details: { why?: string }) => void (details.why && surprises.push(`${current}: ${details.why}`));
  const limited = await startBuiltHost({
    timeoutSeconds: undefined,
    decodeSeconds: undefined,
    log: { ...quiet, warn },
  });
  for (const { name, bytes, expected } of pictures) {
    current = name;
    const derivative = await limited.derive(bytes).catch((error: unknown) => error);
    if (derivative instanceof PlatformError) {
      if (!REJECTED_WITH.includes(derivative.code)) surprises.push(`${name}: ${derivative.code}`);
    } else if (!Buffer.isBuffer(derivative)) surprises.push(`${name}: ${derivative}`);
    else if (expected === 'rejected') surprises.push(`${name}: was accepted`);
    else if (derivative.includes(PAYLOAD)) surprises.push(`${name}: its payload got through`);
    else if ((await sharp(derivative).metadata()).format !== 'jpeg') surprises.push(`${name}: not drawn anew`);
  }
  await limited.stop();
  expect(surprises).toEqual([]);
});

test('every hostile picture is rejected or drawn anew as a logo, too [UPL-2, UPL-6]', async () => {
  const surprises: string[] = [];
  for (const { name, bytes, expected } of await hostilePictures()) {
    const logo = await host.drawLogo(bytes).catch((error: unknown) => error);
    if (logo instanceof PlatformError) continue;
    if (!Buffer.isBuffer(logo)) surprises.push(`${name}: ${logo}`);
    // A picture that is too small for a reading may be large enough for a logo
    else if (expected === 'rejected' && !/small|under/.test(name)) surprises.push(`${name}: was accepted`);
    else if (logo.includes(PAYLOAD)) surprises.push(`${name}: its payload got through`);
    else if ((await sharp(logo).metadata()).format !== 'png') surprises.push(`${name}: not drawn anew`);
  }
  expect(surprises).toEqual([]);
});

test.each([
  ['a drawing', () => sharp({ create: { width: 1200, height: 300, channels: 4, background: '#7a1f5c80' } }), 512, 128],
  ['a small one', () => blank(64, 24), 64, 24],
  [
    'noise, which nothing can pack',
    () => sharp(noise(1200, 800), { raw: { width: 1200, height: 800, channels: 3 } }),
    180,
    120,
  ],
])('a logo that is %s becomes a small PNG of its shape', async (_name, make, width, height) => {
  for (const original of [await make().png().toBuffer(), await make().webp().toBuffer()]) {
    const logo = await host.drawLogo(original);
    expect(logo.length).toBeLessThanOrEqual(40_000);
    expect(await sharp(logo).metadata()).toMatchObject({ format: 'png', width, height });
  }
});

test('a logo keeps its transparency and none of its words', async () => {
  const drawn = sharp({ create: { width: 400, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const original = await drawn
    .withExif({ IFD0: { Copyright: 'secret words' } })
    .png()
    .toBuffer();
  expect(original.includes('secret words')).toBe(true);
  const logo = await host.drawLogo(original);
  expect(logo.includes('secret words')).toBe(false);
  expect((await sharp(logo).ensureAlpha().raw().toBuffer())[3]).toBe(0);
  expect(await codeOf(host.drawLogo(await blank(200, 10).png().toBuffer()))).toBe('unreadable_media');
  expect(await codeOf(host.drawLogo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toBe(
    'unsupported_media_type',
  );
});

test.each([
  [400, 100],
  [100, 100],
  [100, 400],
])('an icon has a logo of %d × %d in its middle, inside the circle that launchers cut', async (width, height) => {
  const logo = await host.drawLogo(
    await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer(),
  );
  const icon = await host.drawIcon(logo, '#102030', 192);
  const { data, info } = await sharp(icon).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([192, 192, 3]);
  const at = (x: number, y: number) => [...data.subarray((y * 192 + x) * 3, (y * 192 + x) * 3 + 3)];
  expect([at(96, 96), at(0, 0)]).toEqual([
    [255, 255, 255],
    [16, 32, 48],
  ]);
  let farthest = 0;
  for (let y = 0; y < 192; y += 1)
    for (let x = 0; x < 192; x += 1)
      if (at(x, y)[0]! > 128) farthest = Math.max(farthest, Math.hypot(x - 95.5, y - 95.5));
  expect(farthest).toBeLessThanOrEqual(0.4 * 192);
  expect(farthest).toBeGreaterThan(0.3 * 192);
});

test('reading refuses what deriving refuses [UPL-2]', async () => {
  expect(await codeOf(read(Buffer.from('GIF89a, or so it says')))).toBe('unsupported_media_type');
  expect(await codeOf(read(await blank(5010, 5000).png().toBuffer()))).toBe('media_too_large');
  expect(await codeOf(read(await blank(100, 100).jpeg().toBuffer()))).toBe('media_too_small');
  expect(await codeOf(read((await blank().png().toBuffer()).subarray(0, 200)))).toBe('unreadable_media');
});

test('a JPEG without the two bytes that end it is whole; one that ends sooner is not [UPL-2]', async () => {
  const whole = await blank(1200, 900).jpeg().toBuffer();
  const withoutEnd = await host.derive(whole.subarray(0, -2));
  const whatIsSeen = async (jpeg: Uint8Array) => (await sharp(jpeg).raw().toBuffer()).toString('base64');
  expect(await whatIsSeen(withoutEnd)).toBe(await whatIsSeen(await host.derive(whole)));
  expect(await codeOf(host.derive(whole.subarray(0, -60)))).toBe('unreadable_media');
  const followed = Buffer.concat([whole, Buffer.from('bytes that a phone puts behind the picture')]);
  expect((await host.derive(followed)).length).toBeGreaterThan(0);
});

test('a picture of 48 megapixels is taken where it can be shrunk on the way [UPL-1]', async () => {
  const large = () => blank(8000, 6000);
  expect(
    (await host.read({ step: 'selfie', bytes: await large().jpeg().toBuffer(), contentType: 'image/jpeg' })).image,
  ).toEqual({
    width: 8000,
    height: 6000,
  });
  expect(await codeOf(host.derive(await large().jpeg({ progressive: true }).toBuffer()))).toBe('media_too_large');
  expect(await codeOf(host.derive(await large().png().toBuffer()))).toBe('media_too_large');
});

test('a derivative keeps nothing but the pixels: no place, no camera, no thumbnail, no profile [UPL-3]', async () => {
  const taken = await blank(1200, 800)
    .withExif({ IFD0: { Make: 'PhoneMaker', Copyright: 'secret' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  expect(taken.includes('PhoneMaker')).toBe(true);
  const derivative = await host.derive(taken);
  const { exif, icc, xmp, iptc, orientation, format } = await sharp(derivative).metadata();
  expect({ exif, icc, xmp, iptc, orientation, format }).toEqual({ format: 'jpeg' });
  expect(derivative.includes('PhoneMaker')).toBe(false);
});

test('a picture taken on its side is read and shown upright', async () => {
  const onItsSide = await blank(1200, 800).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { image } = await read(onItsSide);
  expect(image).toEqual({ width: 800, height: 1200 });
  const { width, height } = await sharp(await host.derive(onItsSide)).metadata();
  expect({ width, height }).toEqual({ width: 800, height: 1200 });
});

test('a derivative is at most 1600 pixels long', async () => {
  const { width, height } = await sharp(await host.derive(await blank(4000, 3000).jpeg().toBuffer())).metadata();
  expect({ width, height }).toEqual({ width: 1600, height: 1200 });
});

test('pictures asked for at once are answered one after the other, each with its own answer', async () => {
  const sizes = [700, 900, 1100, 1300];
  const readings = await Promise.all(sizes.map(async (width) => read(await blank(width, 600).jpeg().toBuffer())));
  expect(readings.map(({ image }) => image?.width)).toEqual(sizes);
});

test('a recording is read frame by frame, and shown as one sheet [UPL-1, UPL-3]', async () => {
  const jpeg = await blank(1280, 720)
    .withExif({ IFD0: { Make: 'PhoneMaker' } })
    .jpeg()
    .toBuffer();
  const frames = ['flat', 'tilt', 'tilt'].map((prompt, i) => ({ atMs: i * 250, prompt, jpeg }));
  const clip = { contentType: 'video/webm' as const, bytes: webm([0, 40, 80]) };
  const bytes = writeRecording({ frames, clip });
  const reading = await host.read({ step: 'security_video', bytes, contentType: RECORDING_TYPE });
  expect(reading.frames?.map(({ atMs, prompt }) => [atMs, prompt])).toEqual([
    [0, 'flat'],
    [250, 'tilt'],
    [500, 'tilt'],
  ]);
  expect(reading).toMatchObject({
    image: null,
    quality: null,
    clip: { format: 'webm', seconds: 0.08, playable: true },
  });
  const sheet = await host.derive(bytes, RECORDING_TYPE);
  expect(await sharp(sheet).metadata()).toMatchObject({ format: 'jpeg', width: 1599 });
  expect(sheet.includes('PhoneMaker')).toBe(false);
});

test('a recording is rejected for what any of its frames is rejected for [UPL-2]', async () => {
  const record = (jpeg: Uint8Array) =>
    host.read({
      step: 'liveness',
      bytes: writeRecording({ frames: [{ atMs: 0, prompt: 'left', jpeg }], clip: null }),
      contentType: RECORDING_TYPE,
    });
  expect(await codeOf(record(Buffer.from('no picture')))).toBe('unsupported_media_type');
  expect(await codeOf(record(await blank(2400, 1600).jpeg().toBuffer()))).toBe('media_too_large');
  const bare = await blank().jpeg().toBuffer();
  expect(await codeOf(host.read({ step: 'liveness', bytes: bare, contentType: 'image/jpeg' }))).toBe(
    'unsupported_media_type',
  );
});

test('a picture that takes too long is rejected, and the next one is read by a new process [UPL-2]', async () => {
  const hasty = await startBuiltHost({ timeoutSeconds: 0.001 });
  try {
    const picture = await blank(3000, 2000).jpeg().toBuffer();
    expect(await codeOf(hasty.read({ step: 'document_data_page', bytes: picture, contentType: 'image/jpeg' }))).toBe(
      'unreadable_media',
    );
    expect(await codeOf(hasty.read({ step: 'document_data_page', bytes: picture, contentType: 'image/jpeg' }))).toBe(
      'unreadable_media',
    );
  } finally {
    await hasty.stop();
  }
});

test('a process that the machine gives no time is waited for: the picture is not to blame', async () => {
  const pids: number[] = [];
  const starved = await startBuiltHost({ timeoutSeconds: 8, decodeSeconds: 8, log: recordStarts(pids) });
  try {
    const picture = await blank().jpeg().toBuffer();
    expect(await codeOf(read(picture, starved))).toBe('answered');
    const reading = codeOf(read(picture, starved));
    process.kill(pids[0]!, 'SIGSTOP');
    await after(9_000);
    process.kill(pids[0]!, 'SIGCONT');
    expect(await reading).toBe('answered');
    expect(pids).toHaveLength(1);
  } finally {
    await starved.stop();
  }
});

test('the process starts with the first picture, ends when idle, and starts again', async () => {
  const pids: number[] = [];
  const log = recordStarts(pids);
  const idle = await startBuiltHost({ idleSeconds: 0.1, log });
  try {
    await after(200);
    expect(pids).toEqual([]);
    const picture = await blank().jpeg().toBuffer();
    await idle.derive(picture);
    await expect.poll(() => isRunning(pids[0]!)).toBe(false);
    await idle.derive(picture);
    expect(pids).toHaveLength(2);
  } finally {
    await idle.stop();
  }
  expect(pids.map(isRunning)).toEqual([false, false]);
});

test('a picture that comes while the process is going to rest is read by a new one', async () => {
  const restless = await startBuiltHost({ idleSeconds: 0 });
  try {
    const picture = await blank().jpeg().toBuffer();
    for (let i = 0; i < 3; i++) {
      await restless.derive(picture);
      await after(i);
    }
  } finally {
    await restless.stop();
  }
});

test('a host whose program is missing says so instead of blaming the picture', async () => {
  const broken = await startBuiltHost({ entry: '/nowhere/engine-host.mjs' });
  expect(await codeOf(broken.derive(await blank().jpeg().toBuffer()))).toMatch('the engine host did not start');
  await broken.stop();
});

test('a picture that is being read when the host stops is not called unreadable', async () => {
  const pids: number[] = [];
  const stopping = await startBuiltHost({ log: recordStarts(pids) });
  const picture = await blank(3000, 2000).jpeg().toBuffer();
  await stopping.derive(picture);
  // A process that is halted cannot get done before the host stops, however late this thread comes to it.
  process.kill(pids[0]!, 'SIGSTOP');
  const reading = codeOf(stopping.read({ step: 'document_data_page', bytes: picture, contentType: 'image/jpeg' }));
  await after(50);
  await stopping.stop();
  expect(await reading).toBe('service_unavailable');
});

test('after stop nothing is answered any more', async () => {
  const stopped = await startBuiltHost();
  await stopped.stop();
  expect(await codeOf(stopped.derive(await blank().jpeg().toBuffer()))).toBe('service_unavailable');
});

test('the process is told no setting and no secret of ours', async () => {
  const pids: number[] = [];
  const log = recordStarts(pids);
  const closed = await startBuiltHost({ log });
  try {
    await closed.derive(await blank().jpeg().toBuffer());
    const environment = execFileSync('cat', [`/proc/${pids[0]}/environ`], { encoding: 'latin1' });
    const names = environment
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => entry.split('=')[0]);
    const ofNode = /^NODE_CHANNEL_/;
    const ofTheAllocator = /^(MALLOC_(ARENA_MAX|MMAP_THRESHOLD_|TRIM_THRESHOLD_)|GLIBC_TUNABLES)$/;
    expect(names.filter((name) => !ofNode.test(name!) && !ofTheAllocator.test(name!))).toEqual([]);
  } finally {
    await closed.stop();
  }
});

const quiet: HostLog = { info() {}, warn() {}, error() {} };

function recordStarts(pids: number[]): HostLog {
  const info = (details: { pid?: number }, message: string) =>
    void (message === 'engine host started' && pids.push(details.pid!));
  return { ...quiet, info };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
