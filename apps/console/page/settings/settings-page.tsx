import { useEffect, useState } from 'preact/hooks';
import type { MeView, ProposalView, SettingsView, SettingView } from '../../shared/view.ts';
import { api, RequestFailed } from '../state/api.ts';
import { goTo, say, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { type Act, type Done, SettingForm, shownValue } from './setting-form.tsx';

const ABOUT_VALUE: ReadonlySet<string> = new Set(['invalid_model', 'face_curve_needed']);

/** What an admin sees instead of cases: every setting with what it may be, and what waits for a second admin. */
export function SettingsPage({ me: { tenant } }: { me: MeView }) {
  const t = texts.value.settings;
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    api.settings().then(setView, showError);
  }, []);

  /** An error of a value says what may be set, so its words are for whoever shows the value. */
  const act: Act = async (work, done) => {
    try {
      setView(await work());
      say('good', () => texts.value.settings[done]);
    } catch (error) {
      if (error instanceof RequestFailed && ABOUT_VALUE.has(error.code)) return error;
      showError(error);
    }
    return null;
  };

  return (
    <main class="settings" id="content" tabIndex={-1}>
      <h1>{t.title}</h1>
      {view !== null && view.proposals.length > 0 && (
        <section class="waiting-settings">
          <h2>{t.waiting}</h2>
          <ul>
            {view.proposals.map((proposal) =>
              proposal.setting === 'branding' ? (
                <li key={proposal.id}>
                  <p>
                    <code>branding</code> <span class="soft">{t.proposedBy(proposal.by)}</span>
                  </p>
                  <ToBranding />
                </li>
              ) : (
                <Proposal key={proposal.id} proposal={proposal} act={act} />
              ),
            )}
          </ul>
        </section>
      )}
      {view?.settings.map((setting) =>
        setting.name === 'branding' ? (
          <BrandingElsewhere key={setting.name} setting={setting} />
        ) : (
          <SettingForm
            key={`${setting.name} ${JSON.stringify(setting.value)}`}
            setting={setting}
            tenant={tenant}
            proposed={view.proposals.some((proposal) => proposal.setting === setting.name)}
            act={act}
          />
        ),
      )}
    </main>
  );
}

/** It has a page of its own, where it can be seen. */
function BrandingElsewhere({ setting: { name, twoAdmins } }: { setting: SettingView }) {
  return (
    <section class="setting">
      <h2>{texts.value.settings.names[name]}</h2>
      <p class="soft">
        <code>{name}</code>
        {twoAdmins ? ` · ${texts.value.settings.twoAdmins}` : ''}
      </p>
      <ToBranding />
    </section>
  );
}

function ToBranding() {
  return (
    <p>
      <a
        href="/console/branding"
        onClick={(event) => {
          event.preventDefault();
          goTo('/console/branding');
        }}
      >
        {texts.value.settings.elsewhere}
      </a>
    </p>
  );
}

function Proposal({ proposal, act }: { proposal: ProposalView; act: Act }) {
  const t = texts.value.settings;
  const { id, setting, value, by, mine } = proposal;
  const settle = async (work: () => Promise<SettingsView>, done: Done) => {
    const failure = await act(work, done);
    if (failure !== null) showError(failure);
  };
  return (
    <li>
      <p>
        {t.names[setting]}: <strong>{shownValue(setting, value)}</strong> <code class="soft">{setting}</code>{' '}
        <span class="soft">{t.proposedBy(by)}</span>
      </p>
      {mine ? (
        <p class="soft">{t.needsOther}</p>
      ) : (
        <button type="button" class="main" onClick={() => void settle(() => api.confirmSetting(id), 'confirmed')}>
          {t.confirm}
        </button>
      )}
      <button type="button" onClick={() => void settle(() => api.withdrawSetting(id), 'withdrawn')}>
        {t.withdraw}
      </button>
    </li>
  );
}
