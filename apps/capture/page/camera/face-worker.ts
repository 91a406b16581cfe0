/** Looks at faces beside the page. The networks come in first, then pixels; measures go out, nothing is kept, and nothing is asked for. */
import { type FaceFrame, type FaceNetworkFiles, openFaceAnalyser, openFaceNetworks } from '@reident/engine/live-faces';

self.addEventListener(
  'message',
  ({ data: files }: MessageEvent<FaceNetworkFiles>) => {
    openFaceNetworks(files).then(
      (networks) => {
        const analyse = openFaceAnalyser(networks);
        self.addEventListener('message', ({ data }: MessageEvent<FaceFrame>) => self.postMessage(analyse(data)));
        self.postMessage(true);
      },
      () => self.postMessage(false),
    );
  },
  { once: true },
);
