import type { CaptureState } from './protocol.ts';

/** A session of which nothing is known yet: what every screen may leave out. */
export const EMPTY_STATE: Omit<CaptureState, 'screen' | 'language'> = {
  phone: null,
  sandboxCode: null,
  resendInSeconds: 0,
  documentKind: null,
  issuingState: null,
  steps: [],
  asks: { securityVideo: false, proofOfAddress: false, liveness: false },
  unfinished: null,
  proof: null,
  quitReasons: [],
  read: null,
  timeLeft: null,
  returnUrl: null,
};
