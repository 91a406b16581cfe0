import { createHash } from 'node:crypto';
import { LANGUAGE_CODES, type Language } from '@reident/domain';
import { messages } from '@reident/messages';
import type { ConsentRecord } from '@reident/store';

/**
 * What the customer agrees to, word for word in `packages/messages`. A changed text is a new version; the old one stays in the records by
 * its hash. The comparison of faces is asked for separately (GDPR, article 9): CAP-7.
 */
export const CONSENTS = [
  { id: 'terms', version: '2026-11-30' },
  { id: 'biometrics', version: '2026-11-30' },
] as const satisfies readonly { id: ConsentRecord['id']; version: string }[];

/** The text of a consent, in every language. */
export function consentTexts(id: ConsentRecord['id']): Record<Language, string> {
  return Object.fromEntries(LANGUAGE_CODES.map((language) => [language, messages(language).consents[id]])) as Record<
    Language,
    string
  >;
}

/**
 * The record of what was ticked: version and hash of the very words that were on the screen.
 *
 * @param ticked  version that the page showed, by consent; null when a box is not ticked or its text is not the present one
 */
export function consentRecords(
  ticked: Readonly<Record<string, string | undefined>>,
  language: Language,
  now: Date,
): ConsentRecord[] | null {
  const records = CONSENTS.flatMap(({ id, version }) =>
    ticked[id] === version
      ? [
          {
            id,
            version: `${version}-${language}`,
            sha256: sha256(messages(language).consents[id]),
            at: now.toISOString(),
          },
        ]
      : [],
  );
  return records.length === CONSENTS.length ? records : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
