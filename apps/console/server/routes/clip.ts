import { clipFormat, parseRecording, RECORDING_TYPE } from '@reident/engine';
import { Answer } from '@reident/http';
import { ConsoleError } from '../console-error.ts';
import { clipHeaders } from '../headers.ts';
import { consoleRoute, Id } from '../route.ts';
import { viewCapture } from '../view-capture.ts';

/**
 * The clip of a recording, to be played. It is served as the customer's browser made it, since nothing here can draw it anew;
 * so it is never more than a film: its first bytes decide the type, and the page plays it from memory.
 */
export const clip = consoleRoute({
  method: 'GET',
  path: '/cases/:id/pictures/:captureId/clip',
  right: 'open',
  params: { id: Id, captureId: Id },
  async handle({ params }, context) {
    const { bytes, format } = await viewCapture(context, params, {
      action: 'clip.viewed',
      choose(capture) {
        if (capture.contentType !== RECORDING_TYPE) throw new ConsoleError('model_not_found');
        return capture;
      },
      show(recording) {
        const film = parseRecording(recording)?.clip;
        if (!film) throw new ConsoleError('model_not_found');
        const format = clipFormat(film.bytes);
        if (format === null) throw new ConsoleError('picture_unusable');
        return { bytes: Buffer.from(film.bytes), format };
      },
    });
    return new Answer(bytes, { headers: clipHeaders(format) });
  },
});
