import type { FieldView } from '../../shared/view.ts';
import { texts, wordFor } from '../state/texts.ts';

/** The person as the partner holds them. */
export function PersonList({ fields }: { fields: readonly FieldView[] }) {
  const { console: t, terms } = texts.value;
  return (
    <section aria-labelledby="person">
      <h2 id="person">{t.case.person}</h2>
      {fields.length === 0 ? (
        <p class="soft">{t.case.noPerson}</p>
      ) : (
        <dl class="fields">
          {fields.map(({ field, value }) => (
            <div key={field}>
              <dt>{wordFor(terms.personFields, field)}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
