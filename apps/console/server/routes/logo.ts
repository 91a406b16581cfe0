import { Answer } from '@reident/http';
import { findLogo, saveLogo } from '@reident/store';
import { z } from 'zod';
import { ConsoleError } from '../console-error.ts';
import { LOGO_HEADERS } from '../headers.ts';
import { consoleRoute, Id } from '../route.ts';

/** Whatever type the browser names: what it is, its bytes say [UPL-2]. */
export const FILE_TYPE = 'application/octet-stream';

/**
 * Takes a logo: PNG, JPEG or WebP of at most a megabyte, drawn anew by the engine host [UPL-3]. It shows nowhere until a branding
 * that names it holds, which in a live tenant takes two admins.
 */
export const uploadLogo = consoleRoute({
  method: 'POST',
  path: '/logos',
  right: 'settings',
  bodyLimit: 1024 * 1024,
  body: z.instanceof(Buffer),
  async handle({ body }, { platform, operator, inTenant }) {
    const png = await platform.engine.drawLogo(body);
    return { logo: await inTenant((tx) => saveLogo(tx, png, { kind: 'operator', id: operator.id })) };
  },
});

/** A logo as it would be shown, for the preview and for whoever has to agree to it. */
export const showLogo = consoleRoute({
  method: 'GET',
  path: '/logos/:sha256',
  right: 'settings',
  params: { sha256: Id },
  async handle({ params }, { inTenant }) {
    const png = await inTenant((tx) => findLogo(tx, params.sha256));
    if (png === null) throw new ConsoleError('model_not_found');
    return new Answer(png, { headers: LOGO_HEADERS });
  },
});
