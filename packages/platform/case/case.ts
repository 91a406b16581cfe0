import type { Finding, Verdict } from '@reident/engine';
import {
  type Capture,
  type Decision,
  findIdentification,
  findLatestExamination,
  findPerson,
  type Identification,
  type IdentificationEvent,
  listCaptureSessions,
  listCaptures,
  listDecisions,
  listDocuments,
  listEvents,
  type Person,
  type StoredDocument,
  type Tenant,
  type TenantTx,
} from '@reident/store';

/** Everything that is known about one identification: what the console shows and the KYC report prints. */
export interface Case {
  tenant: Tenant;
  identification: Identification;
  person: Person;
  /** The pictures of the last attempt, in the order in which they were taken. */
  captures: Capture[];
  /** Steps that the customer went on without, in the last attempt that was handed in. */
  leftOut: string[];
  /** What the engine made of them; null before the first submission. */
  examination: CaseExamination | null;
  decisions: Decision[];
  events: IdentificationEvent[];
  documents: StoredDocument[];
}

export interface CaseExamination {
  id: string;
  engineVersion: string;
  findings: Finding[];
  verdict: Verdict;
  examinedAt: Date;
}

export async function loadCase(tx: TenantTx, identificationId: string): Promise<Case> {
  const identification = await findIdentification(tx, identificationId);
  const person = await findPerson(tx, identification.personId);
  const captures = (await listCaptures(tx, identificationId)).filter((capture) => capture.supersededAt === null);
  const submitted = (await listCaptureSessions(tx, identificationId)).filter(
    (openSession) => openSession.submittedAt !== null,
  );
  const examination = await findLatestExamination(tx, identificationId);
  const decisions = await listDecisions(tx, identificationId);
  const events = await listEvents(tx, identificationId);
  const documents = (await listDocuments(tx, { identificationId, page: { number: 1, size: 100 } })).rows;
  return {
    tenant: tx.tenant,
    identification,
    person,
    captures,
    leftOut: submitted.at(-1)?.flow.without ?? [],
    examination: examination && {
      id: examination.id,
      engineVersion: examination.engineVersion,
      findings: examination.findings as Finding[],
      verdict: examination.verdict as Verdict,
      examinedAt: examination.createdAt,
    },
    decisions,
    events,
    documents,
  };
}
