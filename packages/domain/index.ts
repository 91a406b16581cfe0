/** The domain as tables. It imports nothing of ours. */
export * from './batch-faults.ts';
export * from './browser.ts';
export * from './ids.ts';
