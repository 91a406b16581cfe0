import { findLogo, saveLogo } from '@reident/store';
import { ConsoleError } from '../console-error.ts';
import { setLogoHeaders } from '../headers.ts';
import { type ConsoleRoute, pathPart } from '../route.ts';

/** Whatever type the browser names: what it is, its bytes say [UPL-2]. */
export const FILE_TYPE = 'application/octet-stream';

/**
 * Takes a logo: PNG, JPEG or WebP of at most a megabyte, drawn anew by the engine host [UPL-3]. It shows nowhere until a branding
 * that names it holds, which in a live tenant takes two admins.
 */
export const uploadLogo: ConsoleRoute = {
  method: 'POST',
  path: '/logos',
  right: 'settings',
  bodyLimit: 1024 * 1024,
  async handle({ platform, operator, inTenant }, { body }) {
    if (!Buffer.isBuffer(body)) throw new ConsoleError('malformed');
    const png = await platform.engine.drawLogo(body);
    return { logo: await inTenant((tx) => saveLogo(tx, png, { kind: 'operator', id: operator.id })) };
  },
};

/** A logo as it would be shown, for the preview and for whoever has to agree to it. */
export const showLogo: ConsoleRoute = {
  method: 'GET',
  path: '/logos/:sha256',
  right: 'settings',
  async handle({ inTenant }, request, reply) {
    const png = await inTenant((tx) => findLogo(tx, pathPart(request, 'sha256')));
    if (png === null) throw new ConsoleError('model_not_found');
    setLogoHeaders(reply);
    return reply.send(png);
  },
};
