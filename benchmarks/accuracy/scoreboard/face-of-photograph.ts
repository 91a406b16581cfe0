import sharp from 'sharp';
import { type FaceModels, type FoundFace, findFaces } from '../../../packages/engine/face/detect.ts';

/** Pictures for research are small: up to this side they are enlarged, so that the detector sees a face as it does in a selfie. */
const LEAST_SIDE = 600;

/** The face nearest the middle of a photograph: others in it are nobody's concern. Null where none is found. */
export async function faceOfPhotograph(models: FaceModels, photograph: Uint8Array): Promise<FoundFace | null> {
  const upright = sharp(photograph).rotate();
  const { width = 0, height = 0 } = await sharp(photograph).metadata();
  if (Math.min(width, height) < LEAST_SIDE) upright.resize(LEAST_SIDE, LEAST_SIDE, { fit: 'outside' });
  else upright.resize(1600, 1600, { fit: 'inside', withoutEnlargement: true });
  const { data, info } = await upright.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { faces } = await findFaces(models, { rgb: data, width: info.width, height: info.height });
  const fromMiddle = ({ corners }: FoundFace) =>
    Math.hypot(
      (corners[0][0] + corners[2][0]) / 2 - info.width / 2,
      (corners[0][1] + corners[2][1]) / 2 - info.height / 2,
    );
  return faces.sort((a, b) => fromMiddle(a) - fromMiddle(b))[0] ?? null;
}
