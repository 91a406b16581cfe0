import type { Tensor } from '@tensorflow/tfjs-core';
import { round } from '../image/quality.ts';
import type { FaceReading } from '../readings/face.ts';
import type { RgbImage } from './crop-square.ts';
import { describeFace } from './embedding.ts';
import { loadGraphModel, loadTensorFlow, loadWeights } from './load-tensorflow.ts';
import { type FaceNetworks, locateFaces, type MeasuredFace, measureFace } from './mesh.ts';

export interface FaceModels extends FaceNetworks {
  descriptor: Record<string, Tensor>;
}

/** Three networks from packages: where is a face, where are its landmarks, whose is it. Origin and licence: docs/engine/models.md. */
export async function loadFaceModels(): Promise<FaceModels> {
  const tf = await loadTensorFlow();
  const [detector, mesh, descriptor] = await Promise.all([
    loadGraphModel('@vladmandic/human', 'models/blazeface.json'),
    loadGraphModel('@vladmandic/human', 'models/facemesh.json'),
    loadWeights(
      tf,
      '@vladmandic/face-api',
      'model/face_recognition_model-weights_manifest.json',
      'model/face_recognition_model.bin',
    ),
  ]);
  return { tf, detector, mesh, descriptor };
}

/** A face in pixels of the picture it was found in. */
export type FoundFace = Omit<FaceReading, 'quad' | 'landmarks' | 'occlusion'> &
  Pick<MeasuredFace, 'corners' | 'landmarks' | 'occlusion'>;

export interface FacesInPicture {
  /** Faces in which the mesh found its landmarks, largest first. */
  faces: FoundFace[];
  /** How many more the detector saw without the mesh agreeing: covered, turned away, or no face after all. */
  unclear: number;
}

export function findFaces(models: FaceModels, image: RgbImage): FacesInPicture {
  const squares = locateFaces(models, image);
  const faces = squares.flatMap((square) => {
    const measured = measureFace(models, image, square);
    if (measured === null) return [];
    const { crop, ...face } = measured;
    return { ...face, descriptor: describeFace(models.tf, models.descriptor, crop).map((value) => round(value, 5)) };
  });
  return { faces: faces.sort((a, b) => b.eyeDistance - a.eyeDistance), unclear: squares.length - faces.length };
}
