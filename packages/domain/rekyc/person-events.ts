import type { Certainty } from '../certainty.ts';

interface PersonEventRow {
  /** Days after the event until the person is due. */
  withinDays: number;
  /** The least that settles it: a confirmation of the data is enough, or it takes an identification. */
  settledBy: 'data_confirmation' | 'identification';
  meaning: string;
  certainty: Certainty;
  source: string;
}

/** What a partner may report about a person, and how soon the person is due for it. The days are ours: the law says only that it must be done. */
// biome-ignore format: a table
export const PERSON_EVENTS = {
  //                      days              settled by                        meaning                                                       certainty, source
  moved:          { withinDays: 30, settledBy: 'data_confirmation', meaning: 'The person has moved',                                     certainty: 'ours', source: 'GwG, section 10(3a); Regulation (EU) 2024/1624, Art. 26(3)' },
  name_changed:   { withinDays: 30, settledBy: 'identification',    meaning: 'The person has a new name',                                certainty: 'ours', source: 'GwG, section 10(3a); Regulation (EU) 2024/1624, Art. 26(3)' },
  product_change: { withinDays: 30, settledBy: 'data_confirmation', meaning: 'The person uses another product',                          certainty: 'ours', source: 'GwG, section 10(3a); Regulation (EU) 2024/1624, Art. 26(3)' },
  data_doubtful:  { withinDays: 14, settledBy: 'identification',    meaning: 'It is doubtful whether the data on file is right',         certainty: 'ours', source: 'GwG, section 10(3) no. 4' },
  suspicion:      { withinDays: 0,  settledBy: 'identification',    meaning: 'There is a suspicion; the customer is never told of this', certainty: 'ours', source: 'GwG, section 10(3) no. 3' },
} as const satisfies Record<string, PersonEventRow>;

export type PersonEventKind = keyof typeof PERSON_EVENTS;

export const PERSON_EVENT_KINDS = Object.keys(PERSON_EVENTS) as PersonEventKind[];
