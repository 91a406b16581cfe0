import type { Counted, Quantiles } from '@reident/store';
import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FUNNEL_DAYS, type FunnelView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { formats, texts, wordFor } from '../state/texts.ts';

/** How far the customers of the tenant come, as a picture and as a table of the same figures. */
export function FunnelPage() {
  const t = texts.value.funnel;
  const [days, setDays] = useState<number>(7);
  const [view, setView] = useState<FunnelView | null>(null);
  useEffect(() => {
    let current = true;
    api.funnel(days).then((found) => current && setView(found), showError);
    return () => {
      current = false;
    };
  }, [days]);
  return (
    <main class="funnel" id="content" tabIndex={-1}>
      <h1>{t.title}</h1>
      <p class="soft">{t.lead}</p>
      <fieldset class="range">
        <legend class="unseen">{t.range}</legend>
        {FUNNEL_DAYS.map((one) => (
          <button key={one} type="button" aria-pressed={one === days} onClick={() => setDays(one)}>
            {t.days(one)}
          </button>
        ))}
      </fieldset>
      {view === null ? (
        <p class="soft">{texts.value.console.loading}</p>
      ) : view.begun === 0 ? (
        <div class="empty">
          <p>{t.emptyTitle}</p>
          <p class="soft">{t.emptyHint}</p>
        </div>
      ) : (
        <>
          <Totals view={view} />
          <Picture steps={view.steps} begun={view.begun} />
          <Figures steps={view.steps} />
        </>
      )}
    </main>
  );
}

function Totals({ view }: { view: FunnelView }) {
  const t = texts.value.funnel;
  const figures: [figure: string, words: string][] = [
    [String(view.begun), t.begun],
    [`${view.submitted} (${share(view.submitted, view.begun)})`, t.submitted],
    [`${view.ended} (${share(view.ended, view.begun)})`, t.ended],
    [String(view.moved), t.moved],
  ];
  if (view.totalSeconds !== null) figures.push([duration(view.totalSeconds.median), t.total]);
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

/** Bars as long as the share that came there, in parts by what became of them. */
function Picture({ steps, begun }: { steps: FunnelView['steps']; begun: number }) {
  const t = texts.value.funnel;
  return (
    <figure class="funnel-chart" aria-labelledby="funnel-chart-title">
      <figcaption>
        <h2 id="funnel-chart-title">{t.picture}</h2>
        <p class="key" aria-hidden="true">
          {(
            [
              ['went', t.wentOn],
              ['here', t.here],
              ['moved', t.elsewhere],
              ['over', t.endedHere],
            ] as const
          ).map(([part, words]) => (
            <span key={part}>
              <i class={part} /> {words}
            </span>
          ))}
        </p>
        <p class="unseen">{t.asTable}</p>
      </figcaption>
      <ul aria-hidden="true">
        {steps.map((row) => {
          const over = countOf(row.ended);
          const width = (count: number) => ({ width: `${(100 * count) / begun}%` });
          return (
            <li key={row.step}>
              <span class="name">{t.steps[row.step]}</span>
              <span class="bar">
                <span class="went" style={width(row.reached - over - row.moved - row.here)} />
                <span class="here" style={width(row.here)} />
                <span class="moved" style={width(row.moved)} />
                <span class="over" style={width(over)} />
              </span>
              <span class="number">{row.reached}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

function Figures({ steps }: { steps: FunnelView['steps'] }) {
  const t = texts.value.funnel;
  return (
    <section class="scroll" aria-labelledby="figures-title">
      <h2 id="figures-title">{t.table}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            <th scope="col">{t.reached}</th>
            <th scope="col">{t.dropped}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.customer}</th>
            <th scope="col">{t.machine}</th>
            <th scope="col">{t.sentBack}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((row) => {
            const ended = countOf(row.ended);
            return (
              <tr key={row.step}>
                <th scope="row">{t.steps[row.step]}</th>
                <td class="number">{row.reached}</td>
                <td class="number">{ended === 0 ? '–' : `${ended} (${share(ended, row.reached)})`}</td>
                <td>
                  <Reasons counted={row.ended} />
                </td>
                <td>
                  <Seconds quantiles={row.customerSeconds} />
                </td>
                <td>
                  <Seconds quantiles={row.machineSeconds} />
                </td>
                <td>
                  <Reasons counted={row.sentBack} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Seconds({ quantiles }: { quantiles: Quantiles | null }) {
  const t = texts.value.funnel;
  if (quantiles === null) return <span class="soft">–</span>;
  return (
    <span class="seconds">
      {t.median} {duration(quantiles.median)}
      <small class="soft">
        {t.p90} {duration(quantiles.p90)}
      </small>
    </span>
  );
}

function Reasons({ counted }: { counted: Counted[] }) {
  const t = texts.value.funnel;
  if (counted.length === 0) return <span class="soft">–</span>;
  return (
    <ul>
      {counted.map(({ reason, count }) => (
        <li key={reason}>{breakable(t.times(count, wordFor(t.reasons, reason)))}</li>
      ))}
    </ul>
  );
}

/** A published code is longer than its column: it goes on in the next line after an underscore, not in the middle of a word. */
function breakable(text: string) {
  return text.split('_').map((part, index) => (
    <Fragment key={String(index)}>
      {index > 0 && '_'}
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function countOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : formats.value.percent(part / whole);
}

function duration(seconds: number): string {
  const t = texts.value.funnel;
  const { number } = formats.value;
  return seconds < 100 ? t.seconds(number(seconds, 0)) : t.minutes(number(seconds / 60, 0));
}
