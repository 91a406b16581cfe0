/** Looks at frames beside the page, so that the page keeps drawing. Pixels come in, measures go out, no picture is kept. */
import { openDocumentAnalyser, type Pixels } from '@reident/engine/live';
import { type DocumentFrame, LARGER, type LargerFrame } from './analyser-messages.ts';

const analyse = openDocumentAnalyser();
let waiting: ((pixels: Pixels) => void) | null = null;

function large(): Promise<Pixels> {
  return new Promise((resolve) => {
    waiting = resolve;
    self.postMessage(LARGER);
  });
}

self.addEventListener('message', ({ data }: MessageEvent<DocumentFrame | LargerFrame>) => {
  if ('larger' in data) waiting?.(data.larger);
  else void analyse({ small: data.small, large }, data.asked).then((analysis) => self.postMessage(analysis));
});
