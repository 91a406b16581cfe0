import type { LeasedJob } from '@reident/store';
import { expect, it } from 'vitest';
import type { Platform } from '../platform.ts';
import { jobHandlersOf } from './index.ts';
import { readCapture } from './read-capture.ts';

const job = (key: string) => ({ key, tenantId: 'tenant' }) as LeasedJob;

/** A platform whose database answers when it is told to, that there is no such picture. */
function slowPlatform() {
  const waiting: ((found: null) => void)[] = [];
  const inTenant = () => new Promise<null>((resolve) => waiting.push(resolve));
  const platform = { engine: {}, database: { inTenant } } as unknown as Platform;
  return { platform, waiting };
}

it('a picture that is still being read is waited for, and not read a second time', async () => {
  const { platform, waiting } = slowPlatform();
  const tries = [readCapture(job('one'), platform), readCapture(job('one'), platform)];
  expect(waiting).toHaveLength(1);
  const other = readCapture(job('other'), platform);
  expect(waiting).toHaveLength(2);
  for (const answer of waiting) answer(null);
  await Promise.all([...tries, other]);
  const again = readCapture(job('one'), platform);
  expect(waiting).toHaveLength(3);
  waiting[2]?.(null);
  await again;
});

it('a reading that failed is tried anew', async () => {
  let tries = 0;
  const inTenant = () => {
    tries += 1;
    return Promise.reject(new Error(`try ${tries}`));
  };
  const platform = { engine: {}, database: { inTenant } } as unknown as Platform;
  await expect(readCapture(job('one'), platform)).rejects.toThrow('try 1');
  await expect(readCapture(job('one'), platform)).rejects.toThrow('try 2');
});

it('an installation that gives more time to reading gives it to the job as well', () => {
  const seconds = (readSeconds?: number) => {
    const limits = readSeconds === undefined ? undefined : { readSeconds, decodeSeconds: 5, customerWaitsSeconds: 25 };
    return jobHandlersOf({ timeLimits: limits }).read_capture?.timeoutSeconds;
  };
  expect(seconds()).toBe(45);
  expect(seconds(300)).toBeGreaterThan(300);
});
