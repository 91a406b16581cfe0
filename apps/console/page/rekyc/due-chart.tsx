import type { RekycView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';

const HEIGHT = 120;
const BAR = 10;
const GAP = 3;

/** Bars by month, high risk on top of the others; the same figures are read out as a table by year. */
export function DueChart({ months }: { months: RekycView['board']['months'] }) {
  const t = texts.value.rekyc;
  const most = Math.max(1, ...months.map(({ total }) => total));
  const height = (n: number) => (n * HEIGHT) / most;
  return (
    <figure class="funnel-chart" aria-labelledby="months-title">
      <figcaption>
        <h2 id="months-title">{t.months}</h2>
        <p class="unseen">{t.asTable}</p>
      </figcaption>
      <svg class="due-chart" viewBox={`0 0 ${months.length * (BAR + GAP)} ${HEIGHT + 16}`} aria-hidden="true">
        {months.map(({ month, total, classes }, index) => {
          const x = index * (BAR + GAP);
          const high = classes.high ?? 0;
          return (
            <g key={month}>
              <title>{t.monthDue(month, total)}</title>
              <rect class="others" x={x} y={HEIGHT - height(total)} width={BAR} height={height(total)} />
              <rect class="high" x={x} y={HEIGHT - height(total)} width={BAR} height={height(high)} />
              {month.endsWith('-01') && (
                <text x={x} y={HEIGHT + 14}>
                  {month.slice(0, 4)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{t.due}</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              <th scope="col">{t.due}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, total }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td class="number">{total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
