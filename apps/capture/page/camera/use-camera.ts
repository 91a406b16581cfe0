import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dispatch } from '../flow/model.ts';
import { cameraFailureOf } from './camera-failures.ts';

export interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  /** A frame was really drawn: until then a picture would be empty. */
  ready: boolean;
  /** Whether the light can be switched; null when the camera has none. */
  torch: boolean | null;
  switchTorch(): void;
  /** Whether there is another camera to switch to. */
  canTurn: boolean;
  turn(): void;
  mirrored: boolean;
  /** Width over height of the live picture. */
  ratio: number;
}

const BLANK_AFTER_MS = 6_000;
const ANALYSE_EVERY_MS = 300;
/** The cameras that the customer switched to: the next screen begins with them. */
const chosen: { environment: string | null; user: string | null } = { environment: null, user: null };
/** Brightest of the sampled points, 0 to 255, up to which a frame counts as black. */
const BLACK = 10;

/** The device's camera for as long as the screen is drawn. What fails becomes a screen that says what to do. */
export function useCamera(lens: 'environment' | 'user'): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const track = useRef<MediaStreamTrack | null>(null);
  const [device, setDevice] = useState<string | null>(chosen[lens]);
  const [facesCustomer, setFacesCustomer] = useState(lens === 'user');
  const [ready, setReady] = useState(false);
  const [torch, setTorch] = useState<boolean | null>(null);
  const [canTurn, setCanTurn] = useState(false);
  const [ratio, setRatio] = useState(3 / 4);

  useEffect(() => {
    let over = false;
    let stream: MediaStream | null = null;
    setReady(false);
    openStream(lens, device)
      .then(async (opened) => {
        if (over) return stop(opened);
        stream = opened;
        track.current = opened.getVideoTracks()[0] ?? null;
        setTorch(hasTorch(track.current) ? false : null);
        setFacesCustomer(looksAtCustomer(track.current, lens));
        // A camera that is unplugged, or taken away by a call, ends its track.
        track.current?.addEventListener('ended', () => dispatch({ type: 'camera failed', failure: 'in_use' }));
        if (video.current === null) return;
        video.current.srcObject = opened;
        await video.current.play().catch(() => undefined);
        setCanTurn((await camerasHere()).length > 1);
      })
      .catch((error: unknown) => {
        if (over) return;
        // The one that was chosen before may have been unplugged.
        if (device === null) return dispatch({ type: 'camera failed', failure: cameraFailureOf(error) });
        chosen[lens] = null;
        setDevice(null);
      });
    let seenAt = Date.now();
    const timer = setInterval(() => {
      if (over || video.current === null || stream === null) return;
      // A call takes the camera away and leaves the last picture standing: that one must not be judged.
      const interrupted = track.current?.muted === true;
      if (!interrupted && showsSomething(video.current)) {
        seenAt = Date.now();
        setRatio(video.current.videoWidth / video.current.videoHeight);
        setReady(true);
        return;
      }
      if (interrupted) setReady(false);
      if (Date.now() - seenAt > BLANK_AFTER_MS)
        dispatch({ type: 'camera failed', failure: interrupted ? 'in_use' : 'blank' });
    }, ANALYSE_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
      track.current = null;
      if (stream !== null) stop(stream);
    };
  }, [lens, device]);

  return {
    video,
    ready,
    torch,
    switchTorch() {
      const wanted = torch !== true;
      const constraints = { advanced: [{ torch: wanted }] } as unknown as MediaTrackConstraints;
      track.current?.applyConstraints(constraints).then(
        () => setTorch(wanted),
        () => setTorch(null),
      );
    },
    canTurn,
    turn: () =>
      void nextCamera(track.current).then((next) => {
        chosen[lens] = next;
        setDevice(next);
      }),
    mirrored: facesCustomer,
    ratio,
  };
}

/**
 * @param device  the camera that the customer switched to; null for the one that fits best
 * @throws as getUserMedia does, or `Unsupported` where the browser has none or the page is not secure
 */
async function openStream(facing: 'environment' | 'user', device: string | null): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw Object.assign(new Error('no camera access in this browser'), { name: 'Unsupported' });
  }
  // No height: a browser that is asked for one crops the picture of a phone held upright to fit it.
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      ...(device === null ? { facingMode: { ideal: facing } } : { deviceId: { exact: device } }),
      width: { ideal: 1920 },
    },
  });
}

async function camerasHere(): Promise<MediaDeviceInfo[]> {
  return (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
}

/** One after the other: a phone has several at its back, and its names for them help nobody. */
async function nextCamera(track: MediaStreamTrack | null): Promise<string | null> {
  const ids = (await camerasHere()).map(({ deviceId }) => deviceId);
  const now = ids.indexOf(track?.getSettings().deviceId ?? '');
  return ids[(now + 1) % ids.length] ?? null;
}

/** What the browser says about the camera that it gave, which need not be the one that was asked for. */
function looksAtCustomer(track: MediaStreamTrack | null, asked: 'environment' | 'user'): boolean {
  return (track?.getSettings().facingMode ?? asked) === 'user';
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function hasTorch(track: MediaStreamTrack | null): boolean {
  const capabilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return capabilities?.torch === true;
}

const PROBE = { width: 32, height: 18 } as const;
let probe: HTMLCanvasElement | null = null;

/** Whether the video draws a frame that is not black: `videoWidth` alone is set before there is one. */
function showsSomething(video: HTMLVideoElement): boolean {
  if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
  probe ??= Object.assign(document.createElement('canvas'), PROBE);
  const context = probe.getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  context.drawImage(video, 0, 0, PROBE.width, PROBE.height);
  const { data } = context.getImageData(0, 0, PROBE.width, PROBE.height);
  return data.some((value, index) => index % 4 !== 3 && value > BLACK);
}
