import type { ComparisonView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';

/** What the document says beside what the partner holds. */
export function ComparisonTable({ rows }: { rows: readonly ComparisonView[] }) {
  const t = texts.value;
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">{t.case.comparison}</h2>
      {rows.length === 0 ? (
        <p class="soft">{t.case.noMrz}</p>
      ) : (
        <table class="comparison">
          <thead>
            <tr>
              <th scope="col">{t.case.field}</th>
              <th scope="col">{t.case.onDocument}</th>
              <th scope="col">{t.case.onFile}</th>
              <th scope="col">{t.case.match}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, document, person, match }) => (
              <tr key={field} class={match}>
                <th scope="row">{t.fields[field] ?? field}</th>
                <td>{document ?? '–'}</td>
                <td>{person ?? '–'}</td>
                <td class="match">{t.matches[match]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
