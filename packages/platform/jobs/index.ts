import type { JobKind, LeasedJob } from '@reident/store';
import { runBatch } from '../batches/run-batch.ts';
import { runCampaign } from '../campaigns/run-campaign.ts';
import { sendMessage } from '../campaigns/send-message.ts';
import type { Config, Platform } from '../platform.ts';
import { warnAboutDocument } from './document-ends.ts';
import { endSession } from './end-session.ts';
import { deleteErasedBlobs, eraseWhenDue } from './erase.ts';
import { examine } from './examine.ts';
import { expireIdentification } from './expire.ts';
import { playRobot } from './play-sandbox-robot.ts';
import { readCapture } from './read-capture.ts';
import { refreshManyDue } from './refresh-due.ts';

export type JobHandler = (job: LeasedJob, platform: Platform) => Promise<void>;

/** Who handles which kind of job of the queue; `timeoutSeconds` is always shorter than the job's lease. */
// biome-ignore format: one row per line
export const JOB_HANDLERS = {
  //                handler                         timeoutSeconds
  read_capture:  { handle: readCapture,            timeoutSeconds: 45 },
  examine:       { handle: examine,                timeoutSeconds: 20 },
  robot:         { handle: playRobot,              timeoutSeconds: 20 },
  end_session:   { handle: endSession,             timeoutSeconds: 20 },
  expire:        { handle: expireIdentification,   timeoutSeconds: 20 },
  document_ends: { handle: warnAboutDocument,      timeoutSeconds: 20 },
  erase_person:  { handle: eraseWhenDue,           timeoutSeconds: 20 },
  erase_blobs:   { handle: deleteErasedBlobs,      timeoutSeconds: 20 },
  campaign:      { handle: runCampaign,            timeoutSeconds: 45 },
  send_message:  { handle: sendMessage,            timeoutSeconds: 45 },
  batch:         { handle: runBatch,               timeoutSeconds: 45 },
  refresh_due:   { handle: refreshManyDue,         timeoutSeconds: 20 },
} as const satisfies Record<JobKind, { handle: JobHandler; timeoutSeconds: number }>;

/** Beside the reading itself: the bytes are fetched, a derivative is drawn, and both are stored. */
const READ_SLACK_SECONDS = 15;

/** The same, where an installation gives more time to reading. */
export function jobHandlersOf({
  timeLimits,
}: Pick<Config, 'timeLimits'>): Record<JobKind, { handle: JobHandler; timeoutSeconds: number }> {
  if (timeLimits === undefined) return JOB_HANDLERS;
  const timeoutSeconds = timeLimits.readSeconds + READ_SLACK_SECONDS;
  return { ...JOB_HANDLERS, read_capture: { ...JOB_HANDLERS.read_capture, timeoutSeconds } };
}
