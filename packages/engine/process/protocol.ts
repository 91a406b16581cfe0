import type { ErrorCode } from '@reident/domain';
import type { CapturedMedia, CaptureReading } from '../readings/capture.ts';

/** What the platform asks of the engine host, one at a time. */
export type HostRequest =
  | { id: number; ask: 'read'; media: CapturedMedia }
  | { id: number; ask: 'derive'; bytes: Uint8Array; contentType: string }
  | { id: number; ask: 'logo'; bytes: Uint8Array }
  | { id: number; ask: 'icon'; logo: Uint8Array; background: string; size: number };

/** What the engine host says. `decoded` ends the time that decoding may take. */
export type HostMessage =
  | { say: 'ready' }
  | { say: 'decoded'; id: number }
  | { say: 'reading'; id: number; reading: CaptureReading }
  | { say: 'derivative'; id: number; jpeg: Uint8Array }
  | { say: 'drawing'; id: number; png: Uint8Array }
  | { say: 'rejected'; id: number; code: ErrorCode; detail: string }
  | { say: 'failed'; id: number; stack: string };
