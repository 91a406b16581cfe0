/** Why a line of a batch was not started. Other lines are. */
// biome-ignore format: a table
export const BATCH_FAULTS = {
  //                   what the line says wrong, for whoever mends the file
  wrong_columns:     'The line has more or fewer columns than the head',
  malformed_id:      'person_id is no id of a person',
  unknown_language:  'language is none of the published codes',
  duplicate:         'The person stands in an earlier line too',
  person_not_found:  'There is no such person, or it is another partner’s',
  not_eligible:      'The person may not be identified this way',
} as const;

export type BatchFault = keyof typeof BATCH_FAULTS;
export const BATCH_FAULT_CODES = Object.keys(BATCH_FAULTS) as BatchFault[];
