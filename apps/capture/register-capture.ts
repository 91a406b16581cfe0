import type { RateLimits } from '@reident/http';
import { noSmsSender, type Platform, type SmsSender } from '@reident/platform';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './server/assets.ts';
import type { Capture } from './server/capture.ts';
import { guessesOf } from './server/link-guess-limit.ts';
import { registerLinks } from './server/links.ts';
import { registerSessionApi } from './server/session-api/register.ts';

export interface CaptureOptions {
  limits: RateLimits;
  /** Carries codes to phones for live tenants; the sandbox shows them on the screen instead. */
  sms?: SmsSender;
}

/** The customer's pages under `/{company}` and the calls of the page under `/capture/api`. */
export async function registerCapture(
  server: FastifyInstance,
  platform: Platform,
  { limits, sms = noSmsSender }: CaptureOptions,
): Promise<void> {
  const capture: Capture = { platform, sms, guesses: guessesOf(limits) };
  registerAssets(server, platform);
  await server.register(async (scope) => registerSessionApi(scope, capture), { prefix: '/capture/api' });
  await server.register(async (scope) => registerLinks(scope, capture));
}
