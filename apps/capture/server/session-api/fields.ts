import { LANGUAGE_CODES } from '@reident/domain';
import { z } from 'zod';

/** Fields that several calls of the page have. Whatever is not what it should be is one error, `bad_request`. */
export const Text = z.string().max(200);

export const Language = z.enum(LANGUAGE_CODES);

const MOST_CONSENTS = 10;

export const StartFields = z.object({
  phone: z.string().max(40),
  /** Version of each text that was ticked. */
  consents: z
    .record(z.string(), z.unknown())
    .refine((consents) => Object.keys(consents).length <= MOST_CONSENTS)
    .transform((consents) =>
      Object.fromEntries(Object.entries(consents).filter((entry): entry is [string, string] => isText(entry[1]))),
    ),
  language: Language,
});

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
