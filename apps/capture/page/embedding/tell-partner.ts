import { effect, signal } from '@preact/signals';
import { isHello, type Said } from '@reident/capture-embed/messages';
import type { CaptureState } from '../../shared/protocol.ts';
import { model } from '../flow/model.ts';
import { reportOf } from './report-of.ts';

/** The partner's origin, once its page has said hello from a listed one. While there is one, it decides what comes after the end. */
export const partner = signal<string | null>(null);

/** Answers the page that opened this one, at its exact origin and only if that is listed [CAP-9]. */
export function tellPartner(): void {
  const { embed, entry } = model.value.boot;
  if (embed === null) return;
  const opener = embed.kind === 'frame' ? window.parent : (window.opener as Window | null);
  if (opener === null || opener === window) return;
  const wasClosed = entry === 'closed';
  const blocked = embed.kind === 'frame' && !keepsCookies();

  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== opener || !embed.origins.includes(origin) || !isHello(data)) return;
    say({ reident: blocked ? 'blocked' : 'ready' }, origin);
    partner.value = origin;
  });

  effect(() => {
    const report = reportOf(model.value, wasClosed);
    if (partner.value === null || report === null) return;
    say({ reident: report.event, code: report.code }, partner.value);
  });

  let answered: { server: CaptureState | null; at: number } = { server: null, at: 0 };
  effect(() => {
    const { server, offline } = model.value;
    if (answered.server !== server) answered = { server, at: Date.now() };
    const left = server?.timeLeft;
    const to = partner.value;
    if (!offline || !left || to === null) return;
    // The page goes on by itself when the network is back. When the session has ended meanwhile, there is nothing left to go on with.
    const endsAt = answered.at + Math.min(left.idle, left.total) * 1000;
    const timer = setTimeout(() => say({ reident: 'failed', code: 'E111' }, to), Math.max(0, endsAt - Date.now()));
    return () => clearTimeout(timer);
  });

  function say(words: Said, to: string): void {
    opener?.postMessage(words, to);
  }
}

/** Whether this browser keeps a partitioned cookie here. The session's own cannot be seen by scripts, so another one is tried. */
function keepsCookies(): boolean {
  const probe = '__Host-reident-probe=1; Path=/; Secure; SameSite=None; Partitioned';
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = probe;
    const kept = document.cookie.includes('__Host-reident-probe=1');
    // biome-ignore lint/suspicious/noDocumentCookie: as above
    document.cookie = `${probe}; Max-Age=0`;
    return kept;
  } catch {
    return false;
  }
}
