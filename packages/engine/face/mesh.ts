import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { Tensor } from '@tensorflow/tfjs-core';
import { toLuma } from '../image/luma.ts';
import type { RgbImage } from '../image/pixels.ts';
import { boxAround, distance, mapQuad, quadOf } from '../image/quad.ts';
import { sharpnessOf } from '../image/quality.ts';
import { mean, round } from '../image/statistics.ts';
import type { FaceReading } from '../readings/face.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { alignmentOf } from './alignment.ts';
import { cropSquare, fromSquare, type Square } from './crop-square.ts';
import { ANCHOR_COUNT, DETECTOR_SIZE, type DetectedBox, decodeBoxes } from './decode-boxes.ts';
import { type FoundOcclusion, measureOcclusion } from './occlusion.ts';
import { type Point3, poseOf } from './pose.ts';

type Tf = typeof import('@tensorflow/tfjs-core');

/** What finds and measures a face without knowing whose it is; the same in the engine host and in a browser. */
export interface FaceNetworks {
  tf: Tf;
  detector: GraphModel;
  mesh: GraphModel;
}

/** A face in pixels of the picture it was found in. */
export interface MeasuredFace
  extends Omit<FaceReading, 'quad' | 'landmarks' | 'descriptor' | 'descriptorVersion' | 'occlusion'> {
  corners: Quad;
  /** Features of different depth, always the same in the same order. */
  landmarks: Point[];
  occlusion: FoundOcclusion;
  /** Where the face is cut out to tell whose it is. */
  alignment: Square;
}

/** How sure the mesh must be that it looks at a face. */
const LEAST_MESH_SCORE = 0.5;

/** Where a face is looked at: upright, with room for chin and forehead. */
export interface FaceSquare extends Square {
  /** The detector's, 0 to 1. */
  score: number;
}

/**
 * Squares around the faces, turned so that the eyes are level and with room for chin and forehead.
 *
 * @param angle  how far the picture's upper side is turned from where heads are up, in radians: the detector sees no face upside down
 */
export function locateFaces({ tf, detector }: FaceNetworks, image: RgbImage, angle = 0): FaceSquare[] {
  const whole: Square = {
    centre: [image.width / 2, image.height / 2],
    side: Math.max(image.width, image.height),
    angle,
  };
  const crop = cropSquare(image, whole, DETECTOR_SIZE);
  const output = tf.tidy(() => {
    const input = tf.sub(tf.div(tf.tensor4d(crop, [1, DETECTOR_SIZE, DETECTOR_SIZE, 3]), 127.5), 1);
    const parts = detector.execute(input) as Tensor | Tensor[];
    return Float32Array.from(tf.reshape(joinAnchors(tf, parts), [ANCHOR_COUNT, -1]).dataSync());
  });
  return decodeBoxes(output).map((box) => squareAround(box, whole));
}

/** The detector answers scores and boxes of two grids apart; together they are one row per anchor, the finer grid first. */
function joinAnchors(tf: Tf, parts: Tensor | Tensor[]): Tensor {
  if (!Array.isArray(parts)) return parts;
  const bySize = [...parts].sort((a, b) => a.size - b.size);
  const [coarseScores, fineScores, coarseBoxes, fineBoxes] = bySize;
  if (!coarseScores || !fineScores || !coarseBoxes || !fineBoxes) return bySize[0]!;
  return tf.concat([tf.concat([fineScores, fineBoxes], 2), tf.concat([coarseScores, coarseBoxes], 2)], 1);
}

/** How much larger than the detector's box the mesh wants its square. */
const ROOM = 1.5;

function squareAround({ score, centre, width, height, eyes: [left, right] }: DetectedBox, whole: Square): FaceSquare {
  const toPicture = ([x, y]: Point) => fromSquare(whole, [x / DETECTOR_SIZE, y / DETECTOR_SIZE]);
  return {
    score,
    centre: toPicture(centre),
    side: (Math.max(width, height) * ROOM * whole.side) / DETECTOR_SIZE,
    angle: whole.angle + Math.atan2(right[1] - left[1], right[0] - left[0]),
  };
}

/** The same whichever way the picture lies: the first quarter turn at which a face shows. */
export function locateFacesAnyWay(networks: FaceNetworks, image: RgbImage): FaceSquare[] {
  for (const quarters of [0, 1, 3, 2]) {
    const faces = locateFaces(networks, image, (quarters * Math.PI) / 2);
    if (faces.length > 0) return faces;
  }
  return [];
}

const MESH_SIZE = 192;

/** Landmarks of the mesh, by their number in it; left and right are those of the picture. */
const LANDMARKS = {
  forehead: [10],
  chin: [152],
  leftEdge: [234],
  rightEdge: [454],
  leftEye: [33, 133],
  rightEye: [362, 263],
  mouth: [61, 291],
  noseTip: [1],
  leftMouth: [61],
  rightMouth: [291],
} as const;

/** Side in pixels of the crop on which sharpness and light of a face are measured. */
const CROP_SIZE = 150;

/** Eyes, brows, bridge, tip and wings of the nose, lips, cheeks, jaw, chin: some stand out, some lie back. */
const PARALLAX_LANDMARKS = [
  33, 133, 362, 263, 70, 300, 168, 6, 1, 4, 98, 327, 61, 291, 0, 17, 50, 280, 172, 397, 234, 454, 152, 10,
];

/** From forehead to chin a frontal face leans so far back in the mesh. */
const NEUTRAL_PITCH = 12;

/** The face in a square: which way it looks, how large, sharp and bright it is. Null when the mesh sees none there. */
export function measureFace(models: FaceNetworks, image: RgbImage, square: FaceSquare): MeasuredFace | null {
  const mesh = readMesh(models, image, square);
  if (!mesh) return null;
  const place = (indices: readonly number[]): Point => {
    const points = indices.map((i) => fromSquare(square, [mesh[i]![0], mesh[i]![1]]));
    return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  };
  const [leftEye, rightEye, mouth] = [place(LANDMARKS.leftEye), place(LANDMARKS.rightEye), place(LANDMARKS.mouth)];
  const pose = poseOf(
    mesh[LANDMARKS.forehead[0]]!,
    mesh[LANDMARKS.chin[0]]!,
    mesh[LANDMARKS.leftEdge[0]]!,
    mesh[LANDMARKS.rightEdge[0]]!,
  );
  const crop = cropSquare(image, measuredSquare(leftEye, rightEye, mouth), CROP_SIZE);
  const size = { width: CROP_SIZE, height: CROP_SIZE };
  const grey = toLuma({ data: Uint8Array.from(crop), channels: 3, ...size }).data;
  return {
    corners: cornersOf(mesh, square),
    landmarks: PARALLAX_LANDMARKS.map((i) => place([i])),
    score: round(square.score, 3),
    pose: {
      yawDegrees: round(pose.yawDegrees, 1),
      pitchDegrees: round(pose.pitchDegrees - NEUTRAL_PITCH, 1),
      rollDegrees: round(pose.rollDegrees + (square.angle * 180) / Math.PI, 1),
    },
    eyeDistance: round(distance(leftEye, rightEye), 1),
    sharpness: round(sharpnessOf({ data: grey, ...size }), 1),
    brightness: round(mean(grey), 1),
    glareFraction: round(grey.filter((luma) => luma >= 250).length / grey.length, 4),
    occlusion: measureOcclusion(image, (i) => place([i])),
    alignment: alignmentOf([
      leftEye,
      rightEye,
      place(LANDMARKS.noseTip),
      place(LANDMARKS.leftMouth),
      place(LANDMARKS.rightMouth),
    ]),
  };
}

/** 468 landmarks as fractions of the square, depth in the same unit; null when the mesh sees no face there. */
function readMesh({ tf, mesh }: FaceNetworks, image: RgbImage, square: Square): Point3[] | null {
  const crop = cropSquare(image, square, MESH_SIZE);
  let landmarks: Point3[] | null = null;
  tf.tidy(() => {
    const outputs = mesh.execute(tf.div(tf.tensor4d(crop, [1, MESH_SIZE, MESH_SIZE, 3]), 255)) as Tensor[];
    const flag = outputs.find(({ size }) => size === 1)?.dataSync()[0];
    const coordinates = outputs.find(({ size }) => size === 1404)?.dataSync();
    // The flag is already between 0 and 1.
    if (flag === undefined || !coordinates || flag < LEAST_MESH_SCORE) return;
    const at = (i: number) => coordinates[i]! / MESH_SIZE;
    landmarks = Array.from({ length: 468 }, (_, i): Point3 => [at(3 * i), at(3 * i + 1), at(3 * i + 2)]);
  });
  return landmarks;
}

/** Eyes to mouth are this part of the crop, and their middle lies this far down it. */
const EYES_TO_MOUTH = 0.4;
const MIDDLE_DOWN = 0.43;

function measuredSquare(leftEye: Point, rightEye: Point, mouth: Point): Square {
  const eyes: Point = [(leftEye[0] + rightEye[0]) / 2, (leftEye[1] + rightEye[1]) / 2];
  const side = Math.hypot(mouth[0] - eyes[0], mouth[1] - eyes[1]) / EYES_TO_MOUTH;
  const angle = Math.atan2(rightEye[1] - leftEye[1], rightEye[0] - leftEye[0]);
  const middle: Point = [(leftEye[0] + rightEye[0] + mouth[0]) / 3, (leftEye[1] + rightEye[1] + mouth[1]) / 3];
  const centre = fromSquare({ centre: middle, side, angle }, [0.5, 0.5 + (0.5 - MIDDLE_DOWN)]);
  return { centre, side, angle };
}

function cornersOf(mesh: readonly Point3[], square: Square): Quad {
  const box = boxAround(mesh.map(([x, y]) => [x, y]));
  return mapQuad(quadOf(box), (corner) => fromSquare(square, corner));
}
