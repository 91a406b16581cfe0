import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The prefix makes browsers insist on Secure, on no domain and on the whole site as path [CON-1]. */
export const SESSION_COOKIE = '__Host-reident-console';

const LIFETIME_SECONDS = 10 * 60 * 60;

export function sessionToken(request: FastifyRequest): string | null {
  const header = request.headers.cookie;
  return (header && fastifyCookie.parse(header)[SESSION_COOKIE]) || null;
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.header('set-cookie', cookie(token, LIFETIME_SECONDS));
}

export function dropSessionCookie(reply: FastifyReply): void {
  reply.header('set-cookie', cookie('', 0));
}

function cookie(value: string, maxAge: number): string {
  return fastifyCookie.serialize(SESSION_COOKIE, value, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    maxAge,
  });
}
