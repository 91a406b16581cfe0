import { PlatformError } from '@reident/domain';
import type { CaptureReading, CaptureStep } from '@reident/engine';
import { drawSample, type Quad, type Sample, type SampleSpec } from '@reident/samples';
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
import type { TestReident } from '../fixtures/reident.ts';

export interface CaseOrder {
  seed: string;
  /** What the partner holds; absent fields are what the document says. */
  person?: Record<string, unknown>;
  photo?: SampleSpec['photo'];
  document?: SampleSpec['document'];
  /** Steps that the customer went on without. */
  leftOut?: string[];
}

interface ReadPicture {
  step: CaptureStep;
  bytes: Buffer;
  reading: CaptureReading;
  derivative: Buffer;
}

/** Pictures of one card and its holder, as the engine reads them. */
interface DrawnCase {
  holder: Sample['truth']['document']['holder'];
  pictures: ReadPicture[];
}

/** Draws a card and has it read; reading takes seconds, so a test may make several cases of one drawing. */
export async function drawCase(
  reident: TestReident,
  { seed, photo, document }: Omit<CaseOrder, 'person' | 'leftOut'>,
): Promise<DrawnCase> {
  const front = await drawSample({ seed, kind: 'identity_card', side: 'front', photo, document });
  const back = await drawSample({ seed, kind: 'identity_card', side: 'back', photo, document });
  const selfie = await selfieOf(front.jpeg, front.truth.portrait ?? front.truth.quad);
  const drawn: [CaptureStep, Buffer][] = [
    ['document_front', front.jpeg],
    ['document_back', back.jpeg],
    ['selfie', selfie],
  ];
  const { engine } = reident.platform;
  const pictures: ReadPicture[] = [];
  for (const [step, bytes] of drawn) {
    const reading = await inSpiteOfABusyMachine(() => engine.read({ step, bytes, contentType: 'image/jpeg' }));
    pictures.push({ step, bytes, reading, derivative: await engine.derive(bytes) });
  }
  return { holder: front.truth.document.holder, pictures };
}

/** The engine host is ended where a reading takes too long by the clock; these pictures are read by every machine that has time for them. */
async function inSpiteOfABusyMachine<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (attempt === 3 || !(error instanceof PlatformError && error.code === 'unreadable_media')) throw error;
    }
  }
}

/** A case that waits for a specialist: drawn pictures, read by the real engine, examined by the real worker. */
export async function waitingCase(reident: TestReident, { person, leftOut, ...drawing }: CaseOrder): Promise<string> {
  return caseOf(reident, await drawCase(reident, drawing), person, leftOut);
}

export async function caseOf(
  reident: TestReident,
  { holder, pictures }: DrawnCase,
  person: CaseOrder['person'] = {},
  without: string[] = [],
): Promise<string> {
  const { database, blobs } = reident.platform;
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
      language: 'de',
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
    } as const;
    const created = await insertIdentification(tx, order, { kind: 'partner', id: null });
    await changeStatus(tx, created, 'requested', { actor: system });
    const identification = await findIdentification(tx, created.id);
    const flow = { entry: 'link', code: null, introduced: true, nonce: null, kept: {} } as const;
    const { session } = await insertCaptureSession(tx, {
      identification,
      language: 'de',
      flow: { ...flow, kept: {}, without },
    });
    for (const { step, bytes, reading, derivative } of pictures) {
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
  const latest = Date.now() + 300_000;
  while (Date.now() < latest) {
    const { result } = await reident.platform.database.inTenant(reident.tenant.id, (tx) => findIdentification(tx, id));
    if (result !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the case was not examined within a minute');
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
