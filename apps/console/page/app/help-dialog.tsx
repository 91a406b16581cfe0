import { signal } from '@preact/signals';
import { Dialog } from '../components/dialog.tsx';
import { layers, type Shortcut } from '../state/shortcuts.ts';
import { texts } from '../state/texts.ts';

export const helpOpen = signal(false);

const PLACES = ['case', 'queue', 'everywhere'] as const;

/** Every key that does something at this moment. */
export function HelpDialog() {
  const t = texts.value.console;
  if (!helpOpen.value) return null;
  return (
    <Dialog title={t.keys.title} onClose={() => (helpOpen.value = false)}>
      {PLACES.filter((place) => shortcutsOf(place).length > 0).map((place) => (
        <section key={place}>
          <h3>{t.keys[place]}</h3>
          <dl class="keys">
            {shortcutsOf(place).map(({ keys, shown, label }) => (
              <div key={label}>
                <dt>
                  <kbd>{shown ?? keys.join(' ')}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <footer>
        <button type="button" autofocus onClick={() => (helpOpen.value = false)}>
          {t.close}
        </button>
      </footer>
    </Dialog>
  );
}

function shortcutsOf(place: (typeof PLACES)[number]): Shortcut[] {
  return layers.value.filter((layer) => layer.place === place).flatMap(({ shortcuts }) => shortcuts);
}
