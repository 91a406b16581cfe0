import { useEffect, useRef } from 'preact/hooks';
import { BrandingPage } from '../branding/branding-page.tsx';
import { CasePage } from '../case/case-page.tsx';
import { DecisionNotice } from '../case/decision-notice.tsx';
import { FunnelPage } from '../funnel/funnel-page.tsx';
import { Queue } from '../queue/queue.tsx';
import { RekycPage } from '../rekyc/rekyc-page.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useShortcuts } from '../state/shortcuts.ts';
import { atBranding, funnelOpen, me, openCaseId, rekycOpen } from '../state/state.ts';
import { LANGUAGES, language, texts } from '../state/texts.ts';
import { HelpDialog, helpOpen } from './help-dialog.tsx';
import { TopBar } from './top-bar.tsx';

/** The whole page: the list, or one case, below the bar. */
export function App() {
  const t = texts.value.console;
  useShortcuts('everywhere', [
    { keys: ['?'], label: t.keys.help, run: () => (helpOpen.value = true) },
    {
      keys: ['L'],
      label: t.keys.language,
      run: () => (language.value = LANGUAGES.find((one) => one !== language.value) ?? 'en'),
    },
  ]);
  const who = me.value;
  const id = openCaseId.value;
  const place = funnelOpen.value ? 'funnel' : rekycOpen.value ? 'rekyc' : atBranding.value ? 'branding' : id;
  const shown = useRef(place);
  useEffect(() => {
    // Another page is announced and read from its beginning; the first one is left to the browser.
    if (shown.current !== place) document.getElementById('content')?.focus();
    shown.current = place;
  }, [place]);
  if (who === null) return <p class="notice">{t.loading}</p>;
  if (who === 'signed_out') return <Notice title={t.signedOut.title} body={t.signedOut.body} />;
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <TopBar me={who} />
      {funnelOpen.value && who.rights.includes('funnel') ? (
        <FunnelPage />
      ) : rekycOpen.value && who.rights.includes('rekyc') ? (
        <RekycPage me={who} />
      ) : who.rights.includes('settings') ? (
        atBranding.value ? (
          <BrandingPage me={who} />
        ) : (
          <SettingsPage me={who} />
        )
      ) : id ? (
        <CasePage key={id} id={id} me={who} />
      ) : (
        <Queue me={who} />
      )}
      <DecisionNotice />
      <HelpDialog />
    </>
  );
}

function Notice({ title, body }: { title: string; body: string }) {
  return (
    <main class="notice" id="content" tabIndex={-1}>
      <h1>{title}</h1>
      <p>{body}</p>
    </main>
  );
}
