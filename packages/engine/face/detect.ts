import path from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { RgbImage } from '../image/pixels.ts';
import { round } from '../image/statistics.ts';
import type { FaceReading } from '../readings/face.ts';
import { describeFace } from './embedding.ts';
import { loadGraphModel, loadTensorFlow, loadWeights } from './load-tensorflow.ts';
import { type FaceNetworks, locateFaces, type MeasuredFace, measureFace } from './mesh.ts';

export interface FaceModels extends FaceNetworks {
  descriptor: Record<string, Tensor>;
}

/**
 * Three networks: where is a face, where are its landmarks, whose is it. Origin and licence: docs/engine/models.md.
 *
 * @param assetsDir  the folder that holds `weights/`
 */
export async function loadFaceModels(assetsDir: string): Promise<FaceModels> {
  const tf = await loadTensorFlow();
  const weights = path.join(assetsDir, 'weights');
  const [detector, mesh, descriptor] = await Promise.all([
    loadGraphModel(path.join(weights, 'mediapipe-face/blazeface.json')),
    loadGraphModel(path.join(weights, 'mediapipe-face/facemesh.json')),
    loadWeights(tf, path.join(weights, 'dlib-face/face_recognition_model')),
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
