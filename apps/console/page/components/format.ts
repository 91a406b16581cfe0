import { formats, texts } from '../state/texts.ts';

/** How long ago, in the largest unit that fits: `4 min`, `3 h`, `2 d`. */
export function age(since: string, now: string): string {
  const { ages } = texts.value.console;
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 60) return ages.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? ages.hours(hours) : ages.days(Math.floor(hours / 24));
}

export function dateTime(at: string): string {
  return formats.value.dateTime(at);
}
