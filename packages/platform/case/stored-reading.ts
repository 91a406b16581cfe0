import type { ErrorCode } from '@reident/domain';
import type { CaptureReading, CaptureStep } from '@reident/engine';

/** What lies with a capture once it was looked at: a reading, or why there can be none. */
export type StoredReading = CaptureReading | { step: CaptureStep; unreadable: ErrorCode };
