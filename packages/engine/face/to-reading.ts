import { mapQuad, pointInQuad, roundPoint } from '../image/quad.ts';
import type { FaceReading } from '../readings/face.ts';
import type { Point, Quad } from '../readings/quad.ts';
import type { FoundFace } from './detect.ts';

/**
 * @param size  of the picture in which the face was found
 * @param place  where that one lies in the whole picture, in fractions
 */
export function toFaceReading(
  { corners, landmarks, occlusion: { eyesCorners, lowerCorners, ...occlusion }, ...face }: FoundFace,
  { width, height }: { width: number; height: number },
  place: Quad,
): FaceReading {
  const at = ([x, y]: Point) => roundPoint(pointInQuad(place, x / width, y / height));
  return {
    ...face,
    quad: mapQuad(corners, at),
    landmarks: landmarks.map(at),
    occlusion: { ...occlusion, eyesQuad: mapQuad(eyesCorners, at), lowerQuad: mapQuad(lowerCorners, at) },
  };
}
