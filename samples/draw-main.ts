/**
 * Draws one picture or recording for a sandbox and ends: a process of its own, so that drawing holds nobody up. The order comes as
 * JSON on stdin, because it names a person; what was drawn goes to stdout.
 */
import { text } from 'node:stream/consumers';
import { writeRecording } from '@reident/engine/recording';
import { type CaseOptions, drawCase } from './case.ts';
import type { ScenarioName } from './scenarios.ts';

/** Few frames: the nonce of a recording does not live long. They still last as long as a recording has to. */
const QUICKLY = { framesPerPrompt: 1, tiltFrames: 8, tiltEveryMilliseconds: 420 } as const;

const order = JSON.parse(await text(process.stdin)) as { scenario: ScenarioName; seed: string } & CaseOptions;
const { captures, securityVideo, liveness } = await drawCase(order.scenario, order.seed, {
  ...QUICKLY,
  ...order,
  securityVideo: order.step === 'security_video',
  liveness: order.step === 'liveness',
});
const frames = securityVideo ?? liveness;
const [picture] = captures;
if (frames) process.stdout.write(writeRecording({ frames, clip: null }));
else if (picture) process.stdout.write(picture.jpeg);
else throw new Error('this document has no such side');
