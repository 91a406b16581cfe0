import type { IdentResult, Language } from '@reident/domain';
import type { Actor, PersonAttributes, ProviderSession } from '@reident/store';

/** What a provider is asked to do: one identification of one person. */
export interface IdentOrder {
  identificationId: string;
  company: string;
  /** Whether the company is live; test sessions are recognisable. */
  live: boolean;
  person: PersonAttributes;
  language: Language | null;
  /** Which identification of the company holds a reference already; null when it is free. */
  holderOf(reference: string): Promise<string | null>;
}

/** What a provider says about a session, in its own words. */
export interface ProviderReport {
  result: IdentResult;
  /** Published failure code or null; kept even where a partner must not see it. */
  reason: string | null;
  actor: Actor;
  /** Fields of the person that the identification corrected; only looked at for a success. */
  personChanges?: Partial<PersonAttributes>;
}

/** Whoever carries out the identification: our own AutoIdent, or IDnow's gateway. */
export interface IdentProvider {
  /** Opens a session for the user. The same order always answers the same session. */
  open(order: IdentOrder): Promise<ProviderSession>;
  /** What the provider says about a session; `undefined` while the user is still at it. */
  report(reference: string): Promise<ProviderReport | undefined>;
}
