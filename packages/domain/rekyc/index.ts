/** When a person has to be identified again, and when they may be asked to. */

export * from './campaigns.ts';
export * from './days.ts';
export * from './due-date.ts';
export * from './due-rules.ts';
export * from './person-events.ts';
export * from './risk-classes.ts';
export * from './sending-times.ts';
