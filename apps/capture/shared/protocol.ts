import type { EmbedKind } from '@reident/capture-embed/messages';

import type { DocumentKind, Language, ProofOfAddressType } from '@reident/domain/browser';
import type { PromptId, QuitReason, StepId } from '@reident/platform';
import type { SampleName } from './sample-choices.ts';

export type { PromptId, StepId, UploadOrder, UploadStatus } from '@reident/platform';

/** What the server tells the page. The server drives: the page draws `screen` and sends what the customer did. */
export type Screen =
  | { id: 'start' | 'code' | 'introduction' | 'document' | 'proof' | 'confirm' | 'end' }
  | { id: 'capture'; step: StepId }
  | { id: 'reading'; step: StepId }
  | { id: 'feedback'; step: StepId; reason: string | null; mayKeep: boolean }
  | { id: 'checking'; read: number; of: number };

/** A step as the page must know it: which lens, which frame. */
export interface StepView {
  id: StepId;
  produces: 'picture' | 'recording';
  lens: 'environment' | 'user';
  frame: 'card' | 'page' | 'letter' | 'face';
  done: boolean;
  /** Whether a file may be chosen instead of the camera. */
  mayChooseFile: boolean;
  /** What a sandbox offers in place of a picture; empty elsewhere. */
  samples: SampleName[];
  /** Whether somebody who cannot do it may go on without; a specialist decides then. */
  mayGoWithout: boolean;
  /** The customer went on without. */
  without: boolean;
}

export interface CaptureState {
  screen: Screen;
  language: Language;
  /** Last digits of the number a code was sent to; null before. */
  phone: string | null;
  /** The code itself, where the sandbox stands in for the phone; null elsewhere. */
  sandboxCode: string | null;
  /** Seconds until another code may be asked for. */
  resendInSeconds: number;
  documentKind: string | null;
  issuingState: string | null;
  steps: StepView[];
  /** What is asked for beyond the document and the face, as far as the tenant says. */
  asks: { securityVideo: boolean; proofOfAddress: boolean; liveness: boolean };
  /** The step whose picture or recording was on its way when the page was left: it has to be made again. */
  unfinished: StepId | null;
  proof: ProofView | null;
  quitReasons: QuitReason[];
  /** What was read from the document, on the last screen before it is sent. */
  read: DataRead | null;
  timeLeft: TimeLeft | null;
  /** Where the end page leads; null means that the customer can close the page. */
  returnUrl: string | null;
}

/**
 * Where somebody is who has just opened the page. Having no session is an answer, not an error: the page cannot know whether it has
 * one, because its cookie is out of its sight, and browsers hold it back from an address that another site opened.
 */
export type SessionLookup = { state: CaptureState } | { state: null; why: string };

/** What is asked about the letter that bears the address; null where none is asked for. */
export interface ProofView {
  type: ProofOfAddressType | null;
  issuedAt: string | null;
  months: number;
  /** Whether the document itself may bear the address: some of its kind do. */
  mayBeOnDocument: boolean;
}

/** The nonce for a picture or recording, and what is asked for while the camera records. */
export interface StepNonce {
  nonce: string;
  prompts: PromptId[] | null;
}

/** As it stands in the machine-readable zone; null where it could not be read. */
export interface DataRead {
  name: string;
  birthDate: string | null;
  expiryDate: string | null;
  /** Its last characters. */
  documentNumber: string | null;
}

/** Seconds until the session ends: when nothing happens, and whatever happens. So long before that the customer is asked. */
export interface TimeLeft {
  idle: number;
  total: number;
  warn: number;
}

/** What a computer is told that has shown the link to a phone. `step` is what the camera is at. */
export type Progress = { at: 'nobody' | 'sent' | 'gone' } | { at: 'going'; screen: Screen['id']; step: StepId | null };

/** A text to agree to. `version` comes back with the tick. */
export interface ConsentView {
  id: 'terms' | 'biometrics';
  version: string;
  text: Record<Language, string>;
}

/** How the page was opened. It stands in the page itself and holds nothing personal [CAP-3]. */
export interface Boot {
  entry: 'link' | 'session' | 'reference' | 'closed' | 'gone' | 'preview';
  company: string;
  partner: string;
  sandbox: boolean;
  language: Language;
  identification: string | null;
  /** What the partner has the pages say; null means our words. */
  brand: BrandView;
  /** Seconds until the end page leads back by itself; null: by its button only. */
  returnDelaySeconds: number | null;
  consents: ConsentView[];
  documentKinds: DocumentKind[];
  /** The link for a phone's camera, where the page was opened by it. */
  handOver: HandOver | null;
  /** How a partner's page opened this one, and which origins may; null where none did or may. */
  embed: Embed | null;
}

export interface Embed {
  kind: EmbedKind;
  origins: readonly string[];
}

export interface BrandView {
  /** Where its picture lies; null: the name stands there. */
  logo: string | null;
  texts: Record<Language, BrandTextsView>;
}

export type BrandTextsView = Record<'startLead' | 'endText' | 'support' | 'termsUrl' | 'privacyUrl', string | null>;

/** A QR code: how many squares a side has, and the dark ones as a path in units of one square. */
export interface HandOver {
  size: number;
  path: string;
}

/** The body of every error of the capture's own calls. */
export interface CaptureErrorBody {
  error: { code: string };
}

export const PAGE_HEADER = 'x-reident-capture';
/** Says that the page stands in a partner's frame, where browsers send no SameSite=Strict cookie. */
export const FRAME_HEADER = 'x-reident-framed';
export const NONCE_HEADER = 'x-capture-nonce';
export const UPLOAD_OFFSET_HEADER = 'upload-offset';
/** The media type of a chunk, as tus has it. */
export const CHUNK_TYPE = 'application/offset+octet-stream';
