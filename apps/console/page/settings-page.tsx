import { useEffect, useState } from 'preact/hooks';
import type { ProposalView, SettingsView, SettingView } from '../view.ts';
import { api, RequestRefused } from './api.ts';
import { goTo, say, sayRefusal } from './state.ts';
import { texts } from './texts.ts';

/** What an admin sees instead of cases: every setting with what it may be, and what waits for a second admin. */
export function SettingsPage() {
  const t = texts.value.settings;
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    api.settings().then(setView, sayRefusal);
  }, []);

  /** A refusal of a value says itself what may be set, so its own words are shown. */
  const act = async (work: () => Promise<SettingsView>, done: string) => {
    try {
      setView(await work());
      say('good', done);
    } catch (error) {
      if (error instanceof RequestRefused && error.code === 'invalid_model') say('bad', error.message);
      else sayRefusal(error);
    }
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
          <Setting key={`${setting.name} ${JSON.stringify(setting.value)}`} setting={setting} act={act} />
        ),
      )}
    </main>
  );
}

/** It has a page of its own, where it can be seen. */
function BrandingElsewhere({ setting: { name, meaning, twoAdmins } }: { setting: SettingView }) {
  const t = texts.value.settings;
  return (
    <section class="setting">
      <h2 class="setting-name">
        <code>{name}</code>
      </h2>
      <p class="soft" lang="en">
        {meaning}.{twoAdmins ? ` ${t.twoAdmins}` : ''}
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

type Act = (work: () => Promise<SettingsView>, done: string) => Promise<void>;

function Proposal({ proposal, act }: { proposal: ProposalView; act: Act }) {
  const t = texts.value.settings;
  const { id, setting, value, by, mine } = proposal;
  return (
    <li>
      <p>
        <code>{setting}</code> → <code>{JSON.stringify(value)}</code> <span class="soft">{t.proposedBy(by)}</span>
      </p>
      {mine ? (
        <p class="soft">{t.needsOther}</p>
      ) : (
        <button type="button" class="main" onClick={() => void act(() => api.confirmSetting(id), t.confirmed)}>
          {t.confirm}
        </button>
      )}
      <button type="button" onClick={() => void act(() => api.withdrawSetting(id), t.withdrawn)}>
        {t.withdraw}
      </button>
    </li>
  );
}

function Setting({ setting, act }: { setting: SettingView; act: Act }) {
  const t = texts.value.settings;
  const { name, meaning, allows, twoAdmins } = setting;
  const held = typeof setting.value === 'string' ? setting.value : JSON.stringify(setting.value, null, 1);
  const [text, setText] = useState(held);
  const changed = text !== held;
  const save = (event: Event) => {
    event.preventDefault();
    void act(() => api.saveSetting(name, parsed(text)), twoAdmins ? t.proposed : t.saved);
  };
  const field = {
    id: name,
    value: text,
    spellcheck: false,
    'aria-describedby': `${name}-about`,
    onInput: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  };
  return (
    <form class="setting" onSubmit={save}>
      <label for={name}>
        <code>{name}</code>
      </label>
      <p id={`${name}-about`} class="soft" lang="en">
        {meaning}. {t.maybe(allows)}.{twoAdmins ? ` ${t.twoAdmins}` : ''}
      </p>
      {held.includes('\n') ? (
        <textarea rows={Math.min(held.split('\n').length, 12)} {...field} />
      ) : (
        <input {...field} />
      )}
      <div class="setting-acts">
        <button type="submit" class="main" disabled={!changed}>
          {twoAdmins ? t.propose : t.save}
        </button>
        <button type="button" disabled={!changed} onClick={() => setText(held)}>
          {t.undo}
        </button>
      </div>
    </form>
  );
}

/** A value is JSON; a word that is none is itself. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
