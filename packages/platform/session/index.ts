/** Our own AutoIdent, the customer's half: the steps of a session and what each of them may do. */

export { CAPTURE_ERRORS, CaptureError, type CaptureErrorCode } from './capture-error.ts';
export { chooseDocument, readIntroduction, reopenDocumentChoice, retakeDocument } from './choose-document.ts';
export { CONSENTS, consentTexts } from './consents.ts';
export {
  doneSteps,
  isDue,
  type Screen,
  type ScreenId,
  type SessionState,
  screenFor,
  secondsBetween,
  stepsOf,
} from './current-screen.ts';
export { type DataRead, dataRead } from './data-read.ts';
export { FUNNEL_STEPS, type FunnelStepId, trackFunnelStep } from './funnel.ts';
export { internationalNumber, SANDBOX_NUMBER } from './international-number.ts';
export { interruptSession } from './interrupt.ts';
export { type IssuedNonce, issueNonce } from './issue-nonce.ts';
export { LIMITS } from './limits.ts';
export {
  maskPhoneNumber,
  noSmsSender,
  parsePhoneNumber,
  type SmsMessage,
  type SmsSender,
} from './phone.ts';
export { drawPrompts, followsPrompts, PROMPTS, type PromptId } from './prompts.ts';
export { addressIsOnDocument, describeProof, monthsBefore } from './proof-of-address.ts';
export { QUIT_REASONS, type QuitReason, quitReasonsOn } from './quit-reasons.ts';
export { keepPicture } from './receive-media.ts';
export {
  beginCaptureSession,
  isLive,
  linkState,
  type OpenSession,
  reloadSession,
  resumeSession,
  switchLanguage,
  watchSession,
} from './session-state.ts';
export { skipStep } from './skip-step.ts';
export { resendCode, type StartInput, submitStartPage } from './start.ts';
export { type Asks, STEPS, type Step, type StepId, stepsFor } from './steps.ts';
export { abortSession, quitSession, submitSession } from './submit.ts';
export {
  beginUpload,
  continueUpload,
  type UploadOrder,
  type UploadStatus,
  unfinishedStep,
  uploadStatus,
} from './upload.ts';
export { verifyCode } from './verify-code.ts';
