import { InvalidArgumentError, Option } from 'commander';

/** An option whose value is a number above zero. */
export function positiveNumber(flags: string, description: string, fallback?: number): Option {
  const option = new Option(flags, description).argParser((text) => {
    const value = Number(text);
    if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above zero.');
    return value;
  });
  return fallback === undefined ? option : option.default(fallback);
}

/** An option that may be given several times, or with several values. */
export function several(flags: string, description: string, fallback: readonly string[]): Option {
  return new Option(flags, description).default([...fallback], fallback.join(', '));
}
