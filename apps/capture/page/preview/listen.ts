import type { PreviewOrder, PreviewReady } from '@reident/domain/tenant-settings';
import { h, render } from 'preact';
import { App } from '../app.tsx';
import { model } from '../flow/model.ts';
import { placeOf } from './places.ts';

/**
 * Draws what the console asks for: the customer's own screens, to be looked at and not to be used. Only a page of our own origin
 * that frames this one is heard, and this page may call nobody.
 */
export function listen(root: HTMLElement): void {
  // The focus stays with whoever is typing in the console.
  root.inert = true;
  let drawn = false;
  addEventListener('message', ({ origin, source, data }: MessageEvent<PreviewOrder>) => {
    if (origin !== location.origin || source !== parent || data.reident !== 'preview') return;
    obey(data);
    if (!drawn) render(h(App, null), root);
    drawn = true;
  });
  parent.postMessage({ reident: 'preview ready' } satisfies PreviewReady, location.origin);
}

function obey({ screen, language, sandbox, name, logo, texts, variables }: PreviewOrder): void {
  for (const [variable, colour] of Object.entries(variables))
    document.documentElement.style.setProperty(variable, colour);
  const { entry, state } = placeOf(screen, language);
  const boot = { ...model.value.boot, entry, partner: name, sandbox, language, brand: { logo, texts } };
  model.value = { ...model.value, boot, language, server: state, lost: null, offline: false, loading: false };
}
