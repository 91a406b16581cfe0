import type { FaceMeasurement } from './faces.ts';
import type { Figure } from './figures.ts';
import type { Spread } from './spread.ts';

/** What `docs/engine/scoreboard.json` keeps. */
export interface Board {
  engineVersion: string;
  measuredOn: string;
  cases: number;
  /** Photos of MRZs, beside the cases. */
  photos: number;
  /** CPU seconds of the engine host: of a document's side, of a selfie, of a recording, of all pictures of a session; and of the judgement. */
  cpu: { document: Spread; selfie: Spread; recording: Spread; session: Spread; judging: Spread };
  /** The engine host's resident memory at its highest, by the kernel's account. */
  megabytes: number;
  figures: Figure[];
  faces: FaceMeasurement;
}
