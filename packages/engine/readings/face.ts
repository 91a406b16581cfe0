import type { OcclusionReading } from '../face/occlusion.ts';
import type { Point, Quad } from './capture.ts';

/** One face in a picture. */
export interface FaceReading {
  quad: Quad;
  /** The detector's score, 0 to 1. */
  score: number;
  /** Turning left and right, nodding, tilting; 0 looks into the camera. */
  pose: { yawDegrees: number; pitchDegrees: number; rollDegrees: number };
  /** Distance between the eyes in pixels of the upright picture. */
  eyeDistance: number;
  /** Edge energy of the face at a fixed size; higher is sharper. */
  sharpness: number;
  /** Mean luma of the face, 0 to 255. */
  brightness: number;
  /** Share of the face that is burnt out, 0 to 1. */
  glareFraction: number;
  /** Whether eyes, nose and mouth look like those of a bare face; absent in readings of before it was measured. */
  occlusion?: OcclusionReading;
  /** Where features of different depth lie in the picture, always the same ones in the same order; absent in readings from before. */
  landmarks?: Point[];
  /** Vector of 128 numbers; the distance of two tells whether they show one person. */
  descriptor: number[];
}
