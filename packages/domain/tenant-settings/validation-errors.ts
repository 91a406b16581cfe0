/**
 * What may be wrong with the value of a setting: a code, what its sentence needs, and the sentence of the API and the shell. It is
 * the end of an English sentence that begins with the name of the setting. What a form says stands in the messages, by the same code.
 */
// biome-ignore format: a table
const SENTENCES = {
  flag:         () => 'must be true or false',
  choice:       ({ options }: { options: readonly string[] }) => `must be one of ${options.join(', ')}`,
  whole:        ({ least, most }: { least: number; most: number }) => `must be a whole number from ${least} to ${most}`,
  address:      () => 'must be an address such as https://partner.example/back',
  addressLong:  () => 'must be an address of at most 2000 characters, or null',
  password:     () => 'must not hold a password',
  placeholder:  () => 'may have the placeholder after the host only',
  https:        () => 'must begin with https://',
  exits:        () => 'must hold success and failure',
  exitsOnly:    () => 'must hold success and failure, and nothing else',
  originsMany:  () => 'must be a list of at most 20 origins',
  originsExact: () => 'must hold exact origins such as https://www.partner.example, without path, wildcard or default port',
  originsHttps: () => 'must hold https origins only',
  object:       () => 'must be an object',
  unknownPart:  () => 'has a part that is not known',
  languages:    () => 'must hold de and en',
  text:         ({ longest }: { longest: number }) => `must be text of at most ${longest} characters`,
  link:         () => 'must be an https address',
  logo:         () => 'must be one that was uploaded',
  colour:       ({ example }: { example: string }) => `must be a colour such as ${example}`,
  contrast:     ({ ratio, against, needed, nearest }: Contrast) =>
    `has a contrast of ${ratio.toFixed(2)} : 1 to ${READ_AGAINST[against]}; ${needed} : 1 is needed, and ${nearest} is the nearest that has it`,
} as const;

interface Contrast {
  ratio: number;
  against: keyof typeof READ_AGAINST;
  needed: number;
  nearest: string;
}

const READ_AGAINST = { accent: 'its own tint, on which links stand', bar: 'the text on it' } as const;

export type ValidationCode = keyof typeof SENTENCES;

/** What the sentence of a code needs beside the code. */
export type ValidationDetails<Code extends ValidationCode> =
  Parameters<(typeof SENTENCES)[Code]> extends [infer Details] ? Details : unknown;

/** `part` names the part of a value that has several, such as `failure` of `returnUrls` or `texts.de.termsUrl` of `branding`. */
export type ValidationError = {
  [Code in ValidationCode]: { code: Code; part?: string } & ValidationDetails<Code>;
}[ValidationCode];

/** The end of an English sentence that begins with the name of the setting. */
export function validationSentence(error: ValidationError): string {
  const sentence = SENTENCES[error.code] as (details: ValidationError) => string;
  return [error.part, sentence(error)].filter(Boolean).join(' ');
}
