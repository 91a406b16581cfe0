import { signal } from '@preact/signals';
import { Dialog } from './dialog.tsx';
import { layers } from './shortcuts.ts';
import { texts } from './texts.ts';

export const helpOpen = signal(false);

/** Every key that does something at this moment. */
export function HelpDialog() {
  const t = texts.value;
  if (!helpOpen.value) return null;
  return (
    <Dialog title={t.keys.title} onClose={() => (helpOpen.value = false)}>
      {layers.value.map(({ place, shortcuts }) => (
        <section key={place}>
          <h3>{t.keys[place]}</h3>
          <dl class="keys">
            {shortcuts.map(({ keys, shown, label }) => (
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
