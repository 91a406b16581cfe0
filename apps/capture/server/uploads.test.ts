import { createHash, randomBytes } from 'node:crypto';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import { writeRecording } from '@reident/engine/recording';
import { LIMITS } from '@reident/platform';
import { findIdentification, listCaptures, saveReading, updateSettings } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Customer, recordingOf } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';

/** The server without its worker: readings come when the test says so. Everything is asked for. */
let reident: TestReident;
beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
});
afterAll(() => reident.stop());
beforeEach(() => set({ askSecurityVideo: true, askLiveness: true, proofOfAddress: 'when_not_shown' }));

async function set(settings: Partial<TenantSettings>): Promise<void> {
  await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    updateSettings(tx, settings, { kind: 'system', id: null }),
  );
}

/** Bytes that pass for a JPEG at the door; nobody decodes them here. */
const jpeg = (size = 400) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);

interface Playing {
  id: string;
  customer: Customer;
}

async function begin(kind = 'passport', issuingState = 'DEU', details: object = {}): Promise<Playing> {
  const person = { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Uploads' };
  const { body: made } = await reident.call<{ id: string }>('POST', '/v1/persons', person);
  const base = `/v1/persons/${made.id}/identifications`;
  const order = { method: 'idnow_autoident', language: 'EN', ...details };
  const { body: created } = await reident.call<{ id: string }>('POST', base, order);
  const { body } = await reident.call<{ url: string }>('PATCH', `${base}/${created.id}/request`);
  const customer = new Customer(reident.url);
  await customer.comeToDocument(body.url);
  await customer.call('/document', { kind, issuingState });
  return { id: created.id, customer };
}

const capturesOf = ({ id }: Playing, includeSuperseded = true) =>
  reident.platform.database.inTenant(reident.tenant.id, (tx) => listCaptures(tx, id, { includeSuperseded }));

/** Whatever arrived cannot be read, and its time for reading is over: the flow goes on, and a specialist looks. */
async function passReading(playing: Playing): Promise<void> {
  await reident.platform.database.inTenant(reident.tenant.id, async (tx) => {
    for (const { id, step, reading } of await listCaptures(tx, playing.id))
      if (reading === null) await saveReading(tx, id, { step, unreadable: 'unreadable_media' });
  });
}

/** Twice the same, then kept: what a customer does whose pictures cannot be read. */
async function produce(playing: Playing, step: string): Promise<void> {
  const { customer } = playing;
  const recorded = step === 'security_video' || step === 'liveness';
  for (let tries = 0; tries < LIMITS.keepableFromTry; tries += 1) {
    const answer = recorded ? await customer.recording(step, () => jpeg()) : await customer.picture(step, jpeg());
    expect([step, answer.status]).toEqual([step, 200]);
    await passReading(playing);
  }
  await customer.call('/keep', { step });
}

describe('an upload', () => {
  it('goes on where it stopped, and a chunk that was sent twice counts once [CAP-11]', async () => {
    const playing = await begin();
    const { customer } = playing;
    const nonce = await customer.nonce('document_data_page');
    const bytes = jpeg(2 * LIMITS.chunkBytes);
    const [one, two, three] = [0, 1, 2].map((index) =>
      bytes.subarray(index * LIMITS.chunkBytes, (index + 1) * LIMITS.chunkBytes),
    ) as [Buffer, Buffer, Buffer];
    expect((await customer.reserveUpload(bytes, nonce)).body).toMatchObject({ offset: 0, size: bytes.length });
    expect((await customer.chunk(one, nonce, 0)).status).toBe(200);
    expect((await customer.chunk(one, nonce, 0)).status).toBe(200);
    expect((await customer.uploadStatus(nonce)).body).toMatchObject({ offset: one.length });
    expect((await customer.reserveUpload(bytes, nonce)).body).toMatchObject({ offset: one.length });
    expect((await customer.chunk(three, nonce, 2 * LIMITS.chunkBytes)).body.error?.code).toBe('upload_offset_mismatch');
    expect((await customer.chunk(two, nonce, one.length)).body.unfinished).toBe('document_data_page');
    expect((await customer.chunk(three, nonce, 2 * LIMITS.chunkBytes)).body.screen.id).toBe('reading');
    expect((await customer.chunk(three, nonce, 2 * LIMITS.chunkBytes)).body.screen.id).toBe('reading');
    const [stored, ...others] = await capturesOf(playing);
    expect(others).toEqual([]);
    expect(stored?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('may take longer than the life of its nonce, because it was reserved in time; a new number makes it void', async () => {
    const { customer } = await begin();
    const nonce = await customer.nonce('document_data_page');
    const bytes = jpeg(LIMITS.chunkBytes);
    await customer.reserveUpload(bytes, nonce);
    await reident.call('POST', '/sandbox/clock', { advance: 'PT5M' });
    expect((await customer.chunk(bytes.subarray(0, LIMITS.chunkBytes), nonce, 0)).status).toBe(200);
    await customer.nonce('document_data_page');
    const late = await customer.chunk(bytes.subarray(LIMITS.chunkBytes), nonce, LIMITS.chunkBytes);
    expect(late.body.error?.code).toBe('nonce_stale');
    expect((await customer.state()).body.unfinished).toBeNull();
  });

  it('of other bytes than were reserved starts over from the first one', async () => {
    const playing = await begin();
    const { customer } = playing;
    const nonce = await customer.nonce('document_data_page');
    const bytes = jpeg();
    await customer.reserveUpload(bytes, nonce);
    const other = Buffer.from(bytes).fill(7, 10);
    expect((await customer.chunk(other, nonce, 0)).body.error?.code).toBe('upload_checksum_mismatch');
    expect((await customer.uploadStatus(nonce)).body).toMatchObject({ offset: 0 });
    expect((await customer.chunk(bytes, nonce, 0)).body.screen.id).toBe('reading');
  });

  it('in chunks of another size, or beyond its end, is refused: their number is bounded by the size', async () => {
    const { customer } = await begin();
    const nonce = await customer.nonce('document_data_page');
    const bytes = jpeg();
    await customer.reserveUpload(bytes, nonce);
    expect((await customer.chunk(bytes.subarray(0, 10), nonce, 0)).body.error?.code).toBe('bad_request');
    expect((await customer.chunk(jpeg(500), nonce, 0)).body.error?.code).toBe('bad_request');
    expect((await customer.chunk(jpeg(LIMITS.chunkBytes), nonce, 0)).status).toBe(413);
  });

  it('is taken in none of 1,000 replays: of another session, step or try, or by a guess [CAP-5]', async () => {
    const [mine, other] = [await begin(), await begin('identity_card')];
    const bytes = jpeg();
    const used = await mine.customer.nonce('document_data_page');
    await mine.customer.send(bytes, used);
    await passReading(mine);
    const replaced = await mine.customer.nonce('document_data_page');
    const ofAnotherSession = await other.customer.nonce('document_front');
    await mine.customer.nonce('document_data_page');
    const before = (await capturesOf(mine)).length;
    let accepted = 0;
    for (let round = 0; round < 1_000; round += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const nonce = [used, replaced, ofAnotherSession, randomBytes(24).toString('base64url')][index % 4] as string;
          const content = index % 8 < 4 ? jpeg() : Buffer.from([...bytes, index]);
          return index % 2 ? mine.customer.reserveUpload(content, nonce) : mine.customer.chunk(content, nonce, 0);
        }),
      );
      // A chunk under a used number is told that all is there, and changes nothing.
      accepted += answers.filter(({ status, body }) => status === 200 && body.screen?.id !== 'feedback').length;
    }
    expect(accepted).toBe(0);
    expect(await capturesOf(mine)).toHaveLength(before);
  });

  it('is limited in size by what is asked for [UPL-1]', async () => {
    const { customer } = await begin();
    const order = { size: LIMITS.pictureBytes + 1, sha256: '0'.repeat(64), source: 'camera' };
    const nonce = await customer.nonce('document_data_page');
    expect((await customer.call('/upload', { nonce, ...order })).status).toBe(413);
    for (const wrong of [{ size: 0 }, { size: 1.5 }, { sha256: 'x' }, { source: 'sky' }])
      expect((await customer.call('/upload', { nonce, ...order, ...wrong })).status).toBe(400);
  });
});

describe('a recording', () => {
  async function atVideo(): Promise<Playing> {
    const playing = await begin('identity_card');
    for (const step of ['document_front', 'document_back']) await produce(playing, step);
    return playing;
  }

  it('has to show what was asked for, in that order; otherwise it is asked for again', async () => {
    const playing = await atVideo();
    const { customer } = playing;
    const { nonce, prompts } = await customer.number('security_video');
    expect(prompts).toEqual(['flat', 'tilt']);
    for (const wrong of [recordingOf(['tilt', 'flat'], () => jpeg()), recordingOf(['flat'], () => jpeg()), jpeg()])
      expect((await customer.send(wrong, nonce)).body.error?.code).toBe('recording_unusable');
    const notJpeg = recordingOf(['flat', 'tilt'], () => Buffer.from('<svg/>'));
    expect((await customer.send(notJpeg, (await customer.number('security_video')).nonce)).status).toBe(422);
    expect((await customer.recording('security_video', () => jpeg())).body.screen).toEqual({
      id: 'reading',
      step: 'security_video',
    });
  });

  it('is live: a file is refused whatever the tenant allows [CAP-6]', async () => {
    const { customer } = await atVideo();
    const nonce = await customer.nonce('security_video');
    const bytes = recordingOf(['flat', 'tilt'], () => jpeg());
    expect((await customer.send(bytes, nonce, { source: 'file' })).body.error?.code).toBe('files_not_allowed');
  });

  it('with its clip is stored as it came, as one file', async () => {
    const playing = await atVideo();
    const { nonce, prompts } = await playing.customer.number('security_video');
    const frames = (prompts ?? []).map((prompt, index) => ({ atMs: index * 2000, prompt, jpeg: jpeg() }));
    const clip = { contentType: 'video/webm', bytes: randomBytes(2 * LIMITS.chunkBytes) } as const;
    const bytes = Buffer.from(writeRecording({ frames, clip }));
    expect((await playing.customer.send(bytes, nonce)).body.screen.id).toBe('reading');
    const stored = (await capturesOf(playing)).at(-1);
    expect([stored?.step, stored?.size, stored?.contentType]).toEqual([
      'security_video',
      bytes.length,
      'application/vnd.reident.recording',
    ]);
  });

  it('that somebody cannot make is left out and marked; a picture cannot be left out', async () => {
    const { customer } = await atVideo();
    expect((await customer.call('/without', { step: 'liveness' })).status).toBe(409);
    const gone = (await customer.call('/without', { step: 'security_video' })).body;
    expect(gone.screen).toEqual({ id: 'capture', step: 'selfie' });
    expect(gone.steps.filter(({ without }) => without).map(({ id }) => id)).toEqual(['security_video']);
    expect((await customer.call('/without', { step: 'selfie' })).body.error?.code).toBe('out_of_order');
    const taken = (await customer.recording('security_video', () => jpeg())).body;
    expect(taken.steps.filter(({ without }) => without)).toEqual([]);
  });

  it('of the head is asked for after the selfie, under prompts of its own each time', async () => {
    const playing = await atVideo();
    await playing.customer.call('/without', { step: 'security_video' });
    await produce(playing, 'selfie');
    const drawn = new Set<string>();
    for (let time = 0; time < 30; time += 1)
      drawn.add(String((await playing.customer.number('liveness')).prompts?.join()));
    expect(drawn.size).toBeGreaterThan(2);
    await produce(playing, 'liveness');
    expect((await playing.customer.state()).body.screen.id).toBe('confirm');
  });
});

describe('the proof of address', () => {
  async function atProof(details: object = {}): Promise<Playing> {
    const playing = await begin('passport', 'DEU', details);
    await produce(playing, 'document_data_page');
    await playing.customer.call('/without', { step: 'security_video' });
    return playing;
  }
  const today = async () =>
    reident.platform.database.inTenant(reident.tenant.id, async (tx) => tx.now.toISOString().slice(0, 10));

  it('is asked for by kind and date, not too old and not to come, before it is pictured', async () => {
    const { customer } = await atProof();
    expect((await customer.state()).body.screen).toEqual({ id: 'proof' });
    expect(await customer.nonce('proof_of_address')).toBe('refused: out_of_order');
    const say = async (issuedAt: string, type = 'GAS_BILL') =>
      (await customer.call('/proof', { type, issuedAt })).body.error?.code;
    expect(await say('2020-01-01')).toBe('proof_too_old');
    expect(await say('2999-01-01')).toBe('proof_date');
    expect(await say('2026-02-30')).toBe('proof_date');
    expect(await say(await today(), 'LOVE_LETTER')).toBe('bad_request');
    expect(await say(await today())).toBeUndefined();
    expect((await customer.state()).body.screen).toEqual({ id: 'capture', step: 'proof_of_address' });
  });

  it('may come from a file even where the partner wants the camera only [CAP-6]', async () => {
    const { customer } = await atProof();
    await customer.call('/proof', { type: 'GAS_BILL', issuedAt: await today() });
    await set({ allowFiles: false });
    const answer = await customer.send(jpeg(), await customer.nonce('proof_of_address'), { source: 'file' });
    await set({ allowFiles: true });
    expect(answer.body.screen.id).toBe('reading');
  });

  it.each([
    [{}, 'GAS_BILL'],
    [{ proof_of_address_type: 'WATER_BILL', proof_of_address_issued_at: '2026-10-01' }, 'WATER_BILL'],
  ])('is recorded with the identification; what the partner said stands: %o', async (details, type) => {
    const playing = await atProof(details);
    const day = await today();
    await playing.customer.call('/proof', { type: 'GAS_BILL', issuedAt: day });
    for (const step of ['proof_of_address', 'selfie', 'liveness']) await produce(playing, step);
    expect((await playing.customer.call('/submit')).body.screen.id).toBe('end');
    const found = await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
      findIdentification(tx, playing.id),
    );
    expect(found.proofOfAddressType).toBe(type);
    expect(found.proofOfAddressIssuedAt).toBe(type === 'GAS_BILL' ? day : '2026-10-01');
  });

  it('is not asked for where the document shows the address, or the customer says so of one that may', async () => {
    const card = await begin('identity_card', 'DEU');
    expect((await card.customer.state()).body.proof).toBeNull();
    expect((await card.customer.call('/address-shown')).status).toBe(409);
    const polish = await begin('identity_card', 'POL');
    for (const step of ['document_front', 'document_back']) await produce(polish, step);
    await polish.customer.call('/without', { step: 'security_video' });
    expect((await polish.customer.state()).body).toMatchObject({
      screen: { id: 'proof' },
      proof: { mayBeOnDocument: true },
    });
    expect((await polish.customer.call('/address-shown')).body.screen).toEqual({ id: 'capture', step: 'selfie' });
  });
});
