import { randomBytes } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import {
  answerChallenge,
  challengeIsOpen,
  deviceNotFound,
  findDevice,
  findPerson,
  hasVerifiedNumber,
  insertDevice,
  listDevices as list,
} from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { text } from '../../contract/schemas.ts';
import { DeviceId, DeviceResource, NewDeviceResource, toDeviceResource, toNewDevice } from '../../resources/device.ts';
import { PersonId } from '../../resources/person.ts';
import { wrongCode } from './confirm-by-code.ts';
import { isSignedBy, KEY_TYPES, PublicKey, Signature } from './device-signature.ts';

/** How long a device has for its first signature; clients of the API see five minutes. */
const CHALLENGE_MS = 5 * 60_000;

const DeviceInput = requestComponent(
  'DeviceInput',
  z.object({
    person_id: PersonId,
    name: text(100).describe('What the person calls the device'),
    key_type: z.enum(KEY_TYPES),
    key: PublicKey.describe('The public key of the device'),
  }),
);

const SignatureInput = requestComponent('DeviceSignature', z.object({ signature: Signature }));

/** Binds a device to a person: it counts once it has signed the text that is answered here. */
export const createDevice = defineOperation({
  method: 'POST',
  path: '/v1/mfa/devices',
  tag: 'Persons',
  summary: 'Bind a device to a person',
  description:
    'The person needs a verified mobile number. The device signs `string_to_sign` and proves it with the challenge.',
  body: DeviceInput,
  status: 202,
  answer: NewDeviceResource,
  errors: ['model_not_found'],
  example: {
    request: { person_id: '0123456789abcdef0123456789abcdefcper', name: 'Phone', key_type: 'ecdsa-p256', key: '04…' },
  },

  async handle({ body }, { tx, caller }) {
    const { id: personId } = await findPerson(tx, body.person_id);
    if (!(await hasVerifiedNumber(tx, personId))) {
      const message = 'has no verified mobile number';
      throw new PlatformError('validation_error', `person_id ${message}`, { field: 'person_id', message });
    }
    const device = {
      personId,
      name: body.name,
      keyType: body.key_type,
      publicKey: body.key,
      stringToSign: randomBytes(24).toString('hex'),
      challengeExpiresAt: new Date(tx.now.getTime() + CHALLENGE_MS),
    };
    return toNewDevice(await insertDevice(tx, device, caller.actor));
  },
});

/** The device proves that it has the key. After three wrong signatures it must be bound anew. */
export const verifyDevice = defineOperation({
  method: 'PUT',
  path: '/v1/mfa/challenges/signatures/{id}',
  tag: 'Persons',
  summary: 'Answer the challenge of a new device',
  params: { id: DeviceId },
  body: SignatureInput,
  status: 204,
  answer: 'nothing',
  errors: ['invalid_tan'],

  async handle({ params, body }, { tx, caller }) {
    const device = await findDevice(tx, params.id, { lock: true });
    if (!challengeIsOpen(device, tx.now)) throw deviceNotFound(params.id);
    const right = isSignedBy(device.publicKey, device.stringToSign, body.signature);
    await answerChallenge(tx, device, right, caller.actor);
    return right ? new Answer(undefined) : wrongCode('signature');
  },
});

export const getDevice = defineOperation({
  method: 'GET',
  path: '/v1/mfa/devices/{id}',
  tag: 'Persons',
  summary: 'Retrieve a device',
  params: { id: DeviceId },
  answer: DeviceResource,
  errors: [],

  async handle({ params }, { tx }) {
    const device = await findDevice(tx, params.id);
    if (!device.verified) throw deviceNotFound(params.id);
    return toDeviceResource(device);
  },
});

/** The devices that a person may sign with. */
export const listDevices = defineOperation({
  method: 'GET',
  path: '/v1/mfa/devices',
  tag: 'Persons',
  summary: 'List the devices of a person',
  query: { person_id: z.string().max(100).describe('Whose devices'), ...PAGING },
  answer: z.array(DeviceResource),
  paged: true,
  errors: ['model_not_found'],

  async handle({ query }, { tx }) {
    const { id } = await findPerson(tx, query.person_id);
    const { rows, total } = await list(tx, id, pageOf(query));
    return new PageAnswer(rows.map(toDeviceResource), { asked: pageOf(query), total });
  },
});
