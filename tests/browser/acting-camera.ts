import { drawSample, drawSelfie, drawTilt, drawTurn, type SampleSpec } from '@reident/samples';
import type { Page } from 'playwright-core';

/**
 * A camera before which somebody acts: it shows what the test names, and while the page records, whatever its prompt asks for.
 * A file for the browser's own fake camera cannot do that, because the server draws the order of the prompts.
 */
export interface Acting {
  /** Puts something before the lens. */
  show(page: Page, scene: string): Promise<void>;
}

/** Pictures by scene; a recording's prompt is a scene of its own, of one or more pictures shown in turn. */
export type Scenes = Readonly<Record<string, readonly Buffer[]>>;

const UPRIGHT = { width: 1080, height: 1440 };

/** A card, its holder, and everything that is asked of both. */
export async function drawScenes(spec: Pick<SampleSpec, 'seed' | 'holder' | 'day' | 'kind'>): Promise<Scenes> {
  const side = async (name: 'front' | 'back') =>
    (await drawSample({ ...spec, side: name, photo: { ...UPRIGHT } })).jpeg;
  const tilt = await drawTilt({ ...spec, side: 'front', photo: { ...UPRIGHT }, frames: 16 });
  const turn = await drawTurn({
    seed: spec.seed,
    ...UPRIGHT,
    prompts: ['center', 'left', 'right'],
    framesPerPrompt: 1,
  });
  const of = (frames: { prompt: string; jpeg: Buffer }[], wanted: string) =>
    frames.filter(({ prompt }) => prompt === wanted).map(({ jpeg }) => jpeg);
  return {
    front: [await side('front')],
    back: [await side('back')],
    face: [(await drawSelfie({ seed: spec.seed, ...UPRIGHT })).jpeg],
    flat: of(tilt, 'flat').slice(0, 1),
    tilt: of(tilt, 'tilt'),
    center: of(turn, 'center'),
    left: of(turn, 'left'),
    right: of(turn, 'right'),
  };
}

/** To be called before the page is opened. */
export async function actBefore(page: Page, scenes: Scenes, size = UPRIGHT): Promise<Acting> {
  const pictures = Object.fromEntries(
    Object.entries(scenes).map(([scene, jpegs]) => [scene, jpegs.map((jpeg) => jpeg.toString('base64'))]),
  );
  await page.addInitScript(startActing, { pictures, size });
  return {
    show: (shown, scene) =>
      shown.evaluate((name) => {
        Object.assign(window, { scene: name });
      }, scene),
  };
}

/** Runs in the page. */
function startActing({ pictures, size }: { pictures: Record<string, string[]>; size: typeof UPRIGHT }): void {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const drawn = new Map<string, Promise<ImageBitmap[]>>();
  const bitmapsOf = (scene: string) => {
    const known = drawn.get(scene);
    if (known) return known;
    const made = Promise.all(
      (pictures[scene] ?? []).map((base64) =>
        createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/jpeg' })),
      ),
    );
    drawn.set(scene, made);
    return made;
  };
  const context = canvas.getContext('2d', { alpha: false });
  let turn = 0;
  const draw = async () => {
    const prompt = document.querySelector('[data-prompt]')?.getAttribute('data-prompt');
    const scene = prompt || ((window as { scene?: string }).scene ?? 'front');
    const bitmaps = await bitmapsOf(scene);
    const bitmap = bitmaps[Math.floor(turn / 2) % Math.max(1, bitmaps.length)];
    turn += 1;
    if (bitmap) context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    setTimeout(draw, 120);
  };
  const open = async () => {
    await draw();
    return canvas.captureStream(15);
  };
  let opened: Promise<MediaStream> | null = null;
  navigator.mediaDevices.getUserMedia = async () => {
    opened ??= open();
    return (await opened).clone();
  };
}
