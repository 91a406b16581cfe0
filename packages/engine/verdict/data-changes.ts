import { compareNames, toAlpha2, transliterate } from '@reident/mrz';
import type { GatheredEvidence } from '../evidence/evidence.ts';

/** Fields of the partner's person, spelled as the partner API spells them. */
export interface PersonDataChanges {
  first_name?: string;
  last_name?: string;
  birth_date?: string;
  nationality?: string;
}

/**
 * What a success would change in the partner's data: then the result is `SUCCESS_DATA_CHANGED` instead of `SUCCESS`.
 *
 * The MRZ knows neither small letters nor umlauts, so a name changes only where the document has other components, and a
 * component that the partner spells keeps the partner's spelling. A name that was cut off changes nothing. A birth date is
 * only added: another one is a question for a specialist.
 */
export function dataChanges({ mrz, person }: Pick<GatheredEvidence, 'mrz' | 'person'>): PersonDataChanges {
  if (!mrz || person.isTestCase) return {};
  const { fields } = mrz;
  const changes: PersonDataChanges = {};
  const { outcome, differences } = compareNames(fields, person);
  const changesName = differences.some(({ kind }) => NEW_COMPONENTS.has(kind));
  if (outcome === 'compatible' && changesName && !fields.nameTruncated) {
    const firstName = spelledLike(fields.secondaryIdentifier, person.firstName, person.lastName);
    const lastName = spelledLike(fields.primaryIdentifier, person.lastName, person.firstName);
    if (firstName && firstName !== person.firstName) changes.first_name = firstName;
    if (lastName && lastName !== person.lastName) changes.last_name = lastName;
  }
  if (person.birthDate === null && fields.birthDate !== null) changes.birth_date = fields.birthDate;
  const nationality = toAlpha2(fields.nationality);
  if (nationality && nationality !== person.nationality) changes.nationality = nationality;
  return changes;
}

/** Differences that mean other components, not another way to write them. */
const NEW_COMPONENTS: ReadonlySet<string> = new Set(['fewer_given_names', 'abbreviated', 'swapped']);

/** Each component as the partner spells it, hyphens included, or with a capital letter. */
function spelledLike(identifier: string, ...names: readonly (string | null)[]): string {
  const known = names
    .flatMap((name) => (name ?? '').split(/\s+/))
    .map((word) => ({ word, components: transliterate(word) }));
  const spelled: string[] = [];
  let rest = identifier.replaceAll(' ', '<');
  while (rest !== '') {
    const next = rest.split('<', 1)[0]!;
    const match = known.find(({ components }) => components !== '' && `${rest}<`.startsWith(`${components}<`));
    spelled.push(match?.word ?? next.charAt(0) + next.slice(1).toLowerCase());
    rest = rest.slice((match?.components ?? next).length + 1);
  }
  return spelled.join(' ');
}
