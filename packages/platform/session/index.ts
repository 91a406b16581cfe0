/** Our own AutoIdent, the customer's half: the steps of a sitting and what each of them may do. */
export { chooseDocument, readIntroduction, reopenDocumentChoice, retakeDocument } from './choose-document.ts';
export { CONSENTS, type PageLanguage } from './consents.ts';
export { type DataRead, dataRead } from './data-read.ts';
export { goWithout } from './go-without.ts';
export { interruptSitting } from './interrupt.ts';
export { type IssuedNonce, issueNonce } from './issue-nonce.ts';
export { LIMITS } from './limits.ts';
export {
  maskPhoneNumber,
  noSmsSender,
  parsePhoneNumber,
  SANDBOX_NUMBER,
  type SmsMessage,
  type SmsSender,
} from './phone.ts';
export { drawPrompts, followsPrompts, PROMPTS } from './prompts.ts';
export { addressIsOnDocument, describeProof, monthsBefore } from './proof-of-address.ts';
export { proveCode } from './prove-code.ts';
export { QUIT_REASONS, type QuitReason, quitReasonsOn } from './quit-reasons.ts';
export { keepPicture, pictureType } from './receive-media.ts';
export { REFUSALS, Refusal, type RefusalCode } from './refusal.ts';
export {
  doneSteps,
  isDue,
  type Screen,
  type ScreenId,
  type Sitting,
  screenFor,
  secondsBetween,
  stepsOf,
} from './screen.ts';
export {
  isLive,
  linkState,
  type OpenSitting,
  openSitting,
  reloadSitting,
  resumeSitting,
  switchLanguage,
  watchSitting,
} from './sitting.ts';
export { resendCode, type StartInput, startSitting } from './start.ts';
export { type Asks, STEPS, type Step, type StepId, stepsFor } from './steps.ts';
export { abortSitting, quitSitting, submitSitting } from './submit.ts';
export {
  beginUpload,
  continueUpload,
  type UploadOrder,
  type UploadPlace,
  unfinishedStep,
  uploadPlace,
} from './upload.ts';
export { followSitting, PLACES, type Place } from './whereabouts.ts';
