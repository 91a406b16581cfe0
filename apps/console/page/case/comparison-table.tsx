import type { ComparisonView } from '../../shared/view.ts';
import { formats, texts } from '../state/texts.ts';

/** What the document says beside what the partner holds. */
export function ComparisonTable({ rows }: { rows: readonly ComparisonView[] }) {
  const { console: t, terms } = texts.value;
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
                <th scope="row">{terms.comparedFields[field]}</th>
                <td>{shown(field, document)}</td>
                <td>{shown(field, person)}</td>
                <td class="match">{terms.matches[match]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Countries and days as the language of the page writes them; what is masked stays as it is. */
function shown(field: ComparisonView['field'], value: string | null): string {
  if (value === null) return '–';
  const { country, day } = formats.value;
  if (field === 'issuing_state' || field === 'nationality') return country(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
}
