import { type ErrorCode, PlatformError } from '@reident/domain';
import { type CaptureStep, type EngineHost, RECORDING_TYPE } from '@reident/engine';
import {
  findCapture,
  findIdentification,
  getPersonBlob,
  type LeasedJob,
  putPersonBlob,
  saveReading,
} from '@reident/store';
import type { StoredReading } from '../case/stored-reading.ts';
import type { Platform } from '../platform.ts';

/** What each engine has at hand, by capture. */
const underWay = new WeakMap<EngineHost, Map<string, Promise<void>>>();

/**
 * Reads one picture or recording as soon as it has arrived: what the engine sees in it, and the re-encoded picture for people.
 * Pixels are handled between two short transactions, so that no row stays locked meanwhile.
 *
 * A try that comes while an earlier one is still at it, because the job's time was over, waits for that one: a machine that is
 * too busy already does not get the same picture to read again and again.
 */
export async function readCapture(job: LeasedJob, platform: Platform): Promise<void> {
  const captures = underWay.get(platform.engine) ?? new Map<string, Promise<void>>();
  underWay.set(platform.engine, captures);
  const reading = captures.get(job.key) ?? readNow(job, platform).finally(() => captures.delete(job.key));
  captures.set(job.key, reading);
  await reading;
}

async function readNow(job: LeasedJob, platform: Platform): Promise<void> {
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
  const derivative =
    outcome.readable && canDerive(capture.contentType) ? await engine.derive(bytes, capture.contentType) : null;

  await database.inTenant(job.tenantId, async (tx) => {
    const stored = derivative && (await putPersonBlob(tx, blobs, personId, derivative));
    await saveReading(tx, capture.id, outcome.reading, stored);
  });
}

/** A picture becomes another picture, a recording a sheet of its frames; its clip is kept as it came. */
function canDerive(contentType: string): boolean {
  return contentType.startsWith('image/') || contentType === RECORDING_TYPE;
}

/** A picture that cannot be decoded is a reading too: it says so, and the customer is asked for another. */
async function readMedia(
  platform: Platform,
  step: CaptureStep,
  contentType: string,
  bytes: Buffer,
): Promise<{ readable: boolean; reading: StoredReading }> {
  try {
    return { readable: true, reading: await platform.engine.read({ step, bytes, contentType }) };
  } catch (error) {
    if (!(error instanceof PlatformError && UNREADABLE.has(error.code))) throw error;
    return { readable: false, reading: { step, unreadable: error.code } };
  }
}

const UNREADABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreadable_media',
  'media_too_large',
  'media_too_small',
  'unsupported_media_type',
]);
