/** How long and how often, in the customer's session. The units end the names. */
// biome-ignore format: a table
export const LIMITS = {
  //                     value                 certainty  source
  idleMinutes:           15,                // ours       CAP-4
  absoluteMinutes:       30,                // ours       CAP-4
  warnSeconds:           120,               // ours       WCAG 2.2.1: so long before the end the customer is asked
  attemptsPerIdentification:      5,                 // ours       CAP-4
  interruptions:         3,                 // ours       CAP-11
  codeTries:             3,                 // published  reference to the provider's app: three wrong codes end the ident
  codeSends:             5,                 // ours       a number that costs money is not called at will
  codeMinutes:           10,                // ours       as long as a TAN lives
  resendSeconds:         30,                // inferred   countdown of the provider's app
  nonceSeconds:          60,                // ours       CAP-5
  pictureBytes:          10 * 1024 * 1024,  // ours       UPL-1
  recordingBytes:        60 * 1024 * 1024,  // ours       UPL-1: a clip of 50 MB and the frames beside it
  chunkBytes:            512 * 1024,        // ours       what a lost connection costs at most
  picturesPerIdentification:      40,                // ours       UPL-1
  bytesPerIdentification:         200 * 1024 * 1024, // ours       UPL-1
  readingSeconds:        25,                // ours       after that the customer goes on and the picture is read later
  checkingSeconds:       20,                // ours       the closing page never waits longer than this
  keepableFromTry:     2,                 // ours       a second bad picture may be kept: a specialist looks, nobody gets stuck
} as const;
