import type { Certainty } from './certainty.ts';
import type { DocumentKind } from './document-kinds.ts';

/**
 * The documents that show the holder's address, by PRADO number; with one of them no proof of address is needed. A number may
 * carry a last version (`FRA-AO-03001-03003`: 03001 to 03003) or a letter (`SGP-BO-01001-A`). This is not the list of accepted
 * documents. The `O` in `AO` and `BO` is the letter: ordinary.
 */
// biome-ignore format: a table
export const DOCUMENTS_WITH_ADDRESS = [
  // PRADO number          issuer, alpha-2  kind         certainty    source
  ['BGR-AO-01005',        'BGR', 'BG', 'passport',      'published', 'guide, identification documents'],
  ['CHN-AO-04003',        'CHN', 'CN', 'passport',      'published', 'guide, identification documents'],
  ['HRV-BO-02001',        'HRV', 'HR', 'identity_card', 'published', 'guide, identification documents'],
  ['HRV-AO-02001',        'HRV', 'HR', 'passport',      'published', 'guide, identification documents'],
  ['CZE-BO-04001',        'CZE', 'CZ', 'identity_card', 'published', 'guide, identification documents'],
  ['CZE-BO-04002',        'CZE', 'CZ', 'identity_card', 'published', 'guide, identification documents'],
  ['FRA-BO-02002',        'FRA', 'FR', 'identity_card', 'published', 'guide, identification documents'],
  ['FRA-AO-03001-03003',  'FRA', 'FR', 'passport',      'published', 'guide, identification documents'],
  ['DEU-BO-01003',        'DEU', 'DE', 'identity_card', 'published', 'guide, identification documents'],
  ['DEU-BO-02001',        'DEU', 'DE', 'identity_card', 'published', 'guide, identification documents'],
  ['IND-AO-01001',        'IND', 'IN', 'passport',      'published', 'guide, identification documents'],
  ['ITA-BO-04003',        'ITA', 'IT', 'identity_card', 'published', 'guide, identification documents'],
  ['ITA-BO-03004',        'ITA', 'IT', 'identity_card', 'published', 'guide, identification documents'],
  ['ITA-BO-03002',        'ITA', 'IT', 'identity_card', 'published', 'guide, identification documents'],
  ['ITA-BO-03001',        'ITA', 'IT', 'identity_card', 'published', 'guide, identification documents'],
  ['ITA-BO-03003',        'ITA', 'IT', 'identity_card', 'published', 'guide, identification documents'],
  ['MLT-BO-02001',        'MLT', 'MT', 'identity_card', 'published', 'guide, identification documents'],
  ['MLT-BO-03001',        'MLT', 'MT', 'identity_card', 'published', 'guide, identification documents'],
  ['MAR-AO-02001',        'MAR', 'MA', 'passport',      'published', 'guide, identification documents'],
  ['POL-BO-02001-02003',  'POL', 'PL', 'identity_card', 'published', 'guide, identification documents'],
  ['SGP-BO-01001-A',      'SGP', 'SG', 'identity_card', 'published', 'guide, identification documents'],
  ['SGP-BO-01001',        'SGP', 'SG', 'identity_card', 'published', 'guide, identification documents'],
  ['SVK-BO-02001',        'SVK', 'SK', 'identity_card', 'published', 'guide, identification documents'],
  ['SVK-BO-05001',        'SVK', 'SK', 'identity_card', 'published', 'guide, identification documents'],
  ['SVK-BO-04001',        'SVK', 'SK', 'identity_card', 'published', 'guide, identification documents'],
  ['SVN-AO-02001-02003',  'SVN', 'SI', 'passport',      'published', 'guide, identification documents'],
  ['SVN-AO-02004',        'SVN', 'SI', 'passport',      'published', 'guide, identification documents'],
  ['SVN-BO-02001',        'SVN', 'SI', 'identity_card', 'published', 'guide, identification documents'],
  ['SVN-AO-01004',        'SVN', 'SI', 'passport',      'published', 'guide, identification documents'],
  ['ESP-BO-03001',        'ESP', 'ES', 'identity_card', 'published', 'guide, identification documents'],
  ['ESP-BO-05001',        'ESP', 'ES', 'identity_card', 'published', 'guide, identification documents'],
] as const satisfies readonly (readonly [prado: string, issuer: string, alpha2: string, DocumentKind, Certainty, source: string])[];

/** A PRADO number or entry, taken apart. */
export interface PradoNumber {
  issuer: string;
  /** First letter: `A` passport, `B` identity card. */
  category: string;
  /** Second letter: `O` ordinary. */
  type: string;
  firstVersion: number;
  /** Equal to `firstVersion` unless the entry is a range. */
  lastVersion: number;
  variant: string | null;
}

/**
 * Whether a document of this PRADO number shows the holder's address.
 * A number that is not well formed, or that is itself a range, bears none.
 */
export function bearsAddress(pradoNumber: string): boolean {
  const wanted = parsePradoNumber(pradoNumber);
  if (wanted === null || wanted.firstVersion !== wanted.lastVersion) return false;
  return ADDRESS_ENTRIES.some(
    (entry) =>
      entry.issuer === wanted.issuer &&
      entry.category === wanted.category &&
      entry.type === wanted.type &&
      entry.variant === wanted.variant &&
      entry.firstVersion <= wanted.firstVersion &&
      wanted.firstVersion <= entry.lastVersion,
  );
}

/**
 * Whether the documents of a kind and State show the holder's address, where the version is not known.
 *
 * Every German identity card in circulation does; of the other entries of the table only some versions are listed. A State
 * that is not known shows none.
 */
export function addressOn(kind: string, issuingState: string | null): 'every_version' | 'some_versions' | 'none' {
  const issuer = issuingState === 'D' ? 'DEU' : issuingState;
  const listed = DOCUMENTS_WITH_ADDRESS.some(([, state, , listedKind]) => state === issuer && listedKind === kind);
  if (!listed) return 'none';
  return issuer === 'DEU' ? 'every_version' : 'some_versions';
}

/** Takes a PRADO number apart; null when it is not one. */
export function parsePradoNumber(text: string): PradoNumber | null {
  const match = /^([A-Z]{3})-([A-Z])([A-Z])-(\d{5})(?:-(\d{5})|-([A-Z]))?$/.exec(text);
  if (match === null) return null;
  const [, issuer, category, type, first, last, variant] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string?,
    string?,
  ];
  const firstVersion = Number(first);
  const lastVersion = last === undefined ? firstVersion : Number(last);
  if (lastVersion < firstVersion) return null;
  return { issuer, category, type, firstVersion, lastVersion, variant: variant ?? null };
}

const ADDRESS_ENTRIES = DOCUMENTS_WITH_ADDRESS.map(([prado]) => {
  const entry = parsePradoNumber(prado);
  if (entry === null) throw new RangeError(`${prado} is not a PRADO number`);
  return entry;
});

/** Documents that are printed in so little colour that its absence tells nothing. */
// biome-ignore format: a table
export const PALE_DOCUMENTS = [
  // kind       issuer  certainty   source
  ['passport',  'USA',  'ours',     'data pages in grey and faint blue, the portrait engraved by laser, as the issuer shows its passport of 2021'],
] as const satisfies readonly (readonly [DocumentKind, issuer: string, Certainty, source: string])[];

/** Whether documents of a kind and State are printed pale. */
export function isPale(kind: string, issuingState: string | null): boolean {
  return PALE_DOCUMENTS.some(([listedKind, issuer]) => listedKind === kind && issuer === issuingState);
}
