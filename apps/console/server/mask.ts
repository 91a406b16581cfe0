/**
 * A value as it looks before the case is opened: how long it is, roughly, and nothing else [CON-6].
 *
 * Filler characters of a machine-readable zone go too, because their places tell the length of a name.
 */
export function mask(value: string | null): string | null {
  return value === null ? null : '•'.repeat(value.length > 12 ? 12 : 6);
}
