import { type CaptureReading, type Finding, RECORDING_TYPE } from '@reident/engine';
import { type Case, compareCase } from '@reident/platform';
import type { Actor, Capture, CaseClaim, Operator, TenantTx } from '@reident/store';
import { checklistFor } from '../shared/checklist.ts';
import { decisionsFor, isWaiting } from '../shared/decisions.ts';
import type { Right } from '../shared/roles.ts';
import type { CaptureView, CaseView, ClaimView, FieldView, FindingView, MrzView, RegionView } from '../shared/view.ts';
import { mask } from './mask.ts';
import { operatorNames } from './operator-names.ts';

interface Viewer {
  operator: Operator;
  may(right: Right): boolean;
  claim: CaseClaim | null;
  /** Whether values are shown; the caller has audited it. */
  opened: boolean;
}

/** The one place where a case becomes what the page gets. Values pass through `show`, which masks until opened [CON-6]. */
export async function toCaseView(
  tx: TenantTx,
  found: Case,
  { operator, may, claim, opened }: Viewer,
): Promise<CaseView> {
  const { identification, person, captures, leftOut, examination, decisions, events, documents, tenant } = found;
  const show = (value: string | null) => (opened ? value : mask(value));
  const nameOf = await operatorNames(tx);
  const mine = claim?.operatorId === operator.id;
  const waiting = isWaiting(identification.result);
  const steps = captures.map(({ step }) => step);
  return {
    id: identification.id,
    version: identification.version,
    status: identification.status,
    result: identification.result,
    reason: identification.reason,
    method: identification.method,
    language: identification.language,
    requestedAt: iso(identification.requestedAt),
    submittedAt: iso(examination?.examinedAt ?? null),
    completedAt: iso(identification.completedAt),
    now: tx.now.toISOString(),
    tenant: { name: tenant.name, kind: tenant.kind, reviewPolicy: tenant.settings.reviewPolicy },
    opened,
    claim: claim && toClaimView(claim, mine, nameOf),
    mayOpen: may('open') && (mine || may('open_unclaimed')),
    mayClaim: may('decide') && (claim === null || mine),
    person: {
      id: person.id,
      fields: personFields(person.attributes).map(({ field, value }) => ({ field, value: show(value) })),
    },
    comparison: compareCase(found).map((row) => ({ ...row, document: show(row.document), person: show(row.person) })),
    mrzReadings: captures.flatMap((capture) => toMrzView(capture, show)),
    captures: captures.map(toCaptureView),
    leftOut,
    faces: captures.flatMap(toFaceRegion),
    findings: (examination?.findings ?? []).map((finding) => toFindingView(finding, opened)),
    verdict: examination && {
      result: examination.verdict.result,
      reason: examination.verdict.reason,
      because: [...examination.verdict.because],
    },
    events: events.map(({ id, event, from, to, result, reason, actor, at }) => ({
      id,
      event,
      from,
      to,
      result,
      reason,
      actor: toActorName(actor, nameOf),
      at: at.toISOString(),
    })),
    decisions: decisions.map(({ id, decision, reason, note, operatorId, createdAt }) => ({
      id,
      decision,
      reason,
      note: show(note),
      by: operatorId ? nameOf(operatorId) : '',
      at: createdAt.toISOString(),
    })),
    documents: documents.map(({ id, name, documentType, size, createdAt }) => ({
      id,
      name,
      documentType,
      size,
      createdAt: createdAt.toISOString(),
    })),
    checklist: checklistFor(steps),
    offered: decisionsFor(identification.status, waiting, may).map((decision) => ({
      id: decision.id,
      reasonGroups: [...decision.reasons],
      checklist: decision.checklist,
      noteRequired: decision.note === 'required',
      needsOther: decision.secondPerson && decisions.at(-1)?.operatorId === operator.id,
    })),
  };
}

function toClaimView(claim: CaseClaim, mine: boolean, nameOf: (id: string) => string): ClaimView {
  return { mine, by: nameOf(claim.operatorId), until: claim.claimedUntil.toISOString() };
}

function toActorName(actor: Actor, nameOf: (id: string) => string): string {
  return actor.kind === 'operator' && actor.id ? `operator ${nameOf(actor.id)}` : actor.kind;
}

function toCaptureView(capture: Capture): CaptureView {
  const { id, step, contentType, source, createdAt, supersededAt, derivative } = capture;
  return {
    id,
    step,
    contentType,
    source,
    createdAt: createdAt.toISOString(),
    superseded: supersededAt !== null,
    picture: derivative !== null || contentType.startsWith('image/') || contentType === RECORDING_TYPE,
    clip: Boolean(readingOf(capture)?.clip),
  };
}

function toMrzView(capture: Capture, show: (value: string | null) => string | null): MrzView[] {
  const mrz = readingOf(capture)?.mrz;
  if (!mrz) return [];
  return [
    {
      captureId: capture.id,
      step: capture.step,
      format: mrz.format,
      lines: mrz.lines.map((line) => show(line) ?? ''),
      checkDigits: mrz.checkDigits.map(({ check, line, position, valid }) => ({ check, line, position, valid })),
    },
  ];
}

function toFaceRegion(capture: Capture): RegionView[] {
  const face = readingOf(capture)?.faces?.[0];
  return face ? [{ step: capture.step, quad: face.quad }] : [];
}

function toFindingView(finding: Finding, opened: boolean): FindingView {
  const { check, outcome, reason, observed, region } = finding;
  return {
    check,
    outcome,
    reason,
    observed: opened ? observed : {},
    region: region ? { step: region.step, quad: region.quad } : null,
  };
}

function readingOf(capture: Capture): CaptureReading | null {
  // Written by the engine host and kept as it came; the store does not look inside.
  return capture.reading as CaptureReading | null;
}

/** The person's data as a flat list; nested objects such as the address become `address.city`. */
function personFields(attributes: Record<string, unknown>, prefix = ''): FieldView[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const field = `${prefix}${name}`;
    if (value === null || value === undefined || value === '') return [];
    if (typeof value !== 'object') return [{ field, value: String(value) }];
    if (Array.isArray(value)) return [{ field, value: JSON.stringify(value) }];
    return personFields(value as Record<string, unknown>, `${field}.`);
  });
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
