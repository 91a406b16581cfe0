import type { CaptureStep } from '@reident/engine';
import { drawSample, type Quad, type SampleSpec } from '@reident/samples';
import {
  changeStatus,
  findIdentification,
  insertCapture,
  insertCaptureSession,
  insertIdentification,
  insertPerson,
  putPersonBlob,
  saveCaptureSession,
  saveReading,
  scheduleJob,
} from '@reident/store';
import sharp from 'sharp';
import type { TestReident } from '../support/reident.ts';

export interface CaseOrder {
  seed: string;
  /** What the partner holds; absent fields are what the document says. */
  person?: Record<string, unknown>;
  photo?: SampleSpec['photo'];
  document?: SampleSpec['document'];
}

/** A case that waits for a specialist: drawn pictures, read by the real engine, examined by the real worker. */
export async function waitingCase(reident: TestReident, { seed, person, photo, document }: CaseOrder): Promise<string> {
  const front = await drawSample({ seed, kind: 'identity_card', side: 'front', photo, document });
  const back = await drawSample({ seed, kind: 'identity_card', side: 'back', photo, document });
  const { holder } = front.truth.document;
  const pictures: [CaptureStep, Buffer][] = [
    ['document_front', front.jpeg],
    ['document_back', back.jpeg],
    ['selfie', await selfieOf(front.jpeg, front.truth.portrait ?? front.truth.quad)],
  ];
  const { database, blobs, engine } = reident.platform;
  const readings = await Promise.all(
    pictures.map(async ([step, bytes]) => ({
      step,
      bytes,
      reading: await engine.read({ step, bytes, contentType: 'image/jpeg' }),
      derivative: await engine.derive(bytes),
    })),
  );
  const system = { kind: 'system', id: null } as const;
  const id = await database.inTenant(reident.tenant.id, async (tx) => {
    const attributes = {
      first_name: holder.firstName,
      last_name: holder.lastName,
      birth_date: holder.birthDate,
      nationality: 'DE',
      address: { line_1: holder.street, postal_code: holder.postalCode, city: holder.city, country: 'DE' },
      ...person,
    };
    const { id: personId } = await insertPerson(tx, attributes);
    const order = {
      personId,
      method: 'idnow_autoident',
      language: 'DE',
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
    } as const;
    const created = await insertIdentification(tx, order, { kind: 'partner', id: null });
    await changeStatus(tx, created, 'requested', { actor: system });
    const identification = await findIdentification(tx, created.id);
    const flow = { entry: 'link', code: null, introduced: true, nonce: null, kept: {} } as const;
    const { session } = await insertCaptureSession(tx, { identification, language: 'DE', flow: { ...flow, kept: {} } });
    for (const { step, bytes, reading, derivative } of readings) {
      const stored = await putPersonBlob(tx, blobs, personId, bytes);
      const { id: captureId } = await insertCapture(tx, {
        identificationId: created.id,
        sessionId: session.id,
        step,
        contentType: 'image/jpeg',
        source: 'camera',
        ...stored,
      });
      await saveReading(tx, captureId, reading, await putPersonBlob(tx, blobs, personId, derivative));
    }
    await saveCaptureSession(tx, {
      ...session,
      documentKind: 'identity_card',
      issuingState: 'DEU',
      submittedAt: tx.now,
    });
    await scheduleJob(tx, { kind: 'examine', key: created.id });
    return created.id;
  });
  await examined(reident, id);
  return id;
}

/** Waits until the worker has examined the case. */
async function examined(reident: TestReident, id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { result } = await reident.platform.database.inTenant(reident.tenant.id, (tx) => findIdentification(tx, id));
    if (result !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the case was not examined within 20 seconds');
}

/** The drawn holder once more, as a picture of its own. */
async function selfieOf(jpeg: Buffer, portrait: Quad): Promise<Buffer> {
  const xs = portrait.map(({ x }) => x);
  const ys = portrait.map(({ y }) => y);
  const left = Math.round(Math.min(...xs));
  const top = Math.round(Math.min(...ys));
  const width = Math.round(Math.max(...xs)) - left;
  const height = Math.round(Math.max(...ys)) - top;
  const face = await sharp(jpeg).extract({ left, top, width, height }).resize({ width: 620 }).toBuffer();
  return sharp({ create: { width: 900, height: 1200, channels: 3, background: '#b9c2c6' } })
    .composite([{ input: face, gravity: 'centre' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
