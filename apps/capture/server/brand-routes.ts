import { isLanguage } from '@reident/domain';
import { PREVIEW_PATH } from '@reident/domain/tenant-settings';
import { findLogo, findTenantByCompany, type Tenant } from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ICON_SIZES, type IconSize, iconArt, iconVersion, manifestOf } from './brand.ts';
import type { Capture } from './capture.ts';
import { drawDefaultIcon } from './draw-default-icon.ts';
import { bootFor, browserLanguage, plainAnswer, sendPage } from './page.ts';

/** Icons that are kept in memory: four a tenant, and no more than this of all tenants. */
const ICONS_KEPT = 400;
const YEAR = 'public, max-age=31536000, immutable';
/** What the manifest says may change at any time; browsers look again after so many seconds. */
const MANIFEST_SECONDS = 300;

interface CompanyParams {
  company: string;
}

/** What the pages of a tenant look like, apart from the pages themselves: logo, icons, manifest, and the preview for the console. */
export function registerBrand(server: FastifyInstance, capture: Capture): void {
  const { platform } = capture;
  const { database, engine, config } = platform;
  const icons = new Map<string, Promise<Buffer>>();

  const tenantOf = (request: FastifyRequest) =>
    findTenantByCompany(database, (request.params as CompanyParams).company);

  server.get<{ Params: CompanyParams & { file: string } }>('/:company/logo/:file', async (request, reply) => {
    const tenant = await tenantOf(request);
    const shown = tenant?.settings.branding.logo ?? null;
    // What waits for a second admin shows nowhere.
    if (tenant === null || shown === null || request.params.file !== `${shown}.png`) return nothing(request, reply);
    const png = await logoOf(tenant, shown);
    return png === null ? nothing(request, reply) : sendPng(reply, png);
  });

  server.get<{ Params: CompanyParams & { file: string } }>('/:company/icon/:file', async (request, reply) => {
    const tenant = await tenantOf(request);
    const [, version, side] = /^([0-9a-f]{16})-(\d+)\.png$/.exec(request.params.file) ?? [];
    const size = ICON_SIZES.find((known) => String(known) === side);
    if (tenant === null || size === undefined || version !== iconVersion(tenant)) return nothing(request, reply);
    return sendPng(reply, await iconOf(tenant, size));
  });

  server.get<{ Params: CompanyParams }>('/:company/manifest.webmanifest', async (request, reply) => {
    const tenant = await tenantOf(request);
    if (tenant === null) return nothing(request, reply);
    const { language } = request.query as { language?: unknown };
    const chosen = isLanguage(language) ? language : browserLanguage(request);
    return reply
      .headers({ ...FILE_HEADERS, 'cache-control': `public, max-age=${MANIFEST_SECONDS}` })
      .type('application/manifest+json; charset=utf-8')
      .send(JSON.stringify(manifestOf(tenant, chosen)));
  });

  // It holds nothing of any tenant: the console tells it what to draw, and it may ask nobody for anything.
  server.get(PREVIEW_PATH, (request, reply) =>
    sendPage(reply, config.projectRoot, null, bootFor('preview', null, browserLanguage(request))),
  );

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
function sendPng(reply: FastifyReply, png: Buffer): FastifyReply {
  return reply
    .headers({ ...FILE_HEADERS, 'cache-control': YEAR })
    .type('image/png')
    .send(png);
}

function nothing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(plainAnswer(request, 'nothingHere'));
}
