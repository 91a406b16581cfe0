import { createHash } from 'node:crypto';
import type { Language } from '@reident/domain';
import { brandVariables, DEFAULT_BRANDING } from '@reident/domain/tenant-settings';
import { messages } from '@reident/messages';
import type { Tenant } from '@reident/store';
import type { BrandView } from '../shared/protocol.ts';

/** What the pages of a tenant say of their own. */
export function brandView(tenant: Tenant | null): BrandView {
  const { logo, texts } = brandingOf(tenant);
  return { logo: tenant === null || logo === null ? null : `/${tenant.company}/logo/${logo}.png`, texts };
}

/** Our style sheet with the tenant's colours. They are `#rrggbb` and nothing else, because the rule of the setting lets no other text in. */
export function brandStyle(tenant: Tenant | null): string {
  const variables = Object.entries(brandVariables(brandingOf(tenant))).map(([name, value]) => `${name}:${value}`);
  return `html:root{${variables.join(';')}}`;
}

export function brandName(tenant: Tenant | null): string {
  return brandingOf(tenant).name ?? tenant?.name ?? '';
}

export function barColour(tenant: Tenant | null): string {
  return brandingOf(tenant).bar;
}

/** Sides of the icons that a page can be installed with, in pixels. */
export const ICON_SIZES = [48, 180, 192, 512] as const;
export type IconSize = (typeof ICON_SIZES)[number];

export interface IconArt {
  /** SHA-256 of the logo in the middle; null: our default icon. */
  logo: string | null;
  ground: string;
}

/** A logo was made to stand on the bar; our default icon stands on the accent, which is never too light for it. */
export function iconArt(tenant: Tenant): IconArt {
  const { logo, bar, accent } = brandingOf(tenant);
  return { logo, ground: logo === null ? accent : bar };
}

/** Another branding has other addresses, so an icon may be kept for good. */
export function iconPath(tenant: Tenant, size: IconSize): string {
  return `/${tenant.company}/icon/${iconVersion(tenant)}-${size}.png`;
}

export function iconVersion(tenant: Tenant): string {
  return createHash('sha256')
    .update(JSON.stringify(iconArt(tenant)))
    .digest('hex')
    .slice(0, 16);
}

/** Head of a tenant's pages: what a browser needs to put them on a home screen, where they open without the customer's link. */
export function installTags(tenant: Tenant | null, language: Language): string {
  if (tenant === null) return '';
  const name = escapeAttribute(brandName(tenant));
  return [
    `<link rel="manifest" href="/${tenant.company}/manifest.webmanifest?language=${language}">`,
    `<link rel="icon" type="image/png" sizes="48x48" href="${iconPath(tenant, 48)}">`,
    `<link rel="apple-touch-icon" sizes="180x180" href="${iconPath(tenant, 180)}">`,
    `<meta name="apple-mobile-web-app-title" content="${name}">`,
  ].join('');
}

/**
 * The page as an app: it opens at the entry by reference ("Ident-ID") and phone code, so nothing personal is part of it.
 *
 * @see W3C Web Application Manifest
 */
export function manifestOf(tenant: Tenant, language: Language) {
  const home = `/${tenant.company}/`;
  const partner = brandName(tenant);
  const words = messages(language).capture.manifest;
  const icon = (size: IconSize, purpose: 'any' | 'maskable') => ({
    src: iconPath(tenant, size),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: home,
    name: words.name(partner),
    short_name: partner,
    description: words.description,
    lang: language,
    dir: 'ltr',
    start_url: home,
    scope: home,
    display: 'standalone',
    theme_color: barColour(tenant),
    background_color: '#ffffff',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  };
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function brandingOf(tenant: Tenant | null) {
  return tenant?.settings.branding ?? DEFAULT_BRANDING;
}
