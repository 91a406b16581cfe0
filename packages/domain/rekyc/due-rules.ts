import type { Certainty } from '../certainty.ts';

interface DueRule {
  meaning: string;
  /** Whether a successful identification moves it. */
  identification: 'moves' | 'stays';
  /** Whether a confirmation of unchanged data moves it; `class`: where the risk class says so. */
  dataConfirmation: 'moves' | 'class' | 'event' | 'stays';
  certainty: Certainty;
  source: string;
}

/** Why a person is due; the earliest day of all rules that apply holds. A person about whom none applies has no due date, and a person looks. */
// biome-ignore format: a table
export const DUE_RULES = {
  //                            meaning                                                                           moved by identification, by data confirmation            certainty, source
  cycle:            { meaning: 'The years of the risk class have passed since the last successful identification', identification: 'moves', dataConfirmation: 'class', certainty: 'inferred', source: 'Regulation (EU) 2024/1624, Art. 26(2): update of customer data; that aml_confirmed_on counts only where the class says so is ours' },
  document_expires: { meaning: 'The identity document on file ends with this day',                                 identification: 'moves', dataConfirmation: 'stays', certainty: 'inferred', source: 'API reference, identity-document expiry' },
  event:            { meaning: 'The partner reported an event',                                                    identification: 'moves', dataConfirmation: 'event', certainty: 'inferred', source: 'Regulation (EU) 2024/1624, Art. 26(3); GwG, section 10(3) and (3a)' },
} as const satisfies Record<string, DueRule>;

export type DueRuleCode = keyof typeof DUE_RULES;

export const DUE_RULE_CODES = Object.keys(DUE_RULES) as DueRuleCode[];
