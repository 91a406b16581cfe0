import type { StoreLog } from '@reident/store';

/** Says once that a queue stopped answering, and once that it answers again. */
export function reportQueueOutage(log: StoreLog, queue: string): (error: unknown) => void {
  return (error) => {
    if (error === null) log.info({ queue }, 'the queue answers again');
    else log.error({ err: error, queue }, 'the queue does not answer; trying on');
  };
}
