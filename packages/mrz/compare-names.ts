import { canTransliterate, TRANSLITERATIONS, transliterate } from './transliterate.ts';

/** A name as an MRZ has it: components separated by spaces. */
export interface MrzName {
  primaryIdentifier: string;
  secondaryIdentifier: string;
  nameTruncated?: boolean;
}

/** A name as a person has it. */
export interface PersonName {
  firstName: string | null | undefined;
  lastName: string | null | undefined;
}

/**
 * How a name differs. The first group is compatible with being the same name, the second is not.
 *
 * - `spelling`: `MULLER` for *Müller*, written without the rule for umlauts
 * - `joined`: `HANSPETER` for *Hans-Peter*, or the other way round
 * - `order`: the same components in another order
 * - `fewer_given_names`, `more_given_names`: the person has fewer, or more, given names than the document
 * - `abbreviated`: *M.* for `MARIA`
 * - `truncated`: the MRZ ends inside the name
 * - `title`: *Dr.* on one side only
 * - `swapped`: given name and surname have changed places
 * - `surname`, `given_names`: other names
 * - `unsupported_script`: letters that no table transliterates
 * - `missing`: one side has no name at all
 */
export type NameDifferenceKind =
  | 'spelling'
  | 'joined'
  | 'order'
  | 'fewer_given_names'
  | 'more_given_names'
  | 'abbreviated'
  | 'truncated'
  | 'title'
  | 'swapped'
  | 'surname'
  | 'given_names'
  | 'unsupported_script'
  | 'missing';

export interface NameDifference {
  part: 'primary' | 'secondary' | 'whole';
  kind: NameDifferenceKind;
}

export interface NameComparison {
  outcome: 'equal' | 'compatible' | 'different';
  /** What differs, without the names themselves. Empty when equal. */
  differences: readonly NameDifference[];
}

/**
 * Is the name in the MRZ the name of the person?
 *
 * `equal`: the person's name, transliterated by the rules, is what the MRZ says. `compatible`: nothing contradicts, but the
 * differences named have to be accounted for. `different`: a surname or all given names are others, or nothing can be said.
 *
 * Every component of the surname must be there; of several given names one side may have fewer. *N/A* as last name is none.
 */
export function compareNames(mrzName: MrzName, name: PersonName): NameComparison {
  const firstName = name.firstName ?? '';
  const lastName = name.lastName === 'N/A' ? '' : (name.lastName ?? '');
  if (!canTransliterate(firstName) || !canTransliterate(lastName)) return different('whole', 'unsupported_script');

  const mrz = { primary: components(mrzName.primaryIdentifier), secondary: components(mrzName.secondaryIdentifier) };
  const person = { primary: components(lastName), secondary: components(firstName) };
  if (isEmpty(mrz) || isEmpty(person)) return different('whole', 'missing');

  // Whoever has one name only has it as primary identifier in the MRZ, and as first or last name elsewhere.
  if (mrz.secondary.length === 0 || person.primary.length === 0 || person.secondary.length === 0) {
    return judge(
      compareSurnames(
        [...mrz.primary, ...mrz.secondary],
        [...person.primary, ...person.secondary],
        mrzName.nameTruncated === true,
        'whole',
      ),
    );
  }

  const straight = judge([
    ...compareSurnames(mrz.primary, person.primary, mrzName.nameTruncated === true, 'primary'),
    ...compareGivenNames(mrz.secondary, person.secondary, mrzName.nameTruncated === true),
  ]);
  if (straight.outcome !== 'different') return straight;
  const crossed = judge([
    ...compareSurnames(mrz.primary, person.secondary, mrzName.nameTruncated === true, 'primary'),
    ...compareGivenNames(mrz.secondary, person.primary, mrzName.nameTruncated === true),
  ]);
  if (crossed.outcome === 'different') return straight;
  return { outcome: 'compatible', differences: [{ part: 'whole', kind: 'swapped' }, ...crossed.differences] };
}

interface Components {
  primary: Component[];
  secondary: Component[];
}

interface Component {
  /** As transliterated by the rules. */
  text: string;
  /** The same for all ways to write a letter with a mark. */
  folded: string;
}

type Part = NameDifference['part'];

const FATAL: ReadonlySet<NameDifferenceKind> = new Set(['surname', 'given_names', 'unsupported_script', 'missing']);

/** Academic titles that some documents print with the name and others leave out. */
const TITLES: ReadonlySet<string> = new Set(['DR', 'PROF']);

function compareSurnames(mrz: Component[], person: Component[], truncated: boolean, part: Part): NameDifference[] {
  const titles = withoutTitles(mrz).length !== mrz.length || withoutTitles(person).length !== person.length;
  if (titles && !sameTexts(mrz, person)) {
    const rest = compareSurnames(withoutTitles(mrz), withoutTitles(person), truncated, part);
    return [{ part, kind: 'title' }, ...rest];
  }
  if (sameTexts(mrz, person)) return [];
  if (sameFolded(mrz, person)) return [{ part, kind: 'spelling' }];
  if (joined(mrz) === joined(person)) return [{ part, kind: 'joined' }];
  if (sameFolded(sorted(mrz), sorted(person))) return [{ part, kind: 'order' }];
  if (truncated && isCutFrom(mrz, person)) return [{ part, kind: 'truncated' }];
  return [{ part, kind: 'surname' }];
}

/**
 * May these be what is left of a surname that was too long for the MRZ? It may end anywhere, lose components, and have the
 * others cut down to an initial; what is left begins as the name does and keeps its order.
 *
 * @see ICAO Doc 9303-4, section 4.2.3
 */
function isCutFrom(mrz: readonly Component[], whole: readonly Component[]): boolean {
  if (joined(whole).startsWith(joined(mrz))) return true;
  let next = 0;
  for (const [at, { folded }] of mrz.entries()) {
    const found = whole.findIndex((component, index) => index >= next && component.folded.startsWith(folded));
    if (found === -1 || (at === 0 && found !== 0)) return false;
    next = found + 1;
  }
  return true;
}

function compareGivenNames(mrz: Component[], person: Component[], truncated: boolean): NameDifference[] {
  const part = 'secondary';
  if (sameTexts(mrz, person)) return [];
  if (sameFolded(mrz, person)) return [{ part, kind: 'spelling' }];
  if (joined(mrz) === joined(person)) return [{ part, kind: 'joined' }];
  if (sameFolded(sorted(mrz), sorted(person))) return [{ part, kind: 'order' }];
  if (truncated && joined(person).startsWith(joined(mrz))) return [{ part, kind: 'truncated' }];

  const [fewer, more] = person.length <= mrz.length ? [person, mrz] : [mrz, person];
  const partners = pairUp(fewer, more, truncated);
  if (partners === null) return [{ part, kind: 'given_names' }];
  const differences: NameDifference[] = [];
  if (person.length < mrz.length) differences.push({ part, kind: 'fewer_given_names' });
  if (person.length > mrz.length) differences.push({ part, kind: truncated ? 'truncated' : 'more_given_names' });
  if (partners.some(({ index }, at) => at > 0 && index < partners[at - 1]!.index))
    differences.push({ part, kind: 'order' });
  if (partners.some(({ exact }) => !exact)) differences.push({ part, kind: truncated ? 'truncated' : 'abbreviated' });
  if (partners.some(({ spelled }) => !spelled)) differences.push({ part, kind: 'spelling' });
  return differences;
}

interface Partner {
  index: number;
  /** The same name, however its letters are spelled; otherwise the beginning of it. */
  exact: boolean;
  spelled: boolean;
}

/**
 * Finds another component for each: the same, or one that begins with it if it is a single letter. At least one must be the same,
 * so that initials alone are never enough. Null when one is left over.
 */
function pairUp(fewer: readonly Component[], more: readonly Component[], truncated: boolean): Partner[] | null {
  const free = new Set(more.keys());
  const partners: Partner[] = [];
  for (const component of fewer) {
    const same = [...free].find((index) => more[index]!.folded === component.folded);
    const index = same ?? [...free].find((candidate) => abbreviates(component, more[candidate]!, truncated));
    if (index === undefined) return null;
    free.delete(index);
    partners.push({
      index,
      exact: same !== undefined,
      spelled: same === undefined || more[same]!.text === component.text,
    });
  }
  return partners.some(({ exact }) => exact) || truncated ? partners : null;
}

function abbreviates(one: Component, other: Component, truncated: boolean): boolean {
  const [short, long] = one.folded.length <= other.folded.length ? [one, other] : [other, one];
  return long.folded.startsWith(short.folded) && (short.folded.length === 1 || truncated);
}

function components(name: string): Component[] {
  return transliterate(name)
    .split('<')
    .filter((text) => text !== '')
    .map((text) => ({ text, folded: fold(text) }));
}

/** What a letter with a mark may be written as, and the shortest of them: *Ü* is `UE`, `UXX` or `U`. */
const FOLDS: readonly (readonly [written: string, shortest: string])[] = TRANSLITERATIONS.filter(
  ([letters, , otherwise]) => otherwise.length > 0 && /\p{Script=Latin}/u.test(letters),
).flatMap(([, written, otherwise]) => {
  const all = [written, ...otherwise].sort((one, other) => other.length - one.length);
  const shortest = all.at(-1)!;
  return all.slice(0, -1).map((longer) => [longer, shortest] as const);
});

function fold(text: string): string {
  return FOLDS.reduce((folded, [written, shortest]) => folded.replaceAll(written, shortest), text);
}

function sameTexts(one: readonly Component[], other: readonly Component[]): boolean {
  return one.map(({ text }) => text).join('<') === other.map(({ text }) => text).join('<');
}

function sameFolded(one: readonly Component[], other: readonly Component[]): boolean {
  return one.map(({ folded }) => folded).join('<') === other.map(({ folded }) => folded).join('<');
}

function joined(parts: readonly Component[]): string {
  return parts.map(({ folded }) => folded).join('');
}

function sorted(parts: readonly Component[]): Component[] {
  return [...parts].sort((one, other) => (one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0));
}

function withoutTitles(parts: readonly Component[]): Component[] {
  const rest = parts.filter(({ text }) => !TITLES.has(text));
  return rest.length === 0 ? [...parts] : rest;
}

function isEmpty({ primary, secondary }: Components): boolean {
  return primary.length === 0 && secondary.length === 0;
}

function judge(differences: NameDifference[]): NameComparison {
  if (differences.length === 0) return { outcome: 'equal', differences };
  return { outcome: differences.some(({ kind }) => FATAL.has(kind)) ? 'different' : 'compatible', differences };
}

function different(part: Part, kind: NameDifferenceKind): NameComparison {
  return { outcome: 'different', differences: [{ part, kind }] };
}
