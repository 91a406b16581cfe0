import type { ComponentChildren } from 'preact';
import type { Camera } from './use-camera.ts';

interface LivePictureProps {
  camera: Camera;
  /** The shape that things are fitted into. */
  frame: string;
  /** What is seen is where it belongs. */
  fine?: boolean;
  /** Corners of what was found, as shares of the picture; null where nothing was. */
  outline?: readonly (readonly [number, number])[] | null;
  /** Within the frame. */
  children?: ComponentChildren;
}

/** What the camera sees, as large as it fits, with the frame and what was found. */
export function LivePicture({ camera, frame, fine = false, outline = null, children }: LivePictureProps) {
  return (
    <div class={camera.mirrored ? 'live mirrored' : 'live'} style={{ '--ratio': String(camera.ratio) }}>
      <video ref={camera.video} autoplay playsInline muted />
      <div class={fine ? `frame ${frame} fine` : `frame ${frame}`} aria-hidden="true">
        {children}
      </div>
      {outline !== null && (
        <svg class={fine ? 'outline fine' : 'outline'} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <polygon points={outline.map((corner) => corner.join(',')).join(' ')} />
        </svg>
      )}
    </div>
  );
}

interface RoundButtonProps {
  label: string;
  /** For a button that switches something. */
  pressed?: boolean;
  onClick(): void;
  children: ComponentChildren;
}

/** A sign over the dark beside the picture. */
export function RoundButton({ label, pressed, onClick, children }: RoundButtonProps) {
  return (
    <button type="button" class="round" aria-pressed={pressed} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
