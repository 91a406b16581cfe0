import type { MrzView } from '../../shared/view.ts';
import { texts, wordFor } from '../state/texts.ts';

/** The machine-readable zones letter by letter, each check digit marked and named. */
export function MrzLines({ mrzReadings, opened }: { mrzReadings: readonly MrzView[]; opened: boolean }) {
  const { console: t, terms } = texts.value;
  if (mrzReadings.length === 0) return null;
  return (
    <section aria-labelledby="mrz">
      <h2 id="mrz">{t.case.mrz}</h2>
      {mrzReadings.map((mrz) => (
        <div key={mrz.captureId} class="mrz">
          <p class="soft">
            {wordFor(terms.steps, mrz.step)} · {mrz.format}
          </p>
          <pre>
            {mrz.lines.map((line, index) => (
              <MrzLine
                key={index}
                text={line}
                marks={opened ? mrz.checkDigits.filter((digit) => digit.line === index + 1) : []}
              />
            ))}
          </pre>
          <p class="digits">
            <span class="soft">{t.case.checkDigits}:</span>
            {mrz.checkDigits.map(({ check, valid }) => (
              <span key={check} class={valid ? 'digit good' : 'digit bad'}>
                {valid ? '✓' : '✗'} {wordFor(terms.checkDigits, check)}
                <span class="unseen"> {valid ? terms.correct : terms.incorrect}</span>
              </span>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}

function MrzLine({ text, marks }: { text: string; marks: MrzView['checkDigits'] }) {
  const byPosition = new Map(marks.map((mark) => [mark.position, mark]));
  return (
    <span class="line">
      {[...text].map((character, index) => {
        const mark = byPosition.get(index + 1);
        return mark ? (
          <mark key={index} class={mark.valid ? 'good' : 'bad'}>
            {character}
          </mark>
        ) : (
          character
        );
      })}
    </span>
  );
}
