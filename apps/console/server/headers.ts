/** Headers of every answer below `/console`: nothing is cached, framed, guessed or told to other sites. */
export const CONSOLE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Policy of the two pages: one script and one style sheet, both ours, and pictures from this server. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    'media-src blob:',
    "connect-src 'self'",
    // The preview of the customer's pages, and nothing else.
    `frame-src 'self'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Headers of a picture: fixed type, no script even if opened by itself, a name that says nothing [UPL-4]. */
export const PICTURE_HEADERS = {
  'content-type': 'image/jpeg',
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'attachment; filename="picture.jpg"',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Headers of a tenant's logo; the name is its hash, but what may be seen depends on who asks. */
export const LOGO_HEADERS = {
  ...PICTURE_HEADERS,
  'content-type': 'image/png',
  'content-disposition': 'attachment; filename="logo.png"',
} as const;

/** Headers of a clip: as for a picture, and the type that its first bytes say [UPL-4]. */
export function clipHeaders(format: 'webm' | 'mp4') {
  return {
    ...PICTURE_HEADERS,
    'content-type': `video/${format}`,
    'content-disposition': `attachment; filename="clip.${format}"`,
  };
}
