/** SQLSTATE classes and codes, and codes of the operating system, that say nothing about the statement: the server is gone or going. */
const LOST = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '25P03',
  '25P04',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What the driver says without a code. */
const LOST_MESSAGES =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|query read timeout|after calling end|timeout expired/i;

export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return LOST.has(code) || code.startsWith('08');
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  return LOST_MESSAGES.test(error.message);
}

/** A word or two for the person at the terminal: never the message, which may repeat parts of the URL. */
export function describeConnectionError(error: unknown): string {
  const code = codeOf(error);
  return DESCRIPTIONS[code] ?? (code === '' ? 'no answer' : code);
}

const DESCRIPTIONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'unknown host',
  EAI_AGAIN: 'unknown host',
  ETIMEDOUT: 'no answer',
  ENOENT: 'no such socket',
  '28P01': 'wrong password',
  '28000': 'user not allowed',
  '3D000': 'no such database',
};

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** The database chose this transaction to lose against another; running it again is right. */
export function isTransientConflict(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return code === '40001' || code === '40P01';
}
