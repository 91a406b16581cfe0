import type { EmbedCode, Opening } from '@reident/capture-embed/messages';
import { STATUSES } from '@reident/domain';
import { Answer, routesFor } from '@reident/http';
import { isLinkToken, linkState } from '@reident/platform';
import {
  findIdentification,
  findIdentificationByLink,
  findTenantByCompany,
  type Identification,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Embed, FRAME_HEADER } from '../shared/protocol.ts';
import type { Visit } from './capture.ts';

/** How the page was opened by a partner's page; null where the tenant lists no origins, whatever the address says [CAP-9]. */
export function embedOf(tenant: Tenant | null, kind: unknown): Embed | null {
  const origins = tenant?.settings.embedOrigins ?? [];
  return origins.length > 0 && (kind === 'frame' || kind === 'tab') ? { kind, origins } : null;
}

/** Whether a session begins in a frame, and its cookie has to be one that frames are sent. */
export function isFramed(tenant: Tenant | null, request: FastifyRequest): boolean {
  return request.headers[FRAME_HEADER] === '1' && (tenant?.settings.embedOrigins.length ?? 0) > 0;
}

/** Tells a partner's page, before it opens the link, whether that can work. Others can ask but not read the answer. */
export const showOpening = routesFor<Visit>()({
  method: 'GET',
  path: '/:company/identifications/:id/:token/opening',
  params: { company: z.string(), id: z.string(), token: z.string() },
  async handle({ params: { company, id, token } }, { platform: { database, linkKey }, guesses, request, reply }) {
    reply.headers({ 'cache-control': 'no-store', vary: 'origin' });
    const { origin } = request.headers;
    const tenant = await findTenantByCompany(database, company);
    if (origin === undefined || !tenant?.settings.embedOrigins.includes(origin))
      return new Answer(undefined, { status: 403 });
    reply.headers({ 'access-control-allow-origin': origin, 'cross-origin-resource-policy': 'cross-origin' });
    await guesses.assertLeft(request.ip);
    const isLink = isLinkToken(linkKey, company, id, token);
    const found = isLink ? await findIdentificationByLink(database, company, id) : null;
    if (found === null) await guesses.countMiss(request.ip);
    const code =
      found === null
        ? 'E101'
        : await database.inTenant(found.tenantId, async (tx) => openingCode(tx, await findIdentification(tx, id)));
    return { code } satisfies Opening;
  },
});

/** Whoever holds the link learns that it is over, and never how: success, failure and review are one code [CAP-9, CAP-10]. */
async function openingCode(tx: TenantTx, identification: Identification): Promise<EmbedCode | null> {
  const { status } = identification;
  if (status === 'created') return 'E101';
  if (status === 'expired') return 'E102';
  if (!STATUSES[status].linkAlive) return 'E103';
  const state = await linkState(tx, identification);
  return state === 'open' ? null : state === 'submitted' ? 'E103' : 'E102';
}
