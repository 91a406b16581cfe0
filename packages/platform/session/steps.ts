import { addressOn, DOCUMENT_KINDS, type DocumentKindRow, isDocumentKind } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import type { CaptureSession } from '@reident/store';

/** What decides whether a step is asked for. */
export interface StepFacts {
  /** Sides of the chosen document. */
  sides: DocumentKindRow['sides'];
  asks: Asks;
  /** Whether the chosen document shows no address, as far as the tables and the customer know. */
  addressMissing: boolean;
}

/** What the tenant asks for beyond the document and the face. */
export type Asks = Pick<TenantSettings, 'askSecurityVideo' | 'askLiveness' | 'proofOfAddress'>;

/** One thing that the customer shows. The server walks down the rows; the page only draws the one it is told. */
export interface Step {
  id: string;
  when(facts: StepFacts): boolean;
  produces: 'picture' | 'recording';
  /** Which camera, and which frame lies over its picture. */
  lens: 'environment' | 'user';
  frame: 'card' | 'page' | 'letter' | 'face';
  /** `camera`: a file only where the tenant allows it; `file`: from a file as well [CAP-6]. */
  from: 'camera' | 'file';
  /** What whoever cannot do it may do: another way, marked in the case, and a specialist decides. Null: it has to be done. */
  otherwise: 'without' | null;
}

// biome-ignore format: a table
export const STEPS = [
  //    id                    when                                                                        produces     lens           frame     from      otherwise
  step('document_front',     ({ sides }) => sides.includes('document_front'),                            'picture',   'environment', 'card',   'camera', null),
  step('document_back',      ({ sides }) => sides.includes('document_back'),                             'picture',   'environment', 'card',   'camera', null),
  step('document_data_page', ({ sides }) => sides.includes('document_data_page'),                        'picture',   'environment', 'page',   'camera', null),
  step('security_video',     ({ asks, sides }) => asks.askSecurityVideo && !showsPage(sides),            'recording', 'environment', 'card',   'camera', 'without'),
  step('security_video',     ({ asks, sides }) => asks.askSecurityVideo && showsPage(sides),             'recording', 'environment', 'page',   'camera', 'without'),
  step('proof_of_address',   ({ asks, addressMissing }) => asks.proofOfAddress !== 'never' && addressMissing, 'picture', 'environment', 'letter', 'file', null),
  step('selfie',             () => true,                                                                 'picture',   'user',        'face',   'camera', null),
  step('liveness',           ({ asks }) => asks.askLiveness,                                             'recording', 'user',        'face',   'camera', 'without'),
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** What the customer has chosen and said, as far as steps depend on it. */
export type Chosen = Pick<CaptureSession, 'documentKind' | 'issuingState'> & {
  flow: Pick<CaptureSession['flow'], 'addressOnDocument'>;
};

/** The steps of a session, in order; none before the document is chosen. */
export function stepsFor({ documentKind, issuingState, flow }: Chosen, asks: Asks): readonly (typeof STEPS)[number][] {
  if (!isDocumentKind(documentKind)) return [];
  const { sides } = DOCUMENT_KINDS[documentKind];
  const shown = addressOn(documentKind, issuingState);
  const addressMissing = shown === 'none' || (shown === 'some_versions' && flow.addressOnDocument !== true);
  return STEPS.filter(({ when }) => when({ sides, asks, addressMissing }));
}

function showsPage(sides: DocumentKindRow['sides']): boolean {
  return sides.includes('document_data_page');
}

function step<Id extends string>(
  id: Id,
  when: Step['when'],
  produces: Step['produces'],
  lens: Step['lens'],
  frame: Step['frame'],
  from: Step['from'],
  otherwise: Step['otherwise'],
): Step & { id: Id } {
  return { id, when, produces, lens, frame, from, otherwise };
}
