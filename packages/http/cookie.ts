import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie that says who is there. Scripts do not see it, and it never leaves an encrypted connection. */
export interface HostCookie {
  read(request: FastifyRequest): string | null;
  set(reply: FastifyReply, value: string): void;
  clear(reply: FastifyReply): void;
}

/**
 * The prefix of the name makes browsers insist on Secure, on no domain and on the whole site as path.
 * Chrome counts http://127.0.0.1 and http://localhost as trustworthy and keeps a Secure cookie there, so the sandbox
 * on a laptop needs no TLS; everywhere else it does. An end-to-end test holds us to that.
 *
 * @param framed  whether it is for a page in somebody else's frame, to which browsers send no SameSite=Strict cookie; it is then kept
 *                apart for each site around the frame (Partitioned)
 */
export function hostCookie(
  name: `__Host-${string}`,
  { lifetimeSeconds, framed = false }: { lifetimeSeconds: number; framed?: boolean },
): HostCookie {
  const serialize = (value: string, maxAge: number) =>
    fastifyCookie.serialize(name, value, {
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: framed ? 'none' : 'strict',
      partitioned: framed,
      maxAge,
    });
  return {
    read({ headers }) {
      return (headers.cookie && fastifyCookie.parse(headers.cookie)[name]) || null;
    },
    set: (reply, value) => void reply.header('set-cookie', serialize(value, lifetimeSeconds)),
    clear: (reply) => void reply.header('set-cookie', serialize('', 0)),
  };
}
