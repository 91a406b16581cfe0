import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bindDevice, type DeviceKey, newDeviceKey } from '../../../../tests/fixtures/api/bind-device.ts';
import { makePerson } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;
let personId: string;

beforeAll(async () => {
  api = await startTestApi();
});

beforeEach(async () => {
  partner = await api.addPartner();
  personId = await makeVerifiedPerson();
});

afterAll(() => api.close());

async function makeVerifiedPerson(): Promise<string> {
  const id = await makePerson(partner, { email: 'old@example.org' });
  const number = '+15550101';
  await partner.call('POST', `/v1/persons/${id}/mobile_number`, { number });
  await partner.call('POST', `/v1/persons/${id}/mobile_number/authorize`, { number });
  await partner.call('POST', `/v1/persons/${id}/mobile_number/confirm`, { number, token: '212212' });
  return id;
}

function create(key: DeviceKey, owner = personId) {
  const order = { person_id: owner, name: 'Phone', key_type: 'ecdsa-p256', key: key.publicKey };
  return partner.call<{ id: string; challenge: { id: string; string_to_sign: string } }>(
    'POST',
    '/v1/mfa/devices',
    order,
  );
}

const answer = (id: string, signature: string) =>
  partner.call('PUT', `/v1/mfa/challenges/signatures/${id}`, { signature });

describe('a device', () => {
  it.each(['der', 'ieee-p1363'] as const)('counts once it has signed its challenge (%s)', async (encoding) => {
    const key = newDeviceKey();
    const { status, body } = await create(key);
    expect(status).toBe(202);
    expect((await partner.call('GET', `/v1/mfa/devices/${body.id}`)).status).toBe(404);
    expect((await answer(body.challenge.id, key.sign(body.challenge.string_to_sign, encoding))).status).toBe(204);
    const device = { id: body.id, person_id: personId, name: 'Phone', created_at: expect.any(String) };
    expect((await partner.call('GET', `/v1/mfa/devices/${body.id}`)).body).toEqual(device);
    const listed = await partner.call('GET', `/v1/mfa/devices?person_id=${personId}`);
    expect([listed.body, listed.headers.total]).toEqual([[device], '1']);
  });

  it.each([
    ['an id that nobody has', `${'0'.repeat(32)}cper`],
    ['words', 'nobody'],
    ['a character that a database takes in no text', '%00'],
  ])('is not listed for %s', async (_, asked) => {
    expect((await partner.call('GET', `/v1/mfa/devices?person_id=${asked}`)).status).toBe(404);
  });

  it('has three tries and five minutes, and a signature of another key is wrong', async () => {
    const [key, thief] = [newDeviceKey(), newDeviceKey()];
    const first = (await create(key)).body.challenge;
    for (let tries = 0; tries < 3; tries += 1)
      expect((await answer(first.id, thief.sign(first.string_to_sign))).status).toBe(403);
    expect((await answer(first.id, key.sign(first.string_to_sign))).status).toBe(404);
    const second = (await create(key)).body.challenge;
    await partner.call('POST', '/sandbox/clock', { advance: 'PT5M' });
    expect((await answer(second.id, key.sign(second.string_to_sign))).status).toBe(404);
  });

  it('belongs to a person with a verified number, and its key is a point of the curve', async () => {
    expect((await create(newDeviceKey(), await makePerson(partner))).status).toBe(400);
    expect((await create({ ...newDeviceKey(), publicKey: `04${'1'.repeat(128)}` })).status).toBe(400);
    expect((await create({ ...newDeviceKey(), publicKey: 'key' })).status).toBe(400);
  });
});

describe('a change that a device signs', () => {
  const step = (id: string, what: string, body: object) =>
    partner.call<{ id: string; string_to_sign: string; status: string }>(
      'POST',
      `/v1/change_requests/${id}/${what}`,
      body,
    );

  async function asked(deviceId: string) {
    const change = await partner.call<{ id: string }>('PATCH', `/v1/persons/${personId}`, { email: 'new@example.org' });
    const authorized = await step(change.body.id, 'authorize', {
      delivery_method: 'device_signing',
      device_id: deviceId,
    });
    return { id: change.body.id, authorized };
  }

  const email = async () => (await partner.call('GET', `/v1/persons/${personId}`)).body.email;

  it('is made once the signature is right', async () => {
    const { deviceId, key } = await bindDevice(partner, personId);
    const { id, authorized } = await asked(deviceId);
    expect(authorized).toMatchObject({ status: 201, body: { status: 'CONFIRMATION_REQUIRED' } });
    const signature = key.sign(authorized.body.string_to_sign);
    expect(await step(id, 'confirm', { device_id: deviceId, signature })).toMatchObject({
      status: 202,
      body: { status: 'COMPLETED' },
    });
    expect(await email()).toBe('new@example.org');
    expect((await step(id, 'confirm', { device_id: deviceId, signature })).status).toBe(422);
  });

  it('is not made by another key, another device, a code, or a signature of another text', async () => {
    const [mine, other] = [await bindDevice(partner, personId), await bindDevice(partner, personId)];
    const { id, authorized } = await asked(mine.deviceId);
    const text = authorized.body.string_to_sign;
    const wrong = [
      { device_id: mine.deviceId, signature: other.key.sign(text) },
      { device_id: other.deviceId, signature: other.key.sign(text) },
      { tan: '212212' },
    ];
    for (const proof of wrong) expect((await step(id, 'confirm', proof)).status).toBe(403);
    expect((await step(id, 'confirm', { device_id: mine.deviceId, signature: mine.key.sign(text) })).status).toBe(422);
    const again = await asked(mine.deviceId);
    expect((await step(again.id, 'confirm', { device_id: mine.deviceId, signature: mine.key.sign(text) })).status).toBe(
      403,
    );
    expect(await email()).toBe('old@example.org');
  });

  it('needs a device of that person, and a whole proof', async () => {
    const stranger = await bindDevice(partner, await makeVerifiedPerson());
    expect((await asked(stranger.deviceId)).authorized.status).toBe(404);
    const { deviceId, key } = await bindDevice(partner, personId);
    const { id, authorized } = await asked(deviceId);
    expect((await step(id, 'confirm', {})).status).toBe(400);
    expect((await step(id, 'confirm', { signature: key.sign(authorized.body.string_to_sign) })).status).toBe(400);
    expect((await step(id, 'authorize', { delivery_method: 'device_signing' })).status).toBe(400);
  });
});
