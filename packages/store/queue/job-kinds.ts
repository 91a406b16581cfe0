/** Every kind of work that waits in the queue, and what its key names. Who does it stands in `JOB_HANDLERS` of the platform. */
// biome-ignore format: a table
export const JOB_KINDS = {
  //             key
  read_capture:  'capture',
  examine:       'identification',
  robot:         'identification',
  end_session:   'capture session',
  expire:        'identification',
  document_ends: 'person',
  erase_person:  'person',
  erase_blobs:   'person',
  refresh_due:   'which persons: all, or those of changed classes',
  campaign:      'campaign',
  send_message:  'message',
  batch:         'batch of identifications',
} as const;

export type JobKind = keyof typeof JOB_KINDS;
