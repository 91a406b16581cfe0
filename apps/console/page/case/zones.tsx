import type { ZoneView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';

/** The machine-readable zones letter by letter, each check digit marked and named. */
export function Zones({ zones, opened }: { zones: readonly ZoneView[]; opened: boolean }) {
  const t = texts.value;
  if (zones.length === 0) return null;
  return (
    <section aria-labelledby="zone">
      <h2 id="zone">{t.case.zone}</h2>
      {zones.map((zone) => (
        <div key={zone.captureId} class="zone">
          <p class="soft">
            {t.steps[zone.step] ?? zone.step} · {zone.format}
          </p>
          <pre>
            {zone.lines.map((line, index) => (
              <ZoneLine
                key={index}
                text={line}
                marks={opened ? zone.checkDigits.filter((digit) => digit.line === index + 1) : []}
              />
            ))}
          </pre>
          <p class="digits">
            <span class="soft">{t.case.checkDigits}:</span>
            {zone.checkDigits.map(({ check, valid }) => (
              <span key={check} class={valid ? 'digit good' : 'digit bad'}>
                {valid ? '✓' : '✗'} {t.checkDigitNames[check] ?? check}
                <span class="unseen"> {valid ? t.case.right : t.case.wrong}</span>
              </span>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}

function ZoneLine({ text, marks }: { text: string; marks: ZoneView['checkDigits'] }) {
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
