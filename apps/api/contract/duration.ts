const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/**
 * Length of an ISO 8601 duration in weeks, days, hours, minutes and seconds, in milliseconds.
 * Null for anything else: months and years have no fixed length.
 */
export function durationMs(text: string): number | null {
  const match = /^P(?=.)(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(
    text,
  );
  if (!match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * SECOND;
}
