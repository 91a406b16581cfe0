/** One line for each folder. Every room of it is typed by the English one. */
export * as de from './de/index.ts';
export * as en from './en/index.ts';
