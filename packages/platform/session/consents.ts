import { createHash } from 'node:crypto';
import type { ConsentRecord } from '@reident/store';

export type PageLanguage = 'de' | 'en';

/**
 * What the customer agrees to, word for word. A changed text is a new version; the old one stays in the records by its hash.
 * The comparison of faces is asked for separately (GDPR, article 9): CAP-7.
 */
export const CONSENTS = [
  {
    id: 'terms',
    version: '2026-11-25',
    text: {
      de: 'Ich möchte mich jetzt identifizieren. Ich bin einverstanden, dass Fotos und kurze Videos von meinem Ausweisdokument und von mir aufgenommen, verschlüsselt gespeichert und von Software und von einer Fachkraft geprüft werden.',
      en: 'I want to identify myself now. I agree that photos and short videos of my identity document and of me are taken, stored encrypted, and checked by software and by a specialist.',
    },
  },
  {
    id: 'biometrics',
    version: '2026-11-25',
    text: {
      de: 'Ich willige ein, dass mein Gesicht auf dem Foto mit dem Bild auf meinem Ausweisdokument verglichen wird. Das Vergleichsmuster wird danach gelöscht. Ich kann die Einwilligung jederzeit widerrufen.',
      en: 'I consent to my face in the photo being compared with the picture on my identity document. The pattern used to compare is deleted afterwards. I can withdraw this consent at any time.',
    },
  },
] as const satisfies readonly { id: ConsentRecord['id']; version: string; text: Record<PageLanguage, string> }[];

/**
 * The record of what was ticked: version and hash of the very words that were on the screen.
 *
 * @param ticked  version that the page showed, by consent; null when a box is not ticked or its text is not the present one
 */
export function consentRecords(
  ticked: Readonly<Record<string, string | undefined>>,
  language: PageLanguage,
  now: Date,
): ConsentRecord[] | null {
  const records = CONSENTS.flatMap(({ id, version, text }) =>
    ticked[id] === version
      ? [{ id, version: `${version}-${language}`, sha256: sha256(text[language]), at: now.toISOString() }]
      : [],
  );
  return records.length === CONSENTS.length ? records : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
