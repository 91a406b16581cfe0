import type { Point, Quad } from './quad.ts';

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
  /** Numbers of length 1 as a vector; the distance of two tells whether they show one person. Empty where none were made. */
  descriptor: number[];
  /** Which network made them, and how; absent where none did, and in readings from before descriptors had versions. */
  descriptorVersion?: string;
}

/** What occlusion is told by. None of the numbers depends on light or shade of skin: each is taken beside the skin around it. */
export interface OcclusionMeasures {
  /** Mean luma of both eyes, lids included, over that of forehead and cheeks: dark lenses are dark. */
  eyeLuma: number;
  /** How much luma varies within the eyes, over that of the skin: white, iris and lashes; a lens is even. */
  eyeVariation: number;
  /** How unlike in hue nose, lower cheeks and chin are to the forehead, as logarithms; the least unlike of the three counts. */
  lowerHue: number;
  /** How much luma varies over nose, lips and chin, over its mean. */
  lowerVariation: number;
}

/** What eyes, nose and mouth look like beside the skin around them, and where in the picture they are. */
export interface OcclusionReading extends OcclusionMeasures {
  eyesQuad: Quad;
  lowerQuad: Quad;
}
