/**
 * Why a request did not get an answer; also what an attempt's row says.
 *
 * `insecure` (another scheme than https) and `refused` come from the egress guard: nothing was sent.
 */
export const ERROR_KINDS = [
  'insecure',
  'refused',
  'dns',
  'connect',
  'tls',
  'timeout',
  'connection_lost',
  'protocol',
] as const;
export type EgressErrorKind = (typeof ERROR_KINDS)[number];

/** The message names the rule, never the address: partners must not learn what lies behind the guard. */
export class EgressError extends Error {
  override readonly name = 'EgressError';

  constructor(
    readonly kind: EgressErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

// biome-ignore format: a table
const KIND_BY_CODE: Record<string, EgressErrorKind> = {
  UND_ERR_CONNECT_TIMEOUT:     'timeout',
  UND_ERR_HEADERS_TIMEOUT:     'timeout',
  UND_ERR_BODY_TIMEOUT:        'timeout',
  UND_ERR_SOCKET:              'connection_lost',
  ECONNRESET:                  'connection_lost',
  EPIPE:                       'connection_lost',
  UND_ERR_HEADERS_OVERFLOW:    'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
  ECONNREFUSED:                'connect',
  EHOSTUNREACH:                'connect',
  ENETUNREACH:                 'connect',
  ETIMEDOUT:                   'timeout',
};

/** Whatever the HTTP client threw, as one of ours. */
export function toEgressError(error: unknown): EgressError {
  if (error instanceof EgressError) return error;
  const { name, code } = error as { name?: string; code?: string };
  const kind = name === 'TimeoutError' ? 'timeout' : (kindOfCode(code ?? '') ?? 'connection_lost');
  return new EgressError(kind, `no answer from the receiver (${kind})`, { cause: error });
}

function kindOfCode(code: string): EgressErrorKind | undefined {
  if (code in KIND_BY_CODE) return KIND_BY_CODE[code];
  if (code.startsWith('HPE_')) return 'protocol';
  if (/CERT|TLS|SSL|ISSUER|SELF_SIGNED/.test(code)) return 'tls';
  return undefined;
}
