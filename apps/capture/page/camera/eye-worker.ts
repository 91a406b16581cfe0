/** Looks at frames beside the page, so that the page keeps drawing. Pixels come in, measures go out, no picture is kept. */
import { type Pixels, watchDocument } from '@reident/engine/browser';

const look = watchDocument();

self.addEventListener('message', ({ data }: MessageEvent<Pixels>) => self.postMessage(look(data)));
