import { isCoded, OBSERVED, type ObservedForm, type ObservedName, splitObserved } from '@reident/engine/observed';
import type { Formats } from './intl/formats.ts';
import type { Messages } from './shape/messages.ts';

/** One thing that a check saw, in words. */
export interface ObservedLine {
  /** As the finding spells it. */
  key: string;
  /** With the picture it belongs to, where that is one of several. */
  label: string;
  value: string;
}

/**
 * What a finding saw, line by line. Names, dates and numbers of documents stay as they were read. A name or code of another version of
 * the engine, for which there are no words, stands for itself.
 */
export function observedLines(
  seen: Readonly<Record<string, unknown>>,
  words: Pick<Messages, 'observed' | 'terms'>,
  formats: Formats,
): ObservedLine[] {
  return Object.entries(seen).map(([key, value]) => {
    const { step, name } = splitObserved(key);
    const label = wordFor(words.observed.names, name);
    return {
      key,
      label: step === null ? label : `${wordFor(words.terms.steps, step)}, ${label}`,
      value: valueText(name, value, words, formats),
    };
  });
}

function valueText(
  name: string,
  value: unknown,
  { observed, terms }: Pick<Messages, 'observed' | 'terms'>,
  formats: Formats,
): string {
  if (value === null || value === undefined) return '–';
  if (isCoded(value)) return value.codes.map((code) => wordFor(observed.codes, code)).join(', ');
  if (Array.isArray(value)) return value.map((one) => valueText(name, one, { observed, terms }, formats)).join(', ');
  if (typeof value === 'boolean') return value ? terms.yes : terms.no;
  const form: ObservedForm = Object.hasOwn(OBSERVED, name) ? OBSERVED[name as ObservedName] : 'text';
  if (typeof value === 'number') return measured(form, value, observed.units, formats);
  const text = String(value);
  switch (form) {
    case 'step':
      return wordFor(terms.steps, text);
    case 'day':
      return formats.day(text);
    case 'country':
      return formats.country(text);
    default:
      return text;
  }
}

function measured(form: ObservedForm, value: number, units: Messages['observed']['units'], formats: Formats): string {
  switch (form) {
    case 'share':
      return formats.percent(value, 1);
    case 'degrees':
    case 'pixels':
    case 'seconds':
      return units[form](formats.number(value));
    case 'years':
      return units.years(formats.number(value), value);
    default:
      return formats.number(value);
  }
}

function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? words[key]! : key;
}
