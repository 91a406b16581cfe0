import type { MeView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { atBranding, funnelOpen, goTo, me, rekycOpen, showError } from '../state/state.ts';
import { LANGUAGES, language, texts } from '../state/texts.ts';
import { helpOpen } from './help-dialog.tsx';

export function TopBar({ me: who }: { me: MeView }) {
  const t = texts.value.console;
  return (
    <header class="top">
      <a
        class="mark"
        href="/console"
        onClick={(event) => {
          event.preventDefault();
          goTo('/console');
        }}
      >
        Reident <span>{t.title}</span>
      </a>
      <span class="tenant">
        {who.tenant.name}{' '}
        <span class={`chip ${who.tenant.kind === 'sandbox' ? 'doubt' : 'plain'}`}>{t[who.tenant.kind]}</span>
      </span>
      {who.rights.includes('funnel') && <Pages home={who.rights.includes('settings') ? 'settings' : 'cases'} />}
      <span class="grow" />
      <fieldset class="switch">
        <legend class="unseen">{t.language}</legend>
        {LANGUAGES.map((one) => (
          <button key={one} type="button" aria-pressed={language.value === one} onClick={() => (language.value = one)}>
            {one.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <button type="button" class="quiet help" onClick={() => (helpOpen.value = true)}>
        {t.help} <kbd>?</kbd>
      </button>
      <span class="who">
        {who.displayName}
        <small>{t.roles[who.role]}</small>
      </span>
      <button type="button" class="quiet" onClick={() => void signOut()}>
        {t.signOut}
      </button>
    </header>
  );
}

/** The pages beside each other; an admin has settings where the others have cases, and dresses the customer's pages. */
function Pages({ home }: { home: 'settings' | 'cases' }) {
  const t = texts.value.console.pages;
  const dressing = home === 'settings';
  const pages = [
    ['/console', t[home], !funnelOpen.value && !atBranding.value && !rekycOpen.value],
    ...(dressing ? ([['/console/branding', t.branding, atBranding.value]] as const) : []),
    ['/console/rekyc', t.rekyc, rekycOpen.value],
    ['/console/funnel', t.funnel, funnelOpen.value],
  ] as const;
  return (
    <nav class="pages" aria-label={t.label}>
      {pages.map(([path, name, here]) => (
        <a
          key={path}
          href={path}
          aria-current={here ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            goTo(path);
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

async function signOut(): Promise<void> {
  try {
    await api.logOut();
    me.value = 'signed_out';
  } catch (error) {
    showError(error);
  }
}
