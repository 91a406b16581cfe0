import { RECORDING_TYPE } from '@reident/engine';
import { Answer } from '@reident/http';
import { beginUpload, CaptureError, continueUpload, issueNonce, LIMITS, uploadStatus } from '@reident/platform';
import { z } from 'zod';
import { NONCE_HEADER, UPLOAD_OFFSET_HEADER } from '../../shared/protocol.ts';
import { drawSample, isRecording, sampleOrder } from '../draw-sample.ts';
import { actInSession } from './act-in-session.ts';
import { Text } from './fields.ts';
import { sessionRoute } from './route.ts';

const Nonce = z.string().default('');

/**
 * Pictures and recordings. One upload at a time per session, so its address needs no name: the nonce says which it is
 * [CAP-5, CAP-11].
 */
export const MEDIA_ROUTES = [
  sessionRoute({
    method: 'POST',
    path: '/nonce',
    body: z.object({ step: Text }),
    async handle({ body }, visit) {
      const act = await actInSession(visit, visit.found, (tx, at) => issueNonce(tx, visit.platform, at, body.step));
      return act.result;
    },
  }),
  // What a sandbox shows instead of a camera; it is sent like a picture that was taken.
  sessionRoute({
    method: 'POST',
    path: '/sample',
    body: z.object({ step: Text, scenario: Text }),
    async handle({ body }, visit) {
      const { result } = await actInSession(visit, visit.found, (tx, at) =>
        sampleOrder(tx, at, body.step, body.scenario),
      );
      const type = isRecording(result.step) ? RECORDING_TYPE : 'image/jpeg';
      const bytes = await drawSample(result, visit.platform.config.projectRoot);
      return new Answer(bytes, { headers: { 'content-type': type } });
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/upload',
    body: z.object({
      nonce: Text,
      size: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.enum(['camera', 'file', 'sample']),
    }),
    async handle({ body: order }, visit) {
      const act = await actInSession(visit, visit.found, (tx, at) => beginUpload(tx, visit.platform, at, order));
      return act.result;
    },
  }),
  sessionRoute({
    method: 'GET',
    path: '/upload',
    headers: { [NONCE_HEADER]: Nonce },
    async handle({ headers }, visit) {
      const act = await actInSession(visit, visit.found, async (_tx, at) => uploadStatus(at, headers[NONCE_HEADER]));
      return act.result;
    },
  }),
  sessionRoute({
    method: 'PATCH',
    path: '/upload',
    bodyLimit: LIMITS.chunkBytes,
    headers: { [NONCE_HEADER]: Nonce, [UPLOAD_OFFSET_HEADER]: z.coerce.number().int().min(0) },
    body: z.instanceof(Buffer),
    async handle({ headers, body: bytes }, visit) {
      const chunk = { nonce: headers[NONCE_HEADER], offset: headers[UPLOAD_OFFSET_HEADER], bytes };
      const act = await actInSession(visit, visit.found, (tx, at) => continueUpload(tx, visit.platform, at, chunk));
      if (act.result === 'broken') throw new CaptureError('upload_checksum_mismatch');
      return act.state;
    },
  }),
];
