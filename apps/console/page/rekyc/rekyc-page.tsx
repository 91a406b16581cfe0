import { useEffect, useState } from 'preact/hooks';
import type { MeView, RekycView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { formats, texts, wordFor } from '../state/texts.ts';
import { Campaigns } from './campaigns.tsx';
import { DueChart } from './due-chart.tsx';
import { Persons } from './persons.tsx';

/** Who is due when, who was asked, and how far everybody has come. */
export function RekycPage({ me }: { me: MeView }) {
  const t = texts.value.rekyc;
  const [view, setView] = useState<RekycView | null>(null);
  useEffect(() => {
    let current = true;
    api.rekyc().then((found) => current && setView(found), showError);
    return () => {
      current = false;
    };
  }, []);
  return (
    <main class="funnel rekyc" id="content" tabIndex={-1}>
      <h1>{t.title}</h1>
      <p class="soft">{t.lead}</p>
      {view === null ? (
        <p class="soft">{texts.value.console.loading}</p>
      ) : (
        <>
          <Totals view={view} />
          <p>
            <a href="/console/api/rekyc/rows" download>
              {t.download}
            </a>
          </p>
          <DueChart months={view.board.months} />
          <Stages view={view} />
          <Weeks board={view.board} />
          <Campaigns view={view} me={me} onView={setView} />
          <Persons persons={view.persons} />
        </>
      )}
    </main>
  );
}

function Totals({ view: { board } }: { view: RekycView }) {
  const t = texts.value.rekyc.totals;
  const count = (...stages: string[]) =>
    board.stages.reduce((sum, { stage, n }) => (stages.includes(stage) ? sum + n : sum), 0);
  const figures: [number, string][] = [
    [board.persons, t.persons],
    [board.overdue, t.overdue],
    [board.withoutDate, t.withoutDate],
    [count('invited', 'opened', 'dead'), t.invited],
    [count('in_review'), t.review],
    [count('done'), t.done],
    [board.openTasks, t.tasks],
  ];
  return (
    <dl class="totals">
      {figures.map(([figure, words]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

const STAGES = ['planned', 'invited', 'opened', 'in_review', 'dead', 'done', 'lapsed', 'withdrawn'] as const;

/** Invitations by campaign and class, with a bar for each, and where those are who opened the link. */
function Stages({ view: { board, campaigns } }: { view: RekycView }) {
  const t = texts.value.rekyc;
  if (board.stages.length === 0) return <p class="soft">{t.noInvitations}</p>;
  const rows = new Map<string, { campaign: string; riskClass: string; counts: Map<string, number> }>();
  const steps = new Map<string, number>();
  for (const { campaignId, riskClass, stage, step, n } of board.stages) {
    const name = campaigns.find(({ id }) => id === campaignId)?.name ?? campaignId;
    const row = rows.get(`${campaignId} ${riskClass}`) ?? { campaign: name, riskClass, counts: new Map() };
    row.counts.set(stage, (row.counts.get(stage) ?? 0) + n);
    rows.set(`${campaignId} ${riskClass}`, row);
    if (stage === 'opened' && step !== null) steps.set(step, (steps.get(step) ?? 0) + n);
  }
  return (
    <section class="scroll" aria-labelledby="stages-title">
      <h2 id="stages-title">{t.stagesTitle}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t.campaign}</th>
            <th scope="col">{t.class}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col">
                {t.stages[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([key, { campaign, riskClass, counts }]) => (
            <tr key={key}>
              <th scope="row">{campaign}</th>
              <td>{riskClass}</td>
              {STAGES.map((stage) => (
                <td key={stage} class="number">
                  {counts.get(stage) ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {steps.size > 0 && <Steps steps={steps} />}
    </section>
  );
}

function Steps({ steps }: { steps: Map<string, number> }) {
  const most = Math.max(...steps.values());
  return (
    <figure class="funnel-chart" aria-labelledby="stuck-title">
      <figcaption>
        <h3 id="stuck-title">{texts.value.rekyc.stuck}</h3>
      </figcaption>
      <ul>
        {[...steps].map(([step, n]) => (
          <li key={step}>
            <span class="name">{wordFor(texts.value.funnel.steps, step)}</span>
            <span class="bar" aria-hidden="true">
              <span class="went" style={{ width: `${(100 * n) / most}%` }} />
            </span>
            <span class="number">{n}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Weeks({ board }: { board: RekycView['board'] }) {
  const t = texts.value.rekyc;
  const { number, day } = formats.value;
  const expected = (value: number | null) => (value === null ? '–' : number(value, 0));
  return (
    <section class="scroll" aria-labelledby="weeks-title">
      <h2 id="weeks-title">{t.weeksTitle}</h2>
      <p class="soft">{board.conversion === null ? t.notMeasured : t.measured(board.conversion.invitations)}</p>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t.week}</th>
            <th scope="col">{t.due}</th>
            <th scope="col">{t.planned}</th>
            <th scope="col">{t.sessions}</th>
            <th scope="col">{t.cases}</th>
          </tr>
        </thead>
        <tbody>
          {board.weeks.map(({ week, due, planned, expectedSessions, expectedCases }) => (
            <tr key={week}>
              <th scope="row">{day(week)}</th>
              <td class="number">{due}</td>
              <td class="number">{planned}</td>
              <td class="number">{expected(expectedSessions)}</td>
              <td class="number">{expected(expectedCases)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
