import { PlatformError } from '@reident/domain';
import { internationalNumber } from '@reident/platform';
import type { MobileNumber } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { idOf, text } from '../contract/schemas.ts';

export const MobileNumberResource = answerComponent(
  'MobileNumber',
  z.object({ id: idOf('mobile number', 'cmno'), number: z.string(), verified: z.boolean() }),
);

/** Field of the requests. Spaces, dashes, underscores and slashes are taken out before it is looked at. */
export const NumberField = text(40).describe('E.164, +4915112345678');

export function toMobileNumberResource({ id, number, verified }: MobileNumber): z.output<typeof MobileNumberResource> {
  return { id, number, verified };
}

/**
 * A system names the country of a number, so nothing is added here.
 *
 * @throws PlatformError `invalid_model` when it is no number after E.164
 */
export function toNumber(sent: string): string {
  const number = internationalNumber(sent, null);
  if (number !== null) return number;
  const message = 'must be a number after E.164, like +4915112345678';
  throw new PlatformError('invalid_model', `number ${message}`, { field: 'number', message });
}

/** @throws PlatformError `model_not_found` when the person has another number than the one that is named */
export function rejectOtherNumber(mobile: MobileNumber, sent: string): void {
  if (mobile.number !== toNumber(sent))
    throw new PlatformError('model_not_found', "Couldn't find 'Solaris::MobileNumber': the person has another number.");
}
