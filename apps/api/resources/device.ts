import type { Device } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredTime, idOf } from '../contract/schemas.ts';
import { PersonId } from './person.ts';

export const DeviceId = idOf('device');

export const DeviceResource = answerComponent(
  'Device',
  z.object({ id: DeviceId, person_id: PersonId, name: z.string(), created_at: AnsweredTime }),
);

export const NewDeviceResource = answerComponent(
  'NewDevice',
  z.object({
    id: DeviceId,
    challenge: z.object({
      id: DeviceId.describe('Id of the challenge'),
      type: z.literal('signature'),
      string_to_sign: z.string().describe('What the device signs to prove that it has the key'),
      created_at: AnsweredTime,
      expires_at: AnsweredTime,
    }),
  }),
);

export function toDeviceResource({ id, personId, name, createdAt }: Device): z.output<typeof DeviceResource> {
  return { id, person_id: personId, name, created_at: createdAt.toISOString() };
}

export function toNewDevice(device: Device): z.output<typeof NewDeviceResource> {
  const { id, stringToSign, createdAt, challengeExpiresAt } = device;
  return {
    id,
    challenge: {
      id,
      type: 'signature',
      string_to_sign: stringToSign,
      created_at: createdAt.toISOString(),
      expires_at: challengeExpiresAt.toISOString(),
    },
  };
}
