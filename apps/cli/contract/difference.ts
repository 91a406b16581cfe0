/** What came instead of what was expected. Names fields and statuses, no values of persons. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

/** Why an expectation cannot be looked at on this platform. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}
