import pino, { type Logger } from 'pino';
import type { LogLevel } from './settings.ts';

/**
 * The log: JSON lines on stderr. Only fields that are named at the call are written, and errors are reduced to their
 * name, message and code: bodies, headers, addresses with tokens and personal data never reach it [DAT-6].
 */
export function createLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: {
        err: (error: Error & { code?: string }) => ({
          name: error.name,
          message: error.message,
          code: error.code,
          stack: error.stack?.split('\n').slice(1, 6).join('\n'),
        }),
      },
    },
    pino.destination(2),
  );
}
