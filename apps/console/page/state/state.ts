import { computed, signal } from '@preact/signals';
import type { MeView } from '../../shared/view.ts';
import { RequestFailed } from './api.ts';
import { errorText } from './error-texts.ts';

/** Who is signed in; null before the first answer, `signed_out` after an error. */
export const me = signal<MeView | 'signed_out' | null>(null);

/** The address: the list, or one case. */
const address = signal(location.pathname);
export const openCaseId = computed(() => /^\/console\/cases\/([\w-]+)$/.exec(address.value)?.[1] ?? null);

/** The picture of the funnel, which has an address of its own. */
export const funnelOpen = computed(() => address.value === '/console/funnel');
export const rekycOpen = computed(() => address.value === '/console/rekyc');
export const atBranding = computed(() => address.value === '/console/branding');

export function goTo(path: string): void {
  history.pushState(null, '', path);
  address.value = location.pathname;
}

addEventListener('popstate', () => {
  address.value = location.pathname;
});

export interface Message {
  tone: 'good' | 'bad';
  /** Asked whenever it is drawn, so that it follows the language of the page. */
  text(): string;
}

/** The line at the foot of the page that says how the last action ended. */
export const message = signal<Message | null>(null);

export function say(tone: Message['tone'], text: Message['text']): void {
  message.value = { tone, text };
}

/** Shows an error in the operator's language; being signed out changes the whole page. */
export function showError(error: unknown): void {
  if (error instanceof RequestFailed && error.code === 'signed_out') me.value = 'signed_out';
  say('bad', () => errorText(error));
}
