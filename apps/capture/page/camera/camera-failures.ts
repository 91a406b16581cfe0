import type { CameraFailure } from '../flow/model.ts';

/** What can go wrong with a camera: what the browser calls it, and which of our explanations helps. */
// biome-ignore format: a table
export const CAMERA_FAILURES = {
  // browser's name          explanation     what happened
  NotAllowedError:          'denied',     // the customer or a policy said no
  SecurityError:            'denied',
  NotFoundError:            'missing',    // no camera at this device
  DevicesNotFoundError:     'missing',
  OverconstrainedError:     'missing',    // none that could do what was asked
  NotReadableError:         'in_use',     // another program holds it, or the hardware failed
  TrackStartError:          'in_use',
  AbortError:               'in_use',
  Blank:                    'blank',      // ours: every frame is black
  TimeoutError:             'slow',       // ours: a recording took longer than one may
  NotSupportedError:        'unsupported',
  TypeError:                'unsupported', // the page is not on a secure connection
  Unsupported:              'unsupported', // ours: the browser has no getUserMedia
} as const satisfies Record<string, CameraFailure>;

export function cameraFailureOf(error: unknown): CameraFailure {
  const name = error instanceof Error ? error.name : '';
  return name in CAMERA_FAILURES ? CAMERA_FAILURES[name as keyof typeof CAMERA_FAILURES] : 'in_use';
}
