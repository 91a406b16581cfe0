import path from 'node:path';
import type { RgbImage } from '../image/pixels.ts';
import type { FaceReading } from '../readings/face.ts';
import { describeFace, type EmbeddingNetwork, loadEmbeddingNetwork } from './embedding.ts';
import { EMBEDDING_VERSION } from './embedding-distance.ts';
import { loadGraphModel, loadTensorFlow } from './load-tensorflow.ts';
import { type FaceNetworks, locateFaces, type MeasuredFace, measureFace } from './mesh.ts';

export interface FaceModels extends FaceNetworks {
  /** Null on a platform for which its runtime has no program: faces are then found, and compared by a person. */
  embedding: EmbeddingNetwork | null;
}

/**
 * Three networks: where is a face, where are its landmarks, whose is it. Origin and licence: docs/engine/models.md.
 *
 * @param assetsDir  the folder that holds `weights/`
 */
export async function loadFaceModels(assetsDir: string): Promise<FaceModels> {
  const tf = await loadTensorFlow();
  const weights = path.join(assetsDir, 'weights');
  const [detector, mesh, embedding] = await Promise.all([
    loadGraphModel(path.join(weights, 'mediapipe-face/blazeface.json')),
    loadGraphModel(path.join(weights, 'mediapipe-face/facemesh.json')),
    loadEmbeddingNetwork(path.join(weights, 'mobilefacenet/mobilefacenet.onnx')),
  ]);
  return { tf, detector, mesh, embedding };
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

export async function findFaces(models: FaceModels, image: RgbImage): Promise<FacesInPicture> {
  const squares = locateFaces(models, image);
  const faces: FoundFace[] = [];
  for (const square of squares) {
    const measured = measureFace(models, image, square);
    if (measured === null) continue;
    const { alignment, ...face } = measured;
    const described = models.embedding && {
      descriptor: await describeFace(models.embedding, image, alignment),
      descriptorVersion: EMBEDDING_VERSION,
    };
    faces.push({ ...face, ...(described ?? { descriptor: [] }) });
  }
  return { faces: faces.sort((a, b) => b.eyeDistance - a.eyeDistance), unclear: squares.length - faces.length };
}
