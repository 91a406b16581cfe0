/**
 * How sure we are of a row, the last-but-one column of every table:
 *
 * - `published`: stated by the guide or the API reference
 * - `seen`: only in clients of the API or in third-party digests
 * - `inferred`: follows from several published facts
 * - `disputed`: sources differ, and a decision record says which one we follow
 * - `ours`: a choice of this project
 */
export type Certainty = 'published' | 'seen' | 'inferred' | 'disputed' | 'ours';
