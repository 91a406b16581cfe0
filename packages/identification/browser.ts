/** The domain without what needs Node, for pages. */
export * from './certainty.ts';
export * from './customer-texts.ts';
export * from './document-kinds.ts';
export * from './document-types.ts';
export * from './documents.ts';
export * from './errors.ts';
export * from './event-types.ts';
export * from './languages.ts';
export * from './methods.ts';
export * from './platform-error.ts';
export * from './proof-of-address-types.ts';
export * from './reasons.ts';
export * from './results.ts';
export * from './retry-schedule.ts';
export * from './scenarios.ts';
export * from './statuses.ts';
export * from './transitions.ts';
