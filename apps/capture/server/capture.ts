import type { Platform, SmsSender } from '@reident/platform';
import type { GuessingLimit } from './guessing-limit.ts';

/** What the routes share. */
export interface Capture {
  platform: Platform;
  sms: SmsSender;
  guesses: GuessingLimit;
}
