import { clipFormat, parseRecording, RECORDING_TYPE } from '@reident/engine';
import { Answer } from '@reident/http';
import { findIdentification, getPersonBlob, listCaptures, recordAudit } from '@reident/store';
import { requireOpenable } from '../claims.ts';
import { ConsoleError } from '../console-error.ts';
import { clipHeaders } from '../headers.ts';
import { consoleRoute, Id } from '../route.ts';

/**
 * The clip of a recording, to be played. It is served as the customer's browser made it, since nothing here can draw it anew;
 * so it is never more than a film: its first bytes decide the type, and the page plays it from memory.
 *
 * As with a picture, the look is in the audit log before the first byte leaves [CON-6].
 */
export const clip = consoleRoute({
  method: 'GET',
  path: '/cases/:id/pictures/:captureId/clip',
  right: 'open',
  params: { id: Id, captureId: Id },
  async handle({ params: { id, captureId } }, context) {
    await context.countOpening();
    const { bytes, format } = await context.inTenant(async (tx) => {
      await requireOpenable(tx, context, id);
      const { personId } = await findIdentification(tx, id);
      const capture = (await listCaptures(tx, id)).find((one) => one.id === captureId);
      if (capture?.contentType !== RECORDING_TYPE) throw new ConsoleError('model_not_found');
      const body = await getPersonBlob(tx, context.platform.blobs, personId, capture.blobKey, capture.sha256);
      const film = parseRecording(body)?.clip;
      if (!film) throw new ConsoleError('model_not_found');
      const format = clipFormat(film.bytes);
      if (format === null) throw new ConsoleError('picture_unusable');
      await recordAudit(tx, {
        actor: { kind: 'operator', id: context.operator.id },
        action: 'clip.viewed',
        entity: captureId,
        details: { identificationId: id, sha256: capture.sha256 },
      });
      return { bytes: Buffer.from(film.bytes), format };
    });
    return new Answer(bytes, { headers: clipHeaders(format) });
  },
});
