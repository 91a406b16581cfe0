import type { DocumentType } from '@reident/domain';
import { parseRecording } from '@reident/engine/recording';
import {
  type Actor,
  type Capture,
  getPersonBlob,
  type Identification,
  insertDocument,
  putPersonBlob,
  type TenantTx,
} from '@reident/store';
import { loadCase } from '../case/case.ts';
import type { StoredReading } from '../case/stored-reading.ts';
import { type ReportPicture, writeKycReport } from '../kyc-report/index.ts';
import type { Platform } from '../platform.ts';

const SYSTEM: Actor = { kind: 'system', id: null };

/** Which pictures of the capture a partner gets, under which published type and file name. */
// biome-ignore format: one row per line
export const DELIVERED_PICTURES = {
  // capture step           document type   file name
  document_front:     { type: 'ID_DOCUMENT', name: 'id-document-front' },
  document_back:      { type: 'ID_DOCUMENT', name: 'id-document-back' },
  document_data_page: { type: 'ID_DOCUMENT', name: 'id-document-data-page' },
  proof_of_address:   { type: 'PROOF_OF_ADDRESS', name: 'proof-of-address' },
  selfie:             { type: 'PICTURE',     name: 'selfie' },
} as const satisfies Record<string, { type: DocumentType; name: string }>;

/** Whose clip a partner gets, as it came from the customer's browser: it is stored opaque [UPL-1]. The frames beside it stay here. */
const DELIVERED_CLIPS: Readonly<Record<string, string>> = {
  security_video: 'security-features',
  liveness: 'liveness',
};

/**
 * Documents of a successful identification: the KYC report and the pictures without metadata.
 * Bytes are stored before their rows, so a row never points at nothing [REL-7].
 */
export async function writeDocuments(tx: TenantTx, platform: Platform, identification: Identification): Promise<void> {
  const file = await loadCase(tx, identification.id);
  const pictures: ReportPicture[] = [];
  for (const capture of file.captures) {
    await writeClip(tx, platform, identification, capture);
    const row = DELIVERED_PICTURES[capture.step as keyof typeof DELIVERED_PICTURES];
    if (row === undefined || capture.derivative === null) continue;
    pictures.push({ step: capture.step, bytes: await readDerivative(tx, platform, identification.personId, capture) });
    await insertDocument(
      tx,
      {
        personId: identification.personId,
        identificationId: identification.id,
        name: `${row.name}.jpg`,
        contentType: 'image/jpeg',
        documentType: row.type,
        ...capture.derivative,
        customerAccessible: false,
      },
      SYSTEM,
    );
  }
  const report = await writeKycReport(file, pictures);
  const stored = await putPersonBlob(tx, platform.blobs, identification.personId, report);
  await insertDocument(
    tx,
    {
      personId: identification.personId,
      identificationId: identification.id,
      name: `${identification.id}.pdf`,
      contentType: 'application/pdf',
      documentType: 'KYC_REPORT',
      ...stored,
      customerAccessible: false,
    },
    SYSTEM,
  );
}

/** The clip of a recording, if its browser made one that can be played. */
async function writeClip(
  tx: TenantTx,
  platform: Platform,
  { id, personId }: Identification,
  capture: Capture,
): Promise<void> {
  const name = DELIVERED_CLIPS[capture.step];
  const reading = capture.reading as StoredReading | null;
  if (name === undefined || reading === null || 'unreadable' in reading || !reading.clip?.playable) return;
  const clip = parseRecording(await getPersonBlob(tx, platform.blobs, personId, capture.blobKey, capture.sha256))?.clip;
  if (!clip) return;
  await insertDocument(
    tx,
    {
      personId,
      identificationId: id,
      name: `${name}.${reading.clip.format}`,
      contentType: `video/${reading.clip.format}`,
      documentType: 'VIDEO',
      ...(await putPersonBlob(tx, platform.blobs, personId, Buffer.from(clip.bytes))),
      customerAccessible: false,
    },
    SYSTEM,
  );
}

/** The re-encoded picture of a capture: what people and partners see instead of the original [UPL-3]. */
export async function readDerivative(
  tx: TenantTx,
  platform: Platform,
  personId: string,
  capture: Capture,
): Promise<Buffer> {
  if (capture.derivative === null) throw new Error('the picture has not been read yet');
  return getPersonBlob(tx, platform.blobs, personId, capture.derivative.blobKey, capture.derivative.sha256);
}
