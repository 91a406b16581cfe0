import type { CaptureStep } from '@reident/engine';
import { findCapture, findIdentification, getPersonBlob, putPersonBlob, saveReading, type LeasedJob } from '@reident/store';
import type { Platform } from '../platform.ts';

/**
 * Reads one picture as soon as it has arrived: what the engine sees in it, and the re-encoded picture for people.
 * Pixels are handled between two short transactions, so that no row stays locked meanwhile.
 */
export async function readCapture(job: LeasedJob, platform: Platform): Promise<void> {
  const { database, blobs, engine } = platform;
  const found = await database.inTenant(job.tenantId, async (tx) => {
    const capture = await findCapture(tx, job.key);
    if (capture === null || capture.reading !== null) return null;
    const identification = await findIdentification(tx, capture.identificationId);
    const bytes = await getPersonBlob(tx, blobs, identification.personId, capture.blobKey, capture.sha256);
    return { capture, personId: identification.personId, bytes };
  });
  if (found === null) return;
  const { capture, personId, bytes } = found;

  const outcome = await readMedia(platform, capture.step as CaptureStep, capture.contentType, bytes);
  const derivative = outcome.readable && capture.contentType.startsWith('image/') ? await engine.derive(bytes) : null;

  await database.inTenant(job.tenantId, async (tx) => {
    const stored = derivative && (await putPersonBlob(tx, blobs, personId, derivative));
    await saveReading(tx, capture.id, outcome.reading, stored);
  });
}

/** A picture that cannot be decoded is a reading too: it says so, and the customer is asked for another. */
async function readMedia(platform: Platform, step: CaptureStep, contentType: string, bytes: Buffer) {
  try {
    return { readable: true, reading: await platform.engine.read({ step, bytes, contentType }) };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== 'string' || !UNREADABLE.has(code)) throw error;
    return { readable: false, reading: { step, unreadable: code } };
  }
}

const UNREADABLE: ReadonlySet<string> = new Set(['unreadable_media', 'media_too_large', 'unsupported_media_type']);
