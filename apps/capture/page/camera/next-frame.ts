/** A camera that delivers nothing for so long is looked at all the same: what it showed last still stands there. */
const LONGEST_WAIT_MS = 500;

/**
 * Resolves when the video shows another frame, so that none is analysed twice: in bad light a camera delivers fewer than are looked at,
 * and a page in the background is shown none. At once where the browser does not tell.
 */
export function nextFrame(video: HTMLVideoElement): Promise<void> {
  if (typeof video.requestVideoFrameCallback !== 'function') return Promise.resolve();
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      video.cancelVideoFrameCallback(id);
      resolve();
    };
    const timer = setTimeout(over, LONGEST_WAIT_MS);
    const id = video.requestVideoFrameCallback(over);
  });
}
