/** Looks at frames beside the page, so that the page keeps drawing. Pixels come in, measures go out, nothing is kept. */
import { lookAtDocument, type Pixels } from '@reident/engine/browser';

self.addEventListener('message', ({ data }: MessageEvent<Pixels>) => self.postMessage(lookAtDocument(data)));
