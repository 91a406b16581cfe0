import { RECORDING_TYPE } from '@reident/engine';
import { Answer } from '@reident/http';
import { ConsoleError } from '../console-error.ts';
import { PICTURE_HEADERS } from '../headers.ts';
import { consoleRoute, Id } from '../route.ts';
import { viewCapture } from '../view-capture.ts';

/** A picture of the case for the screen: always the re-encoded one, never the bytes that the customer sent [UPL-3]. */
export const picture = consoleRoute({
  method: 'GET',
  path: '/cases/:id/pictures/:captureId',
  right: 'open',
  params: { id: Id, captureId: Id },
  async handle({ params }, context) {
    const { engine } = context.platform;
    const bytes = await viewCapture(context, params, {
      action: 'picture.viewed',
      choose: (capture) => capture.derivative ?? capture,
      show: (stored, { derivative, contentType }) => (derivative ? stored : derivePicture(engine, contentType, stored)),
    });
    return new Answer(bytes, { headers: PICTURE_HEADERS });
  },
});

async function derivePicture(
  engine: { derive(bytes: Uint8Array, contentType: string): Promise<Buffer> },
  contentType: string,
  original: Uint8Array,
): Promise<Buffer> {
  if (!contentType.startsWith('image/') && contentType !== RECORDING_TYPE) throw new ConsoleError('picture_unusable');
  return engine.derive(original, contentType);
}
