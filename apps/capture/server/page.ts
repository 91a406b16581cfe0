import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentKind, Language } from '@reident/domain';
import { Answer } from '@reident/http';
import { messages, preferredLanguage } from '@reident/messages';
import { CONSENTS, consentTexts } from '@reident/platform';
import type { Tenant } from '@reident/store';
import type { FastifyRequest } from 'fastify';
import type { Boot, Embed } from '../shared/protocol.ts';
import { plainWords } from './audience.ts';
import { barColour, brandName, brandStyle, brandView, installTags } from './brand.ts';
import type { Visit } from './capture.ts';

/** Where Vite puts the nonce into the built page, and where we put the page's own data. */
const NONCE_PLACE = /REIDENT_NONCE/g;
const BOOT_PLACE = '"REIDENT_BOOT"';
const LANGUAGE_PLACE = '<html lang="de">';
const TITLE_PLACE = '<title>Identification</title>';
const BRAND_PLACE = '<meta name="brand" />';
const ICON_PLACE = /<link rel="icon"[^>]*>/;
const THEME_PLACE = /<meta name="theme-color"[^>]*>/;

/** In the order in which people who live in Germany are likely to need them. */
const OFFERED_KINDS: DocumentKind[] = ['identity_card', 'passport', 'residence_permit', 'driving_licence'];

/** The one page that draws every screen. It holds how it was opened, and nothing personal [CAP-3]. */
export async function answerPage(
  { platform, reply }: Visit,
  tenant: Tenant | null,
  boot: Boot,
  status = 200,
): Promise<Answer<string>> {
  const nonce = randomBytes(16).toString('base64');
  const built = await readFile(path.join(platform.config.projectRoot, 'dist/capture/index.html'), 'utf8');
  const html = built
    .replace(NONCE_PLACE, nonce)
    .replace(BRAND_PLACE, `<style nonce="${nonce}">${brandStyle(tenant)}</style>`)
    .replace(ICON_PLACE, (blank) => installTags(tenant, boot.language) || blank)
    .replace(THEME_PLACE, `<meta name="theme-color" content="${barColour(tenant)}" />`)
    .replace(TITLE_PLACE, `<title>${messages(boot.language).capture.title}</title>`)
    .replace(LANGUAGE_PLACE, `<html lang="${boot.language}">`)
    .replace(BOOT_PLACE, () => JSON.stringify(boot).replaceAll('<', '\\u003c'));
  // Written on every answer by the server; it knows no list of origins, and `frame-ancestors` says it all.
  if (framersOf(tenant, boot).length > 0) reply.raw.removeHeader('x-frame-options');
  const headers = { ...pageHeaders(nonce, tenant, boot), 'content-type': 'text/html; charset=utf-8' };
  return new Answer(html, { status, headers });
}

export function nothingHere(): Answer<string> {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Answer(plainWords('nothingHere'), { status: 404, headers });
}

/**
 * Nothing is cached or told to other sites; scripts and styles are ours; the camera works here only [CAP-8].
 * Framed by nobody but the origins that the tenant lists [CAP-9].
 */
function pageHeaders(nonce: string, tenant: Tenant | null, boot: Boot): Record<string, string> {
  const framers = framersOf(tenant, boot);
  return {
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "img-src 'self' blob: data:",
      'media-src blob:',
      // The preview asks nobody for anything.
      boot.entry === 'preview' ? "connect-src 'none'" : "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${framers.length === 0 ? "'none'" : framers.join(' ')}`,
      // Two workers, which look at the live picture; assets.ts gives each a policy of its own.
      "worker-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types reident-frame-analyser',
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    // A tab that reports to its opener must keep it.
    'cross-origin-opener-policy': boot.embed?.kind === 'tab' ? 'unsafe-none' : 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(framers.length === 0 ? { 'x-frame-options': 'DENY' } : {}),
    'x-robots-tag': 'noindex, nofollow',
  };
}

/** Besides the origins that a tenant lists: the console frames the preview. */
function framersOf(tenant: Tenant | null, { entry }: Boot): readonly string[] {
  if (entry === 'preview') return ["'self'"];
  return tenant?.settings.embedOrigins ?? [];
}

export function bootFor(
  entry: Boot['entry'],
  tenant: Tenant | null,
  language: Language,
  identification: string | null = null,
  embed: Embed | null = null,
): Boot {
  return {
    entry,
    company: tenant?.company ?? '',
    partner: brandName(tenant),
    sandbox: tenant?.kind === 'sandbox',
    language,
    identification,
    brand: brandView(tenant),
    returnDelaySeconds: tenant?.settings.returnDelaySeconds ?? null,
    consents: CONSENTS.map(({ id, version }) => ({ id, version, text: consentTexts(id) })),
    documentKinds: OFFERED_KINDS,
    handOver: null,
    embed,
  };
}

/** The browser's language where the identification names none; German for everybody else. */
export function browserLanguage(request: FastifyRequest): Language {
  return preferredLanguage(request.headers['accept-language'] ?? '', 'de');
}
