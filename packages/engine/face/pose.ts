import type { FaceReading } from '../readings/face.ts';

export type Point3 = readonly [x: number, y: number, z: number];

/**
 * Which way a face looks, from four landmarks: forehead, chin, and both edges beside the ears.
 * Signs: yaw is positive when the face turns to the right of the picture, pitch when it looks down, roll when it tilts clockwise.
 */
export function poseOf(forehead: Point3, chin: Point3, left: Point3, right: Point3): FaceReading['pose'] {
  const down = unit(minus(chin, forehead));
  const across = unit(minus(right, left));
  const [forwardX, , forwardZ] = unit(cross(across, down));
  const degrees = (radians: number) => (radians * 180) / Math.PI;
  return {
    yawDegrees: degrees(Math.atan2(-forwardX, forwardZ)),
    pitchDegrees: degrees(Math.asin(clamp(down[2]))),
    rollDegrees: degrees(Math.atan2(across[1], across[0])),
  };
}

function minus(a: Point3, b: Point3): Point3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Point3, b: Point3): Point3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(v: Point3): Point3 {
  const length = Math.hypot(...v);
  return [v[0] / length, v[1] / length, v[2] / length];
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
