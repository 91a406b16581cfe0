import { language } from '../state/texts.ts';

/** How long ago, in the largest unit that fits: `4 min`, `3 h`, `2 d`. */
export function age(since: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

export function dateTime(at: string): string {
  return new Date(at).toLocaleString(language.value === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
}
