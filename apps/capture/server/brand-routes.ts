import { LANGUAGE_CODES } from '@reident/domain';
import { PREVIEW_PATH } from '@reident/domain/tenant-settings';
import { Answer, IMMUTABLE, type Route, routesFor } from '@reident/http';
import { findLogo, findTenantByCompany, type Tenant } from '@reident/store';
import { z } from 'zod';
import { ICON_SIZES, type IconSize, iconArt, iconVersion, manifestOf } from './brand.ts';
import type { Capture, Visit } from './capture.ts';
import { drawDefaultIcon } from './draw-default-icon.ts';
import { answerPage, bootFor, browserLanguage, nothingHere } from './page.ts';

/** Icons that are kept in memory: four a tenant, and no more than this of all tenants. */
const ICONS_KEPT = 400;
/** What the manifest says may change at any time; browsers look again after so many seconds. */
const MANIFEST_SECONDS = 300;

const route = routesFor<Visit>();

const COMPANY = { company: z.string() };
const FILE = { ...COMPANY, file: z.string() };

/** What the pages of a tenant look like, apart from the pages themselves: logo, icons, manifest, and the preview for the console. */
export function brandRoutes({ platform }: Capture): Route<Visit>[] {
  const { database, engine } = platform;
  const icons = new Map<string, Promise<Buffer>>();

  return [
    route({
      method: 'GET',
      path: '/:company/logo/:file',
      params: FILE,
      async handle({ params: { company, file } }) {
        const tenant = await findTenantByCompany(database, company);
        const shown = tenant?.settings.branding.logo ?? null;
        // What waits for a second admin shows nowhere.
        if (tenant === null || shown === null || file !== `${shown}.png`) return noFile();
        const png = await logoOf(tenant, shown);
        return png === null ? noFile() : answerPng(png);
      },
    }),
    route({
      method: 'GET',
      path: '/:company/icon/:file',
      params: FILE,
      async handle({ params: { company, file } }) {
        const tenant = await findTenantByCompany(database, company);
        const [, version, side] = /^([0-9a-f]{16})-(\d+)\.png$/.exec(file) ?? [];
        const size = ICON_SIZES.find((known) => String(known) === side);
        if (tenant === null || size === undefined || version !== iconVersion(tenant)) return noFile();
        return answerPng(await iconOf(tenant, size));
      },
    }),
    route({
      method: 'GET',
      path: '/:company/manifest.webmanifest',
      params: COMPANY,
      query: { language: z.enum(LANGUAGE_CODES).optional().catch(undefined) },
      async handle({ params: { company }, query: { language } }, { request }) {
        const tenant = await findTenantByCompany(database, company);
        if (tenant === null) return noFile();
        return new Answer(JSON.stringify(manifestOf(tenant, language ?? browserLanguage(request))), {
          headers: {
            ...FILE_HEADERS,
            'cache-control': `public, max-age=${MANIFEST_SECONDS}`,
            'content-type': 'application/manifest+json; charset=utf-8',
          },
        });
      },
    }),
    // It holds nothing of any tenant: the console tells it what to draw, and it may ask nobody for anything.
    route({
      method: 'GET',
      path: PREVIEW_PATH,
      handle: (_, visit) => answerPage(visit, null, bootFor('preview', null, browserLanguage(visit.request))),
    }),
  ];

  function logoOf({ id }: Tenant, sha256: string): Promise<Buffer | null> {
    return database.inTenant(id, (tx) => findLogo(tx, sha256));
  }

  function iconOf(tenant: Tenant, size: IconSize): Promise<Buffer> {
    const key = `${tenant.id} ${iconVersion(tenant)} ${size}`;
    const kept = icons.get(key);
    if (kept !== undefined) return kept;
    const drawn = drawIcon(tenant, size);
    icons.set(key, drawn);
    drawn.catch(() => icons.delete(key));
    for (const oldest of icons.keys()) if (icons.size > ICONS_KEPT) icons.delete(oldest);
    return drawn;
  }

  async function drawIcon(tenant: Tenant, size: IconSize): Promise<Buffer> {
    const { logo, ground } = iconArt(tenant);
    const png = logo === null ? null : await logoOf(tenant, logo);
    return png === null ? drawDefaultIcon(ground, size) : engine.drawIcon(png, ground, size);
  }
}

/** No script and no style even if it is opened by itself [UPL-4]. */
const FILE_HEADERS = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Its address holds a hash of what is in it, so it may be kept for a year. */
function answerPng(png: Buffer): Answer<Buffer | string> {
  return new Answer<Buffer | string>(png, {
    headers: { ...FILE_HEADERS, 'cache-control': IMMUTABLE, 'content-type': 'image/png' },
  });
}

function noFile(): Answer<Buffer | string> {
  const { body, status, headers } = nothingHere();
  return new Answer<Buffer | string>(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
