import type { EmbedCode, EmbedReport } from '@reident/capture-embed/messages';
import type { Lost } from '../flow/losses.ts';
import type { Model } from '../flow/model.ts';

/** Why the customer cannot go on, in the codes that partners know. Null: the page shows a way on. */
// biome-ignore format: a table
const CODE_OF_LOSS: Readonly<Record<Lost, EmbedCode | null>> = {
  no_session:        null,
  session_over:      'E170',
  taken_over:        'E170',
  closed:            'E171',
  code_locked:       'E171',
  interrupted:       'E171',
  too_many_attempts: 'E171',
};

/**
 * What the partner is told about where the customer is; null while they are at it. The last screen is the same for everybody
 * who has sent their pictures, so `finished` says no more than that [CAP-9, CAP-10].
 *
 * @param wasClosed  the page was opened when everything had been sent already
 */
export function reportOf(
  { boot, server, lost, quit }: Pick<Model, 'boot' | 'server' | 'lost' | 'quit'>,
  wasClosed: boolean,
): EmbedReport | null {
  if (quit !== null) return { event: 'aborted', code: null };
  if (wasClosed) return { event: 'failed', code: 'E103' };
  if (server?.screen.id === 'end' || boot.entry === 'closed') return { event: 'finished', code: null };
  const code = lost === null ? null : CODE_OF_LOSS[lost];
  return code === null ? null : { event: 'failed', code };
}
