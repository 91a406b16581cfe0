import type { LeasedDelivery } from '@reident/store';
import type { ReceivedAnswer } from './answers.ts';
import { newSecret } from './signature.ts';

/** Faults that a partner has played with a subscription of a sandbox, to see what the receiver makes of them. */
// biome-ignore format: a table
export const CHAOS = {
  //                      takes      how it shows at the receiver                                                                          how it is played
  late:            fault('seconds', 'A notification arrives so many seconds after the event',                                              late),
  twice:           fault(null,      'Each attempt arrives twice, with the same `webhook-id` and the same attempt number',                  twice),
  out_of_order:    fault(null,      'A first attempt is lost: the next news of the same entity comes first, and the older one after it',   outOfOrder),
  wrong_signature: fault(null,      'Both signatures are made with a secret that is not yours: answer 401, and it is tried again',         wrongSignature),
  receiver_down:   fault(null,      'Nothing arrives. Each attempt fails, and after five days of that the subscription is disabled',       receiverDown),
} as const satisfies Record<string, ChaosRow>;

export type Fault = keyof typeof CHAOS;

/** The longest lateness. */
export const MAX_LATE_SECONDS = 5 * 86_400;

export interface ChaosRow {
  /** The argument that the fault needs. */
  takes: 'seconds' | null;
  seen: string;
  play: (attempt: PlayedAttempt) => Promise<Played>;
}

/** One attempt, and what a fault may do with it. */
export interface PlayedAttempt {
  delivery: LeasedDelivery;
  seconds: number;
  send(delivery: LeasedDelivery): Promise<ReceivedAnswer>;
  /** Whether an earlier notification about the same entity still waits for its turn. */
  isOvertaking(): Promise<boolean>;
}

/** What came of it: an answer, or the time, in the tenant's, to which the attempt is put off. */
export type Played = ReceivedAnswer | { postponedTo: Date };

/** Makes an attempt as the subscription's fault, if it has one, has it. */
export function playAttempt(attempt: Omit<PlayedAttempt, 'seconds'>): Promise<Played> {
  const { chaos } = attempt.delivery.subscription;
  if (chaos === null || !isFault(chaos.fault)) return attempt.send(attempt.delivery);
  return CHAOS[chaos.fault].play({ ...attempt, seconds: chaos.seconds ?? 0 });
}

function isFault(word: string): word is Fault {
  return Object.hasOwn(CHAOS, word);
}

const LOST: ReceivedAnswer = { status: null, retryAfterSeconds: null, error: 'chaos' };

async function late({ delivery, seconds, send }: PlayedAttempt): Promise<Played> {
  const postponedTo = new Date(delivery.notification.createdAt.getTime() + seconds * 1000);
  return delivery.attempt === 1 && delivery.leasedAt < postponedTo ? { postponedTo } : send(delivery);
}

async function twice({ delivery, send }: PlayedAttempt): Promise<Played> {
  const [answer] = await Promise.all([send(delivery), send(delivery)]);
  return answer;
}

async function outOfOrder({ delivery, send, isOvertaking }: PlayedAttempt): Promise<Played> {
  return delivery.attempt > 1 || (await isOvertaking()) ? send(delivery) : LOST;
}

async function wrongSignature({ delivery, send }: PlayedAttempt): Promise<Played> {
  return send({ ...delivery, subscription: { ...delivery.subscription, secret: newSecret(), nextSecret: null } });
}

async function receiverDown(): Promise<Played> {
  return LOST;
}

function fault(takes: ChaosRow['takes'], seen: string, play: ChaosRow['play']): ChaosRow {
  return { takes, seen, play };
}
