import { hostCookie } from '@reident/http';

/** Who is signed in [CON-1]. */
export const SESSION_COOKIE = '__Host-reident-console';
export const SESSION = hostCookie(SESSION_COOKIE, { lifetimeSeconds: 10 * 60 * 60 });
