import { signal } from '@preact/signals';
import type { ConsoleMessages } from '@reident/messages/console';
import { useLayoutEffect } from 'preact/hooks';

/** A key, what it is for, and what it does. The help is printed from the same list. */
export interface Shortcut {
  keys: readonly string[];
  /** What the help prints instead of the keys, such as `1 … 5`. */
  shown?: string;
  label: string;
  run(key: string): void;
}

interface Layer {
  place: keyof Pick<ConsoleMessages['console']['keys'], 'everywhere' | 'queue' | 'case'>;
  shortcuts: readonly Shortcut[];
}

/** What is listening now, the latest layer first. */
export const layers = signal<readonly Layer[]>([]);

/** Listens as long as the component is there. */
export function useShortcuts(place: Layer['place'], shortcuts: readonly Shortcut[]): void {
  // Before the next key: an effect after painting would let a fast second press act on the former list.
  useLayoutEffect(() => {
    const layer = { place, shortcuts };
    layers.value = [layer, ...layers.peek()];
    return () => {
      layers.value = layers.peek().filter((one) => one !== layer);
    };
  });
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
  // A focused button or link has its own meaning for Enter and the space bar.
  if (
    (event.key === 'Enter' || event.key === ' ') &&
    event.target instanceof Element &&
    event.target.closest('button, a, summary')
  )
    return;
  for (const { shortcuts } of layers.peek()) {
    const found = shortcuts.find(({ keys }) => keys.includes(event.key));
    if (!found) continue;
    event.preventDefault();
    found.run(event.key);
    return;
  }
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
