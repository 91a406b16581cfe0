import type { CaseView } from '../../shared/view.ts';
import { dateTime } from '../components/format.ts';
import { texts, wordFor } from '../state/texts.ts';

/** What happened to the case, and what was decided and noted. */
export function Timeline({ found }: { found: CaseView }) {
  const { console: t, terms } = texts.value;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.case.timeline}</h2>
      <p class="soft">
        {t.case.policy}: {terms.policies[found.tenant.reviewPolicy]}
      </p>
      <ol class="timeline">
        {found.events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{dateTime(event.at)}</time>
            <span>
              <b>{terms.events[event.event]}</b> → {terms.statuses[event.to]}
              {event.reason ? <code> {event.reason}</code> : null}
              <span class="soft"> {t.case.by(actorName(event.actor))}</span>
            </span>
          </li>
        ))}
      </ol>
      {found.decisions.length > 0 ? (
        <>
          <h3>{t.case.decisions}</h3>
          <ol class="timeline">
            {found.decisions.map((decision) => (
              <li key={decision.id}>
                <time dateTime={decision.at}>{dateTime(decision.at)}</time>
                <span>
                  <b>{t.decisions[decision.decision]}</b>
                  {decision.reason ? <code> {decision.reason}</code> : null} <span class="soft">{decision.by}</span>
                  {decision.note ? <q>{decision.note}</q> : null}
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {found.documents.length > 0 ? (
        <>
          <h3>{t.case.documents}</h3>
          <ul class="plain">
            {found.documents.map((document) => (
              <li key={document.id}>
                {document.documentType} · {document.name} · {t.case.kilobytes(String(Math.ceil(document.size / 1024)))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** The server says `operator` and a name, or the kind of whoever acted. */
function actorName(actor: string): string {
  const { terms } = texts.value;
  return actor.startsWith('operator ') ? actor.slice('operator '.length) : wordFor(terms.actors, actor);
}
