import { isDocumentKind } from '@reident/domain';
import {
  type CaptureSession,
  saveCaptureSession,
  supersedeCapture,
  supersedeCaptures,
  type TenantTx,
} from '@reident/store';
import { CaptureError } from './capture-error.ts';
import { screenFor } from './current-screen.ts';
import type { OpenSession } from './session-state.ts';

/** The customer has read what is going to happen and has the document at hand. */
export async function readIntroduction(tx: TenantTx, { session }: OpenSession): Promise<void> {
  if (!session.phoneVerified) throw new CaptureError('out_of_order');
  session.flow.introduced = true;
  await saveCaptureSession(tx, session);
}

/** Which document will be shown. Another choice makes the pictures of the first one void. */
export async function chooseDocument(
  tx: TenantTx,
  openSession: OpenSession,
  kind: string,
  issuingState: string,
): Promise<void> {
  const { session } = openSession;
  if (!session.phoneVerified || !session.flow.introduced || session.submittedAt !== null)
    throw new CaptureError('out_of_order');
  if (!isDocumentKind(kind)) throw new CaptureError('document_unknown');
  if (session.documentKind === kind && session.issuingState === issuingState) return;
  await changeDocument(tx, session, kind, issuingState);
}

/** Back to the choice of the document, without the pictures that were taken. */
export async function reopenDocumentChoice(tx: TenantTx, openSession: OpenSession): Promise<void> {
  const { session } = openSession;
  if (!['capture', 'feedback', 'proof', 'confirm'].includes(screenFor(openSession).id))
    throw new CaptureError('out_of_order');
  await changeDocument(tx, session, null, null);
}

/** The customer says that the data were read wrongly: the document is pictured again, the face is not. */
export async function retakeDocument(tx: TenantTx, openSession: OpenSession): Promise<void> {
  const { session, captures } = openSession;
  if (screenFor(openSession).id !== 'confirm') throw new CaptureError('out_of_order');
  for (const { id, step } of captures) {
    if (!step.startsWith('document_')) continue;
    await supersedeCapture(tx, id);
    delete session.flow.kept[step];
  }
  session.flow.nonce = null;
  await saveCaptureSession(tx, session);
}

/** Another document, or none yet. What was pictured, kept, left out and said about one says nothing about another. */
async function changeDocument(
  tx: TenantTx,
  session: CaptureSession,
  kind: CaptureSession['documentKind'],
  issuingState: string | null,
): Promise<void> {
  await supersedeCaptures(tx, session.identificationId);
  session.documentKind = kind;
  session.issuingState = issuingState;
  session.flow.kept = {};
  session.flow.without = [];
  session.flow.proof = null;
  session.flow.addressOnDocument = false;
  session.flow.nonce = null;
  await saveCaptureSession(tx, session);
}
