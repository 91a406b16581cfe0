import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, multipart } from '../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../tests/fixtures/api/start-test-api.ts';
import { startReceiver } from '../../../tests/fixtures/receiver.ts';

/** 100 in the long run. */
const ROUNDS = Number(process.env.REIDENT_IDEMPOTENCY_ROUNDS ?? 3);

let api: TestApi;
let personId: string;

beforeAll(async () => {
  api = await startTestApi();
  personId = await makePerson(api.partner);
});

afterAll(() => api.close());

function post(url: string, body: unknown, key: string, partner: TestPartner = api.partner) {
  const headers = {
    authorization: `Bearer ${partner.token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  return api.send({ method: 'POST', url, headers, payload: JSON.stringify(body) });
}

const identifications = () => `/v1/persons/${personId}/identifications`;
const order = { method: 'idnow_autoident' };

describe('an Idempotency-Key [REL-9]', () => {
  it('gives a repeated request the first answer, and no second effect', async () => {
    const first = await post(identifications(), order, 'key-1');
    const again = await post(identifications(), order, 'key-1');
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await api.partner.call('GET', identifications())).headers.total).toBe('1');
  });

  it('used with another payload is a conflict', async () => {
    await post('/v1/persons', { first_name: 'Anna' }, 'key-2');
    const other = await post('/v1/persons', { first_name: 'Berta' }, 'key-2');
    expect([other.statusCode, other.json().errors[0].code]).toEqual([422, 'idempotency_conflict']);
  });

  it('belongs to its partner and its route', async () => {
    const stranger = await api.addPartner();
    await post('/v1/persons', {}, 'key-3');
    expect((await post('/v1/persons', { first_name: 'X' }, 'key-3', stranger)).statusCode).toBe(201);
    expect((await post(identifications(), order, 'key-3')).statusCode).toBe(201);
  });

  it('of a refused request may be used again', async () => {
    expect((await post('/v1/persons', { salutation: 'X' }, 'key-4')).statusCode).toBe(400);
    expect((await post('/v1/persons', { salutation: 'MS' }, 'key-4')).statusCode).toBe(201);
  });

  it('is forgotten after a day', async () => {
    const partner = await api.addPartner();
    const first = await post('/v1/persons', {}, 'key-5', partner);
    await partner.call('POST', '/sandbox/clock', { advance: 'PT24H' });
    const later = await post('/v1/persons', {}, 'key-5', partner);
    expect(later.json().id).not.toBe(first.json().id);
  });

  it('moves the clock once, however far: the key is as old as the answer is', async () => {
    const partner = await api.addPartner();
    const moves = [
      await post('/sandbox/clock', { advance: 'P10D' }, 'key-6', partner),
      await post('/sandbox/clock', { advance: 'P10D' }, 'key-6', partner),
    ];
    expect(moves[1]?.headers['idempotency-replayed']).toBe('true');
    expect(moves[1]?.json()).toEqual(moves[0]?.json());
  });

  it.each(['', 'ü', 'a b', 'x'.repeat(256)])('%j is none', async (key) => {
    const response = await post('/v1/persons', {}, key);
    expect([response.statusCode, response.json().errors[0].code]).toEqual([400, 'validation_error']);
  });

  it('counts the bytes of an upload', async () => {
    const upload = (bytes: string) => {
      const file = { field: 'file', name: 'a.pdf', contentType: 'application/pdf', bytes: Buffer.from(bytes) };
      const { payload, contentType } = multipart({ document_type: 'OTHER' }, [file]);
      const headers = {
        authorization: `Bearer ${api.partner.token}`,
        'content-type': contentType,
        'idempotency-key': 'key-6',
      };
      return api.send({ method: 'POST', url: `/v1/persons/${personId}/documents`, headers, payload });
    };
    const first = await upload('%PDF-1');
    expect((await upload('%PDF-1')).json()).toEqual(first.json());
    expect((await upload('%PDF-2')).statusCode).toBe(422);
  });

  it('holds for a request that waits for somebody else’s server', async () => {
    const receiver = await startReceiver();
    const webhook = { event_type: 'IDENTIFICATION', url: receiver.url };
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      receiver.answerVerification((_request, response) => {
        answer = () => response.writeHead(200).end();
        resolve();
        return undefined;
      });
    });
    const waiting = post('/v1/webhooks', webhook, 'key-7');
    await asked;
    expect((await post('/v1/webhooks', webhook, 'key-7')).statusCode).toBe(409);
    answer();
    const made = await waiting;
    expect(made.statusCode).toBe(201);
    expect((await post('/v1/webhooks', webhook, 'key-7')).json()).toEqual(made.json());
    expect(receiver.requests).toHaveLength(1);
    await receiver.stop();
  });

  it(`makes one resource of 200 simultaneous requests, ${ROUNDS} times over`, {
    timeout: 300_000 * ROUNDS,
  }, async () => {
    const partner = await api.addPartner();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const key = `round-${round}`;
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => post('/v1/persons', { first_name: 'A' }, key, partner)),
      );
      const others = answers.filter(({ statusCode }) => statusCode !== 201);
      const ids = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json().id);
      expect(new Set(ids).size).toBe(1);
      for (const other of others) {
        expect([other.statusCode, other.json().errors[0].code]).toEqual([409, 'idempotency_in_progress']);
        expect(other.headers['retry-after']).toBe('1');
      }
      expect((await post('/v1/persons', { first_name: 'B' }, key, partner)).statusCode).toBe(422);
      expect((await partner.call('GET', '/v1/persons')).headers.total).toBe(String(round));
    }
  });
});
