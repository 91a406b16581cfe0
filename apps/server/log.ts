import pino, { type Logger } from 'pino';

/**
 * The log: JSON lines on stderr. Only fields that are named at the call are written, and errors are reduced to their
 * name, message and code: bodies, headers, addresses with tokens and personal data never reach it [DAT-6].
 */
export function createLog(level = process.env.REIDENT_LOG_LEVEL ?? 'warn'): Logger {
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
