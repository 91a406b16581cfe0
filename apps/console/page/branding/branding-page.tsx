import type { Branding } from '@reident/domain/tenant-settings';
import { useEffect, useState } from 'preact/hooks';
import type { MeView, SettingsView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { BrandingForm } from './branding-form.tsx';
import { beginDraft, type Draft, draft } from './draft.ts';
import { Preview } from './preview.tsx';
import { BrandingProposal } from './proposal.tsx';
import { type Side, Sides } from './sides.tsx';
import { savedIn, useBranding } from './use-branding.ts';

/** An admin dresses the customer's pages, and sees them while typing. */
export function BrandingPage({ me }: { me: MeView }) {
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    api.settings().then((found) => {
      beginDraft(savedIn(found));
      setView(found);
    }, showError);
  }, []);
  const t = texts.value;
  const written = draft.value;
  if (view === null || written === null) return <p class="notice">{t.console.loading}</p>;
  return <Loaded me={me} view={view} setView={setView} written={written} />;
}

interface LoadedProps {
  me: MeView;
  view: SettingsView;
  setView(view: SettingsView): void;
  written: Draft;
}

function Loaded({ me, view, setView, written }: LoadedProps) {
  const t = texts.value.branding;
  const [side, setSide] = useState<Side>('form');
  const inHand = useBranding(view, setView, written);
  const { saved, branding, changed, proposal } = inHand;
  useUnsavedWarning(changed);
  return (
    <main class={`branding at-${side}`} id="content" tabIndex={-1}>
      <Sides side={side} onChoose={setSide} />
      <div class="branding-side">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
        {proposal !== null && (
          <BrandingProposal saved={saved} proposal={proposal} onConfirm={inHand.confirm} onWithdraw={inHand.withdraw} />
        )}
        <BrandingForm me={me} written={written} inHand={inHand} />
      </div>
      <Preview
        tenant={me.tenant}
        source={inHand.source}
        onSource={inHand.setSource}
        shown={{
          draft: branding,
          ...(changed || proposal !== null ? { saved } : {}),
          ...(proposal === null ? {} : { proposed: proposal.value as Branding }),
        }}
      />
    </main>
  );
}

/** The browser asks before a page with unsaved changes is closed. */
function useUnsavedWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}
