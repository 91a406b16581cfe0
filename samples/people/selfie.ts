import { MEDIA, type Presentation } from '../attacks/presentation.ts';
import { drawBackground } from '../photo/background.ts';
import { type CameraSpec, exposeFilm, shine } from '../photo/camera.ts';
import { CLEAN_PHOTO, takePhoto } from '../photo/photo.ts';
import { type Raster, renderSvg } from '../photo/render.ts';
import { drawSurroundings } from '../photo/surroundings.ts';
import { createRandom, type Random } from '../random.ts';
import { type FaceOcclusion, occludeFace } from './face-occlusion.ts';
import { drawPerson, type SamplePerson } from './persons.ts';
import { drawFace, drawPortrait, type Face } from './portrait.ts';

/** A frame of the front camera. With the seed of a document it shows the document's holder. */
export interface SelfieSpec {
  seed: string;
  holder?: Partial<SamplePerson>;
  /** How many people are in the picture; an empty room is 0. */
  people?: 0 | 1 | 2;
  /** Positive turns the face to the picture's right. */
  yawDegrees?: number;
  /** What covers the face. */
  occlusion?: FaceOcclusion;
  width?: number;
  height?: number;
  camera?: Partial<CameraSpec>;
  /** What is held before the camera in place of a face. */
  presentation?: Presentation;
  /** How coarse its dots or stripes are, 1 being usual. */
  grain?: number;
  /** Degrees by which a held picture is turned, as an attacker imitates a turning head. */
  tiltDegrees?: number;
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
  const { width = 1280, height = 720, presentation = 'original' } = spec;
  const random = createRandom(spec.seed);
  const camera = { ...CLEAN_SELFIE, ...spec.camera };
  if (presentation !== 'original') return holdUp(spec, presentation, camera, random);
  const canvas = await drawBackground('plain', width, height, random.fork('room'));
  const svg = peopleIn(spec, { x: 0, y: 0, width, height }, random);
  const drawn = renderSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${svg}</svg>`,
    width,
  );
  layOver(canvas, drawn);
  shine(canvas, camera, random.fork('light'));
  return { jpeg: await exposeFilm(canvas, camera, random.fork('camera')), width, height };
}

/** A print, or the screen of another phone, held before the camera. */
async function holdUp(
  spec: SelfieSpec,
  presentation: Presentation,
  camera: CameraSpec,
  random: Random,
): Promise<Selfie> {
  const { width = 1280, height = 720, grain = 1, tiltDegrees = 0 } = spec;
  const { oversampling, around, show } = MEDIA[presentation];
  const picture = { width: 900, height: 720 };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 720"><rect width="900" height="720" fill="#9aa3a8"/>${peopleIn(spec, { x: 0, y: 0, ...picture }, random)}</svg>`;
  const shown = show(renderSvg(svg, Math.round((height * 1.25 * oversampling) / grain)), random.fork('presentation'));
  const photo = {
    ...CLEAN_PHOTO,
    ...camera,
    width,
    height,
    coverage: around ? 0.84 : 1.08,
    tilt: { x: tiltDegrees, y: 0 },
  };
  const taken = await takePhoto(
    shown,
    photo,
    random.fork('photo'),
    around && drawSurroundings(around, picture, random.fork('surroundings')),
  );
  return { jpeg: taken.jpeg, width, height };
}

function peopleIn(
  spec: SelfieSpec,
  { width, height }: { x: number; y: number; width: number; height: number },
  random: Random,
): string {
  const { people = 1, yawDegrees = 0, occlusion } = spec;
  const side = Math.min(people === 2 ? width / 2 : width, height * 0.8);
  const holder = drawPerson(random.fork('holder'), spec.holder);
  const faces: Face[] = [drawFace(random.fork('face'), holder.sex), drawFace(random.fork('other face'))];
  return faces
    .slice(0, people)
    .map((face, index) => {
      const x = (width * (2 * index + 1)) / (2 * people) - side / 2;
      const frame = { x, y: 0, width: side, height, yawDegrees, background: '#9aa3a8', faceFraction: 0.5 };
      return drawPortrait(face, frame, `selfie${index}`) + (occlusion ? occludeFace(occlusion, frame) : '');
    })
    .join('');
}

function layOver(canvas: Raster, drawn: Raster): void {
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel++) {
    if (drawn.data[pixel * 4 + 3] === 0) continue;
    for (let channel = 0; channel < 3; channel++) canvas.data[pixel * 3 + channel] = drawn.data[pixel * 4 + channel]!;
  }
}
