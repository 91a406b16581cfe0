/** What the parsers of both containers find about the pictures that move. */
export interface VideoTrack {
  /** The container's own name of the coding; null without a track of pictures. */
  codec: string | null;
  frames: number;
  seconds: number | null;
  /** Whether the first picture can stand alone; null where that cannot be told. */
  startsWhole: boolean | null;
}
