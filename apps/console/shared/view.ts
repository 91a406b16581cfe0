/** What the console's server tells its page, and what the page may ask. Types only: both sides import this file. */

import type { IdentStatus } from '@reident/domain';
import type { CampaignAction } from '@reident/domain/rekyc';
import type { ReviewPolicy, TenantKind, TenantSettings } from '@reident/domain/tenant-settings';
import type { Board, ComparedField, DryRun, FunnelStepId } from '@reident/platform';
import type { Actor, BoardPerson, Campaign, Decision, Funnel, FunnelStep, IdentificationEvent } from '@reident/store';
import type { ChecklistId } from './checklist.ts';
import type { DecisionId } from './decisions.ts';
import type { Right, Role } from './roles.ts';

export interface MeView {
  operatorId: string;
  displayName: string;
  role: Role;
  rights: Right[];
  tenant: { name: string; kind: TenantKind; reviewPolicy: ReviewPolicy };
}

/** How far back the picture of the funnel may go. */
export const FUNNEL_DAYS = [1, 7, 30, 90] as const;

export interface FunnelView extends Omit<Funnel, 'steps'> {
  days: number;
  steps: (FunnelStep & { step: FunnelStepId })[];
}

/** Which part of the queue is shown. */
export const SHELVES = ['waiting', 'mine', 'suspected', 'decided', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

export interface QueueView {
  rows: QueueRow[];
  /** How much there is to do, by shelf; the shelves without a figure only grow. */
  counts: Record<'waiting' | 'mine' | 'suspected', number>;
  /** The tenant's time, from which ages are counted. */
  now: string;
}

/** A case as the list shows it: nothing that says who the person is. */
export interface QueueRow {
  id: string;
  status: IdentStatus;
  result: string | null;
  reason: string | null;
  verdict: string | null;
  failed: number;
  inconclusive: number;
  /** Since when the case is as it is; the oldest waits on top. */
  since: string;
  waiting: boolean;
  claim: ClaimView | null;
  /** Who had the last word: a person, the engine, the robot of the sandbox, the customer. */
  lastActor: Actor['kind'];
}

export interface ClaimView {
  mine: boolean;
  by: string;
  until: string;
}

/** Everything about one case. While `opened` is false each personal value is a mask and `observed` is empty. */
export interface CaseView {
  id: string;
  version: number;
  status: IdentStatus;
  result: string | null;
  reason: string | null;
  method: string;
  language: string | null;
  requestedAt: string | null;
  submittedAt: string | null;
  completedAt: string | null;
  now: string;
  tenant: { name: string; kind: TenantKind; reviewPolicy: ReviewPolicy };
  opened: boolean;
  claim: ClaimView | null;
  /** Whether this operator may read and look at pictures now. */
  mayOpen: boolean;
  mayClaim: boolean;
  person: { id: string; fields: FieldView[] };
  comparison: ComparisonView[];
  mrzReadings: MrzView[];
  captures: CaptureView[];
  /** Steps that the customer went on without. */
  leftOut: string[];
  /** Portraits found on the documents and in the selfies, to lay side by side. */
  faces: RegionView[];
  findings: FindingView[];
  verdict: { result: string; reason: string | null; because: string[] } | null;
  events: EventView[];
  decisions: DecisionView[];
  documents: { id: string; name: string; documentType: string; size: number; createdAt: string }[];
  checklist: ChecklistId[];
  offered: OfferedDecision[];
}

export interface FieldView {
  field: string;
  value: string | null;
}

export interface ComparisonView {
  field: ComparedField;
  document: string | null;
  person: string | null;
  match: 'same' | 'different' | 'unsure' | 'none';
}

export interface MrzView {
  captureId: string;
  step: string;
  format: string;
  lines: string[];
  /** Check digits by what they cover; lines and positions count from 1, as in the standard. */
  checkDigits: { check: string; line: number; position: number; valid: boolean }[];
}

export interface CaptureView {
  id: string;
  step: string;
  contentType: string;
  source: string;
  createdAt: string;
  superseded: boolean;
  /** Whether there is a picture to show; of a recording, its frames on one sheet. */
  picture: boolean;
  /** Whether a clip lies beside it. */
  clip: boolean;
}

export interface FindingView {
  check: string;
  outcome: 'pass' | 'fail' | 'inconclusive' | 'not_applicable';
  reason: string | null;
  observed: Record<string, unknown>;
  region: RegionView | null;
}

/** Four corners as fractions of the picture's width and height, clockwise from the top left. */
export interface RegionView {
  step: string;
  quad: readonly (readonly [x: number, y: number])[];
}

export type EventView = Pick<IdentificationEvent, 'id' | 'event' | 'from' | 'to' | 'result' | 'reason'> & {
  actor: string;
  at: string;
};

export interface DecisionView {
  id: string;
  decision: Decision['decision'];
  reason: string | null;
  note: string | null;
  by: string;
  at: string;
}

export interface OfferedDecision {
  id: DecisionId;
  reasonGroups: string[];
  checklist: boolean;
  noteRequired: boolean;
  /** True when another person has to take it, because this operator took the one before [CON-5]. */
  needsOther: boolean;
}

export interface DecideRequest {
  decision: DecisionId;
  reason: string | null;
  note: string;
  version: number;
  checklist: ChecklistId[];
}

/** What an admin sees: every setting, and what waits for a second admin. */
export interface SettingsView {
  settings: SettingView[];
  proposals: ProposalView[];
}

export interface SettingView {
  name: keyof TenantSettings;
  value: unknown;
  /** Whether a change has to be confirmed by another admin. */
  twoAdmins: boolean;
}

export interface ProposalView {
  id: string;
  setting: keyof TenantSettings;
  value: unknown;
  by: string;
  mine: boolean;
  at: string;
}

/** The board of re-KYC. Ids, codes and counts. */
export interface RekycView {
  board: Board;
  /** Newest first. */
  campaigns: CampaignView[];
  /** The earliest due. */
  persons: BoardPerson[];
}

export type CampaignView = Pick<Campaign, 'id' | 'name' | 'state'>;
export type DryRunView = DryRun;
export type { CampaignAction };

export interface TimelineView {
  entries: { at: string; kind: string; words: string[] }[];
}

export interface ErrorView {
  error: { code: string; message: string };
}
