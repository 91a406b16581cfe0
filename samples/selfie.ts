import { drawBackground } from './background.ts';
import { type CameraSpec, exposeFilm, shine } from './camera.ts';
import { drawPerson, type SamplePerson } from './persons.ts';
import { drawFace, drawPortrait } from './portrait.ts';
import { createRandom } from './random.ts';
import { renderSvg } from './render.ts';

/** A frame of the front camera. With the seed of a document it shows the document's holder. */
export interface SelfieSpec {
  seed: string;
  holder?: Partial<SamplePerson>;
  /** An empty room when false. */
  someone?: boolean;
  /** Positive turns the face to the picture's right. */
  yawDegrees?: number;
  width?: number;
  height?: number;
  camera?: Partial<CameraSpec>;
}

export interface Selfie {
  jpeg: Buffer;
  width: number;
  height: number;
}

const CLEAN_SELFIE: CameraSpec = {
  lightFallOff: 0.12,
  exposure: 1,
  defocusPixels: 0.5,
  motionPixels: 0,
  noise: 2,
  jpegQuality: 90,
};

/** The face is drawn: it has a face's places and shades, but no likeness on which a comparison could be measured. */
export async function drawSelfie(spec: SelfieSpec): Promise<Selfie> {
  const { width = 1280, height = 720, someone = true, yawDegrees = 0 } = spec;
  const random = createRandom(spec.seed);
  const camera = { ...CLEAN_SELFIE, ...spec.camera };
  const canvas = await drawBackground('plain', width, height, random.fork('room'));
  if (someone) {
    const holder = drawPerson(random.fork('holder'), spec.holder);
    const face = drawFace(random.fork('face'), holder.sex);
    const side = Math.min(width, height * 0.8);
    const frame = {
      x: (width - side) / 2,
      y: 0,
      width: side,
      height,
      yawDegrees,
      background: '#9aa3a8',
      faceFraction: 0.5,
    };
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawPortrait(face, frame, 'selfie')}</svg>`;
    const drawn = renderSvg(svg, width);
    for (let pixel = 0; pixel < width * height; pixel++) {
      if (drawn.data[pixel * 4 + 3] === 0) continue;
      for (let channel = 0; channel < 3; channel++) canvas.data[pixel * 3 + channel] = drawn.data[pixel * 4 + channel]!;
    }
  }
  shine(canvas, camera, random.fork('light'));
  return { jpeg: await exposeFilm(canvas, camera, random.fork('camera')), width, height };
}
