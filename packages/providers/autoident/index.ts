/** Our own AutoIdent, the customer's half: the steps of a sitting and what each of them may do. */
export * from './choose-document.ts';
export * from './consents.ts';
export * from './document-kinds.ts';
export * from './limits.ts';
export * from './phone.ts';
export * from './prove-code.ts';
export * from './quit-reasons.ts';
export * from './receive-picture.ts';
export * from './refusal.ts';
export * from './screen.ts';
export * from './sitting.ts';
export * from './start.ts';
export * from './steps.ts';
export * from './submit.ts';
