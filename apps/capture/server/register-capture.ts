import { noSmsSender, type Platform, type SmsSender } from '@reident/platform';
import type { FastifyInstance } from 'fastify';
import { registerAssets } from './assets.ts';
import type { Capture } from './capture.ts';
import { GuessingLimit } from './guessing-limit.ts';
import { registerLinks } from './links.ts';
import { registerSessionApi } from './session-api.ts';

export interface CaptureOptions {
  /** Carries codes to phones for live tenants; the sandbox shows them on the screen instead. */
  sms?: SmsSender;
}

/** The customer's pages under `/{company}` and the calls of the page under `/capture/api`. */
export async function registerCapture(
  server: FastifyInstance,
  platform: Platform,
  options: CaptureOptions = {},
): Promise<void> {
  const capture: Capture = { platform, sms: options.sms ?? noSmsSender, guesses: new GuessingLimit() };
  await registerAssets(server, platform);
  await server.register(async (scope) => registerSessionApi(scope, capture), { prefix: '/capture/api' });
  await server.register(async (scope) => registerLinks(scope, capture));
}
