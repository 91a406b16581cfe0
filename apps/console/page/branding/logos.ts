import { signal } from '@preact/signals';
import { api } from '../state/api.ts';

/** Pictures of logos that were asked for, by hash; they are small and few, and stay as long as the page. */
const pictures = signal<ReadonlyMap<string, string>>(new Map());
const asked = new Set<string>();

/** Address of the picture of a logo; null until it is there. Reading it in a component redraws the component then. */
export function logoUrl(logo: string | null): string | null {
  if (logo === null) return null;
  if (!asked.has(logo)) {
    asked.add(logo);
    api.logo(logo).then(
      (blob) => (pictures.value = new Map(pictures.peek()).set(logo, URL.createObjectURL(blob))),
      // Asked for again with the next drawing of whoever shows it
      () => asked.delete(logo),
    );
  }
  return pictures.value.get(logo) ?? null;
}
