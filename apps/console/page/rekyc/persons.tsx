import { useState } from 'preact/hooks';
import type { RekycView, TimelineView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { formats, texts, wordFor } from '../state/texts.ts';

/** The persons behind the figures; each opens what happened to them. */
export function Persons({ persons }: { persons: RekycView['persons'] }) {
  const t = texts.value.rekyc;
  const { day } = formats.value;
  const [shown, setShown] = useState<{ id: string; timeline: TimelineView } | null>(null);
  const show = (id: string) => api.rekycPerson(id).then((timeline) => setShown({ id, timeline }), showError);
  return (
    <section class="scroll" aria-labelledby="people-title">
      <h2 id="people-title">{t.people}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.class}</th>
            <th scope="col">{t.stage}</th>
          </tr>
        </thead>
        <tbody>
          {persons.map(({ personId, dueOn, rule, riskClass, stage }) => (
            <tr key={personId}>
              <th scope="row">
                <button type="button" class="quiet" onClick={() => void show(personId)}>
                  <span class="unseen">{t.timeline} </span>
                  <code>{personId}</code>
                </button>
              </th>
              <td>{day(dueOn)}</td>
              <td>{wordFor(t.rules, rule)}</td>
              <td>{riskClass}</td>
              <td>{stage === null ? '–' : wordFor(t.stages, stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && <Timeline id={shown.id} timeline={shown.timeline} />}
    </section>
  );
}

function Timeline({ id, timeline }: { id: string; timeline: TimelineView }) {
  const t = texts.value.rekyc;
  return (
    <section aria-labelledby="timeline-title" aria-live="polite">
      <h3 id="timeline-title">
        {t.timeline} <code>{id}</code>
      </h3>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t.at}</th>
            <th scope="col">{t.what}</th>
          </tr>
        </thead>
        <tbody>
          {timeline.entries.map(({ at, kind, words }, index) => (
            <tr key={`${at}${index}`}>
              <th scope="row">{formats.value.dateTime(at)}</th>
              <td>
                {wordFor(t.entries, kind)} <small class="soft">{words.join(' · ')}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
