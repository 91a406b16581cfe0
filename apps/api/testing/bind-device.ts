import { generateKeyPairSync, sign } from 'node:crypto';
import type { TestPartner } from './start-test-api.ts';

export interface DeviceKey {
  /** As the API takes it: 04, x, y. */
  publicKey: string;
  sign(text: string, encoding?: 'der' | 'ieee-p1363'): string;
}

/** The key of a phone. */
export function newDeviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return {
    publicKey: point.toString('hex'),
    sign: (text, dsaEncoding = 'der') =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding }).toString('hex'),
  };
}

interface NewDevice {
  id: string;
  challenge: { id: string; string_to_sign: string };
}

/** Binds a device to a person with a verified number, up to its first signature. */
export async function bindDevice(
  partner: TestPartner,
  personId: string,
): Promise<{ deviceId: string; key: DeviceKey }> {
  const key = newDeviceKey();
  const order = { person_id: personId, name: 'Phone', key_type: 'ecdsa-p256', key: key.publicKey };
  const { body } = await partner.call<NewDevice>('POST', '/v1/mfa/devices', order);
  const signature = key.sign(body.challenge.string_to_sign);
  await partner.call('PUT', `/v1/mfa/challenges/signatures/${body.challenge.id}`, { signature });
  return { deviceId: body.id, key };
}
