/** Readings as a good sitting gives them: a starting point from which each test spoils one thing. */
import { formatMrz, type MrzInput, parseMrz } from '@reident/mrz';
import {
  type CaptureReading,
  type CaptureStep,
  ENGINE_VERSION,
  type FrameReading,
  type MrzReading,
  type Point,
  type Quad,
  type TextLine,
} from '../capture-reading.ts';
import { APPEARANCE, type Appearance, packAppearance } from '../evidence/appearance.ts';
import type { FaceReading } from '../evidence/faces/face-reading.ts';
import type { CoverReading } from '../evidence/faces/measure-cover.ts';
import type { CapturedReading, EvidenceOrder } from '../evidence/gather-evidence.ts';
import type { LinePrint } from '../evidence/viz/measure-print.ts';

export const GOOD_ORDER: EvidenceOrder = {
  person: { firstName: 'Jördis', lastName: 'Größmann', birthDate: '1990-09-08', nationality: 'DE' },
  capturedOn: '2026-06-15',
  minimumAgeYears: 18,
};

export const SOMEWHERE: Quad = [
  [0.1, 0.1],
  [0.9, 0.1],
  [0.9, 0.9],
  [0.1, 0.9],
];

export function goodMrz(change: Partial<MrzInput> = {}, reading: Partial<MrzReading> = {}): MrzReading {
  const lines = formatMrz({
    format: 'TD3',
    documentCode: 'P',
    issuingState: 'D',
    nationality: 'D',
    documentNumber: 'C5CLP49LK',
    primaryIdentifier: 'Größmann',
    secondaryIdentifier: 'Jördis',
    birthDate: '900908',
    sex: 'F',
    expiryDate: '340811',
    ...change,
  });
  return { ...parseMrz(lines), quad: SOMEWHERE, confidence: -0.01, repaired: 0, ...reading };
}

export function goodFace(change: Partial<FaceReading> = {}): FaceReading {
  return {
    quad: SOMEWHERE,
    score: 0.9,
    pose: { yawDegrees: 2, pitchDegrees: -3, rollDegrees: 0 },
    eyeDistance: 120,
    sharpness: 200,
    brightness: 140,
    glareFraction: 0,
    cover: goodCover(),
    descriptor: Array.from({ length: 128 }, (_, i) => Math.sin(i) / 10),
    ...change,
  };
}

export function goodCover(change: Partial<CoverReading> = {}): CoverReading {
  return {
    eyeLuma: 0.7,
    eyeVariation: 0.2,
    lowerHue: 0.03,
    lowerVariation: 0.25,
    eyesQuad: SOMEWHERE,
    lowerQuad: SOMEWHERE,
    ...change,
  };
}

/** What a side of the good document has in print: a label and below it the value, row by row. */
export function goodText(rows: readonly (readonly [label: string, value: string])[] = GOOD_PRINT): TextLine[] {
  return rows.flatMap(([label, value], row) => [printedLine(label, row * 0.1), printedLine(value, row * 0.1 + 0.04)]);
}

export function printedLine(text: string, top: number, change: Partial<TextLine> = {}): TextLine {
  const box = [0.3, top, 0.3 + text.length * 0.02, top + 0.03] as const;
  const [left, upper, right, lower] = box;
  return {
    text,
    confidence: 0.97,
    quad: [
      [left, upper],
      [right, upper],
      [right, lower],
      [left, lower],
    ],
    box,
    print: goodLinePrint(top),
    ...change,
  };
}

/** The same type in every line, on the same ground. */
export function goodLinePrint(foot: number, change: Partial<LinePrint> = {}): LinePrint {
  return { height: 0.02, length: 0.17, stroke: 0.19, lean: 0, foot, ground: 0.03, ...change };
}

export const GOOD_PRINT = [
  ['Name / Surname', 'GROSSMANN'],
  ['Vornamen / Given names', 'JORDIS'],
  ['Geburtsdatum / Date of birth', '08.09.1990'],
  ['Pass-Nr. / Passport No.', 'C5CLP49LK'],
  ['Gultig bis / Date of expiry', '11.08.2034'],
] as const;

export function goodReading(step: CaptureStep, change: Partial<CaptureReading> = {}): CaptureReading {
  const showsDocument = step.startsWith('document_');
  return {
    step,
    engineVersion: ENGINE_VERSION,
    image: { width: 1920, height: 1080 },
    quality: {
      measuredOn: 'document',
      sharpness: 200,
      brightness: 200,
      glareFraction: 0,
      glareQuad: null,
      coveredFraction: 0,
    },
    ...(showsDocument
      ? {
          document: {
            quad: SOMEWHERE,
            foundBy: 'edges',
            aspectRatio: 1.42,
            sideRatio: 0.98,
            coverage: 0.5,
            cutOff: false,
          },
          text: step === 'document_back' ? [] : goodText(),
          bezel: { sides: 0, quad: null },
          colour: { spread: 0.09, sheetFraction: 0 },
          penStrokes: [],
          ...(step === 'document_back' ? {} : { appearance: GOOD_APPEARANCE, portraitSeams: GOOD_SEAMS }),
        }
      : {}),
    ...(step === 'document_data_page' ? { mrz: goodMrz() } : {}),
    ...(step === 'document_back' ? { mrz: goodMrz({ format: 'TD1', documentCode: 'ID' }) } : {}),
    ...(step === 'document_back' ? { faces: [] } : step === 'liveness' ? {} : { faces: [goodFace()] }),
    ...(step === 'liveness' || step === 'security_video' ? {} : { spectrum: { luma: 4.5, colour: 4.5 } }),
    ...change,
  };
}

export function captured(step: CaptureStep, change: Partial<CaptureReading> = {}): CapturedReading {
  return { step, reading: goodReading(step, change), source: 'camera', capturedAt: '2026-06-15T10:00:00.000Z' };
}

export const goodPassportSitting = (): CapturedReading[] => [
  captured('document_data_page'),
  captured('selfie'),
  goodLiveness(),
];
export const goodCardSitting = (): CapturedReading[] => [
  captured('document_front'),
  captured('document_back'),
  captured('selfie'),
  goodLiveness(),
];

/** A live test in which the head turned by so many degrees towards the asked side. */
export function goodLiveness(turns: { left?: number; right?: number } = {}, change: Partial<FaceReading> = {}) {
  const { left = 25, right = 25 } = turns;
  const frames = (
    [
      ['center', 0],
      ['left', left],
      ['center', 2],
      ['right', -right],
    ] as const
  ).map(([prompt, yawDegrees], i) =>
    goodFrame(i * 500, prompt, {
      faces: [
        goodFace({
          pose: { yawDegrees, pitchDegrees: 0, rollDegrees: 0 },
          landmarks: turnedHead(yawDegrees),
          ...change,
        }),
      ],
    }),
  );
  return captured('liveness', { frames, clip: null });
}

export function goodFrame(atMs: number, prompt: string | null, change: Partial<FrameReading> = {}): FrameReading {
  return {
    atMs,
    prompt,
    image: { width: 1280, height: 720 },
    quality: goodReading('selfie').quality!,
    ...change,
  };
}

/** A video of the security features in which the document was tilted by so much at its end: 0 is held still. */
export function goodVideo(tilt = 0.1, change: Partial<CaptureReading> = {}): CapturedReading {
  const frames = Array.from({ length: 12 }, (_, i) => {
    const inward = (tilt * i) / 11;
    const document = { ...goodReading('document_front').document!, quad: narrowedAbove(inward) };
    const compared =
      i === 0
        ? { appearance: GOOD_APPEARANCE }
        : { comparison: { alike: 0.97, blocks: 190, colourChange: i < 4 ? 2.5 : 40 } };
    return goodFrame(i * 280, i < 4 ? 'flat' : 'tilt', { document, faces: [goodFace()], ...compared });
  });
  return captured('security_video', { frames, clip: { format: 'webm', seconds: 3.2, playable: true }, ...change });
}

function narrowedAbove(inward: number): Quad {
  const [topLeft, topRight, bottomRight, bottomLeft] = SOMEWHERE;
  return [[topLeft[0] + inward, topLeft[1]], [topRight[0] - inward, topRight[1]], bottomRight, bottomLeft];
}

/**
 * A small picture of a document: lines of words, dark on light. Another seed writes other words in the same places.
 *
 * @param shift  how far everything lies to the right and down, in places
 */
export function drawnAppearance(seed = 1, shift: readonly [number, number] = [0, 0]): Appearance {
  const { width, height } = APPEARANCE;
  const luma = new Uint8Array(width * height).fill(210);
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let line = 10; line < 150; line += 12)
    for (let x = 12; x < 226; ) {
      const letter = 2 + Math.floor(next() * 3);
      const [from, to] = [Math.floor(next() * 3), 4 + Math.floor(next() * 3)];
      for (let y = line + from + shift[1]; y < line + to + shift[1]; y++)
        for (let i = x + shift[0]; i < x + letter + shift[0]; i++) luma[y * width + i] = 40;
      x += letter + 1 + Math.floor(next() * 4);
    }
  return { luma, chroma: null };
}

const GOOD_APPEARANCE = packAppearance(drawnAppearance());

export const GOOD_SEAMS = { grainRatio: 0.75, frameTurnDegrees: -0.1 };

/** Places on a ball with a nose, seen from afar and turned about its upright axis: features of a head. */
export function turnedHead(yawDegrees: number): Point[] {
  const yaw = (yawDegrees * Math.PI) / 180;
  return [-50, -25, 0, 25, 50].flatMap((longitude) =>
    [-35, 0, 35].map((latitude): Point => {
      const [along, up] = [(longitude * Math.PI) / 180 + yaw, (latitude * Math.PI) / 180];
      const out = longitude === 0 && latitude === 0 ? 1.4 : 1;
      return [0.5 + 0.12 * out * Math.sin(along) * Math.cos(up), 0.5 + 0.21 * Math.sin(up)];
    }),
  );
}
