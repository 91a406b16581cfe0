import type { Migration } from 'kysely';
import * as foundation from './0001-foundation.ts';
import * as caseClaims from './0002-case-claims.ts';
import * as freeLease from './0003-free-lease.ts';
import * as customerConfirmations from './0004-customer-confirmations.ts';
import * as eventFeed from './0005-event-feed.ts';
import * as webhookCare from './0010-webhook-care.ts';
import * as erasure from './0020-erasure.ts';
import * as devices from './0021-devices.ts';
import * as identificationCounts from './0025-identification-counts.ts';
import * as repeatedFiles from './0065-repeated-files.ts';
import * as administration from './0090-administration.ts';
import * as listCounts from './0095-list-counts.ts';
import * as sittingPlaces from './0100-sitting-places.ts';
import * as repeats from './0110-repeats.ts';
import * as deliveryLog from './0122-delivery-log.ts';
import * as wordsOfTheTrade from './0123-words-of-the-trade.ts';
import * as rateLimits from './0124-rate-limits.ts';

/** Every migration in order. An object instead of a folder, so that the bundle carries them. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-case-claims': caseClaims,
  '0003-free-lease': freeLease,
  '0004-customer-confirmations': customerConfirmations,
  '0005-event-feed': eventFeed,
  '0010-webhook-care': webhookCare,
  '0020-erasure': erasure,
  '0021-devices': devices,
  '0025-identification-counts': identificationCounts,
  '0065-repeated-files': repeatedFiles,
  '0090-administration': administration,
  '0095-list-counts': listCounts,
  '0100-sitting-places': sittingPlaces,
  '0110-repeats': repeats,
  '0122-delivery-log': deliveryLog,
  '0123-words-of-the-trade': wordsOfTheTrade,
  '0124-rate-limits': rateLimits,
};
