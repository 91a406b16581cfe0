import { Choices, Field } from '@reident/design/field';
import { useState } from 'preact/hooks';
import type { CampaignAction, CampaignView, DryRunView, MeView, RekycView } from '../../shared/view.ts';
import { api, type NewCampaign } from '../state/api.ts';
import { say, showError } from '../state/state.ts';
import { formats, language, texts, wordFor } from '../state/texts.ts';

const OFFERED: Readonly<Record<CampaignView['state'], readonly CampaignAction[]>> = {
  draft: ['start', 'stop'],
  running: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  stopped: [],
  finished: [],
};

interface CampaignsProps {
  view: RekycView;
  me: MeView;
  onView(view: RekycView): void;
}

/** What is planned and what runs; whoever may, tries out, starts and stops. */
export function Campaigns({ view, me, onView }: CampaignsProps) {
  const t = texts.value.rekyc;
  const [tried, setTried] = useState<{ name: string; found: DryRunView } | null>(null);
  const may = me.rights.includes('campaigns');
  const act = (id: string, action: CampaignAction) =>
    api.moveCampaign(id, action).then((next) => {
      onView(next);
      say('good', () => texts.value.rekyc.done);
    }, showError);
  const tryOut = ({ id, name }: CampaignView) =>
    api.tryCampaign(id).then((found) => setTried({ name, found }), showError);
  return (
    <section aria-labelledby="campaigns-title">
      <h2 id="campaigns-title">{t.campaigns}</h2>
      {view.campaigns.length === 0 && <p class="soft">{t.noCampaigns}</p>}
      <ul class="campaigns">
        {view.campaigns.map((campaign) => (
          <li key={campaign.id}>
            <strong>{campaign.name}</strong> <span class="chip plain">{t.states[campaign.state]}</span>
            <span class="grow" />
            <button type="button" aria-label={t.actOn(t.tryOut, campaign.name)} onClick={() => void tryOut(campaign)}>
              {t.tryOut}
            </button>
            {may &&
              OFFERED[campaign.state].map((action) => (
                <button
                  key={action}
                  type="button"
                  class={action === 'start' ? 'main' : undefined}
                  aria-label={t.actOn(t.actions[action], campaign.name)}
                  onClick={() => void act(campaign.id, action)}
                >
                  {t.actions[action]}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {tried !== null && <Tried name={tried.name} found={tried.found} />}
      {may && (
        <details class="campaign-form">
          <summary>{t.create}</summary>
          <CampaignForm onView={onView} />
        </details>
      )}
    </section>
  );
}

function Tried({ name, found }: { name: string; found: DryRunView }) {
  const t = texts.value.rekyc;
  const { day } = formats.value;
  return (
    <section class="dry-run" aria-live="polite" aria-labelledby="dry-run-title">
      <h3 id="dry-run-title">{t.actOn(t.tryOut, name)}</h3>
      <p>{t.dryRun(found.invited)}</p>
      {found.days.length > 0 && (
        <ul>
          {found.days.slice(0, 30).map((one) => (
            <li key={one.day}>
              {day(one.day)}: {one.invitations}
            </li>
          ))}
        </ul>
      )}
      {Object.keys(found.excluded).length > 0 && (
        <>
          <h4>{t.excluded}</h4>
          <ul>
            {Object.entries(found.excluded).map(([why, count]) => (
              <li key={why}>
                {wordFor(t.exclusions, why)}: {count}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const CHANNELS = ['webhook', 'email', 'sms', 'letter'] as const;

function CampaignForm({ onView }: { onView(view: RekycView): void }) {
  const t = texts.value.rekyc;
  const [written, setWritten] = useState({
    name: '',
    dueTo: '',
    perDay: '100',
    reminders: '7, 14',
    warn: '21',
    task: '28',
  });
  const [channels, setChannels] = useState<readonly string[]>(['email']);
  const field = (name: keyof typeof written, label: string, type: 'text' | 'date' | 'number', hint?: string) => (
    <Field
      id={`campaign-${name}`}
      label={label}
      hint={hint}
      required={name === 'name' || name === 'dueTo' || name === 'perDay'}
    >
      {(described) => {
        const value = written[name];
        const onInput = (event: { currentTarget: HTMLInputElement }) =>
          setWritten({ ...written, [name]: event.currentTarget.value });
        if (type === 'date') return <input {...described} type="date" value={value} onInput={onInput} />;
        if (type === 'number') return <input {...described} type="number" min={1} value={value} onInput={onInput} />;
        return <input {...described} value={value} onInput={onInput} />;
      }}
    </Field>
  );
  const save = (event: Event) => {
    event.preventDefault();
    const numberIn = (text: string) => (text.trim() === '' ? null : Number(text));
    const order: NewCampaign = {
      name: written.name,
      dueTo: written.dueTo,
      perDay: Number(written.perDay),
      channels: CHANNELS.filter((one) => channels.includes(one)),
      reminders: written.reminders.split(',').flatMap((text) => numberIn(text) ?? []),
      warnAfterDays: numberIn(written.warn),
      taskAfterDays: numberIn(written.task),
      language: language.value,
    };
    void api.createCampaign(order).then((view) => {
      onView(view);
      say('good', () => texts.value.rekyc.done);
    }, showError);
  };
  return (
    <form class="setting" onSubmit={save}>
      {field('name', t.form.name, 'text')}
      {field('dueTo', t.form.dueTo, 'date')}
      {field('perDay', t.form.perDay, 'number')}
      <Choices id="campaign-channels" legend={t.form.channels} hint={t.form.channelsHint}>
        {(described) =>
          CHANNELS.map((one) => (
            <label key={one}>
              <input
                {...described}
                type="checkbox"
                checked={channels.includes(one)}
                onChange={(event) =>
                  setChannels(
                    event.currentTarget.checked ? [...channels, one] : channels.filter((other) => other !== one),
                  )
                }
              />
              {t.channels[one]}
            </label>
          ))
        }
      </Choices>
      {field('reminders', t.form.reminders, 'text', t.form.remindersHint)}
      {field('warn', t.form.warn, 'number')}
      {field('task', t.form.task, 'number')}
      <div class="setting-actions">
        <button type="submit" class="main">
          {t.form.save}
        </button>
      </div>
    </form>
  );
}
