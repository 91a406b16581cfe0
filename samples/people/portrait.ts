import type { Random } from '../random.ts';

/** What makes one drawn face differ from another. Lengths are fractions of the face's width. */
export interface Face {
  skin: string;
  skinShade: string;
  hair: string;
  hairStyle: 'short' | 'long' | 'bald';
  iris: string;
  lips: string;
  faceLength: number;
  jawWidth: number;
  eyeDistance: number;
  eyeSize: number;
  browLift: number;
  browWeight: number;
  noseLength: number;
  noseWidth: number;
  mouthWidth: number;
  lipHeight: number;
  glasses: boolean;
  beard: boolean;
}

// biome-ignore format: a table
const SKINS = [
  // skin     shade
  ['#f1cfb4', '#c99373'],
  ['#e8bd98', '#b98459'],
  ['#d7a378', '#9c6b43'],
  ['#a9754c', '#6f4a2c'],
  ['#7c5336', '#4c301d'],
] as const;
const HAIRS = ['#2b211c', '#4a3426', '#7a5632', '#b48a52', '#8c8c8c', '#6e2f1c'] as const;
const IRISES = ['#5b3a22', '#6f8aa3', '#5f7d4f', '#3f2a1c', '#7b8b8e'] as const;

export function drawFace(random: Random, sex: 'F' | 'M' | 'X' = 'X'): Face {
  const [skin, skinShade] = random.pick(SKINS);
  return {
    skin,
    skinShade,
    hair: random.pick(HAIRS),
    hairStyle: random.pick(sex === 'F' ? (['long', 'long', 'short'] as const) : (['short', 'short', 'bald'] as const)),
    iris: random.pick(IRISES),
    lips: random.pick(['#b3615a', '#a4524f', '#c47a70', '#8e4a44']),
    faceLength: random.between(1.28, 1.5),
    jawWidth: random.between(0.6, 0.82),
    eyeDistance: random.between(0.4, 0.48),
    eyeSize: random.between(0.17, 0.215),
    browLift: random.between(0.1, 0.15),
    browWeight: random.between(0.025, 0.05),
    noseLength: random.between(0.3, 0.4),
    noseWidth: random.between(0.18, 0.26),
    mouthWidth: random.between(0.32, 0.44),
    lipHeight: random.between(0.05, 0.09),
    glasses: random.chance(0.2),
    beard: random.chance(sex === 'F' ? 0 : 0.25),
  };
}

export interface PortraitFrame {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Positive turns the face to the picture's right. */
  yawDegrees?: number;
  background?: string;
  /** The width of the face as a fraction of the frame's. */
  faceFraction?: number;
}

/**
 * A frontal face, drawn with soft shading so that a face detector has a chance, as an SVG fragment.
 * A turned head moves the features across the face and narrows it: good enough for a pose, never for a likeness.
 */
export function drawPortrait(face: Face, frame: PortraitFrame, id: string): string {
  const { x, y, width, height, yawDegrees = 0, background = '#d8dde0', faceFraction = 0.56 } = frame;
  const yaw = (yawDegrees * Math.PI) / 180;
  const unit = width * faceFraction;
  const centreX = x + width / 2;
  const centreY = y + height * 0.47;
  const narrow = 0.82 + 0.18 * Math.cos(yaw);
  const drift = Math.sin(yaw) * 0.42;

  /** A point on the face, from the middle between chin and crown, in face widths, as text. */
  const at = (u: number, v: number, depth = 1) => {
    const across = u * Math.cos(yaw) + drift * depth * Math.sqrt(Math.max(0, 1 - 2.6 * u * u));
    return `${(centreX + across * unit).toFixed(1)} ${(centreY + v * unit).toFixed(1)}`;
  };
  const point = (u: number, v: number, depth = 1) => at(u, v, depth).split(' ').map(Number) as [number, number];
  const halfLength = face.faceLength / 2;
  const eyeLine = -0.08;
  const noseLine = eyeLine + face.noseLength;
  const mouthLine = noseLine + 0.19;
  const rim = 0.5 * narrow;
  const edge = (u: number, v: number) => `${(centreX + u * unit).toFixed(1)} ${(centreY + v * unit).toFixed(1)}`;

  const outline = `M ${edge(-rim, -0.12)}
    C ${edge(-rim, -halfLength * 1.18)}, ${edge(rim, -halfLength * 1.18)}, ${edge(rim, -0.12)}
    C ${edge(rim, 0.2)}, ${edge(rim * face.jawWidth * 1.25, halfLength * 0.8)}, ${edge(drift * 0.3, halfLength)}
    C ${edge(-rim * face.jawWidth * 1.25, halfLength * 0.8)}, ${edge(-rim, 0.2)}, ${edge(-rim, -0.12)} Z`;

  const [faceX, faceY] = [centreX, centreY];
  const blur = (amount: number) =>
    `<filter id="${id}-blur-${amount}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${(amount * unit) / 100}"/></filter>`;
  const soft = (amount: number) => `filter="url(#${id}-blur-${amount})"`;

  const eye = (side: -1 | 1) => {
    const u = (side * face.eyeDistance) / 2;
    const half = face.eyeSize / 2;
    const [pupilX, pupilY] = point(u + Math.sin(yaw) * 0.015, eyeLine);
    const lens = `M ${at(u - half, eyeLine + 0.006)} Q ${at(u, eyeLine - half * 0.75)} ${at(u + half, eyeLine + 0.006)} Q ${at(u, eyeLine + half * 0.62)} ${at(u - half, eyeLine + 0.006)} Z`;
    const lash = `M ${at(u - half * 1.08, eyeLine + 0.01)} Q ${at(u, eyeLine - half * 0.85)} ${at(u + half * 1.08, eyeLine + 0.008)}`;
    const crease = `M ${at(u - half, eyeLine - half * 0.55)} Q ${at(u, eyeLine - half * 1.15)} ${at(u + half, eyeLine - half * 0.5)}`;
    const browY = eyeLine - face.browLift;
    const brow = `M ${at(u - side * half * 1.15, browY + 0.025)} Q ${at(u, browY - 0.035)} ${at(u + side * half * 1.4, browY + 0.02)}`;
    const glass = face.glasses
      ? `<ellipse cx="${point(u, eyeLine)[0]}" cy="${point(u, eyeLine)[1]}" rx="${unit * 0.155}" ry="${unit * 0.12}" fill="#ffffff" fill-opacity="0.07" stroke="#222226" stroke-width="${unit * 0.016}"/>`
      : '';
    const [socketX, socketY] = point(u, eyeLine - 0.01);
    return `
      <ellipse cx="${socketX}" cy="${socketY}" rx="${unit * 0.15}" ry="${unit * 0.1}" fill="${face.skinShade}" opacity="0.55" ${soft(3)}/>
      <path d="${lens}" fill="#f4f1ec"/>
      <clipPath id="${id}-eye${side}"><path d="${lens}"/></clipPath>
      <g clip-path="url(#${id}-eye${side})">
        <circle cx="${pupilX}" cy="${pupilY}" r="${unit * half * 0.52}" fill="${face.iris}"/>
        <circle cx="${pupilX}" cy="${pupilY}" r="${unit * half * 0.26}" fill="#0d0a09"/>
        <circle cx="${pupilX + unit * half * 0.18}" cy="${pupilY - unit * half * 0.2}" r="${unit * half * 0.1}" fill="#ffffff"/>
        <path d="${lash}" fill="none" stroke="#000000" stroke-opacity="0.35" stroke-width="${unit * 0.05}" ${soft(1)}/>
      </g>
      <path d="${lash}" fill="none" stroke="#1d1512" stroke-width="${unit * 0.014}" stroke-linecap="round"/>
      <path d="${crease}" fill="none" stroke="${face.skinShade}" stroke-width="${unit * 0.01}" opacity="0.8"/>
      <path d="${brow}" fill="none" stroke="${face.hairStyle === 'bald' ? '#4a3426' : face.hair}" stroke-width="${unit * face.browWeight}" stroke-linecap="round" opacity="0.9" ${soft(0.5)}/>
      ${glass}`;
  };

  const half = face.noseWidth / 2;
  const nose = `
    <path d="M ${at(-0.03, eyeLine + 0.02, 1.1)} C ${at(-0.05, noseLine - 0.12, 1.25)}, ${at(-half * 0.9, noseLine - 0.08, 1.2)}, ${at(-half, noseLine - 0.02, 1.1)}" fill="none" stroke="${face.skinShade}" stroke-width="${unit * 0.04}" opacity="0.55" ${soft(2)}/>
    <path d="M ${at(0.04, eyeLine + 0.03, 1.1)} C ${at(0.055, noseLine - 0.12, 1.25)}, ${at(half * 0.9, noseLine - 0.08, 1.2)}, ${at(half, noseLine - 0.02, 1.1)}" fill="none" stroke="${face.skinShade}" stroke-width="${unit * 0.05}" opacity="0.7" ${soft(2)}/>
    <path d="M ${at(0, eyeLine, 1.3)} L ${at(0, noseLine - 0.06, 1.35)}" stroke="#ffffff" stroke-opacity="0.35" stroke-width="${unit * 0.05}" stroke-linecap="round" ${soft(2)}/>
    <path d="M ${at(-half, noseLine - 0.01, 1.1)} Q ${at(-half * 0.5, noseLine + 0.045, 1.2)} ${at(0, noseLine + 0.03, 1.3)} Q ${at(half * 0.5, noseLine + 0.045, 1.2)} ${at(half, noseLine - 0.01, 1.1)}" fill="none" stroke="${face.skinShade}" stroke-width="${unit * 0.022}" opacity="0.9" ${soft(0.5)}/>
    ${([-1, 1] as const).map((side) => `<ellipse cx="${point(side * half * 0.5, noseLine + 0.01, 1.2)[0]}" cy="${point(0, noseLine + 0.012)[1]}" rx="${unit * 0.028}" ry="${unit * 0.014}" fill="#2a1712" opacity="0.75" ${soft(0.5)}/>`).join('')}`;

  const lip = face.mouthWidth / 2;
  const mouth = `
    <path d="M ${at(-lip, mouthLine)} Q ${at(-lip * 0.3, mouthLine - face.lipHeight)} ${at(0, mouthLine - face.lipHeight * 0.55, 1.1)} Q ${at(lip * 0.3, mouthLine - face.lipHeight)} ${at(lip, mouthLine)} Q ${at(0, mouthLine + face.lipHeight * 1.9, 1.1)} ${at(-lip, mouthLine)} Z" fill="${face.lips}" ${soft(0.5)}/>
    <path d="M ${at(-lip, mouthLine)} Q ${at(0, mouthLine + 0.022, 1.1)} ${at(lip, mouthLine)}" fill="none" stroke="#4b1f1c" stroke-width="${unit * 0.014}"/>
    <path d="M ${at(-lip * 0.55, mouthLine + face.lipHeight * 1.7)} Q ${at(0, mouthLine + face.lipHeight * 2.2)} ${at(lip * 0.55, mouthLine + face.lipHeight * 1.7)}" fill="none" stroke="${face.skinShade}" stroke-width="${unit * 0.035}" opacity="0.6" ${soft(2)}/>`;

  const hairBack =
    face.hairStyle === 'long'
      ? `<path d="M ${edge(-0.58, halfLength * 1.25)} C ${edge(-0.72, -halfLength * 1.5)}, ${edge(0.72, -halfLength * 1.5)}, ${edge(0.58, halfLength * 1.25)} Z" fill="${face.hair}"/>`
      : face.hairStyle === 'short'
        ? `<path d="M ${edge(-0.54, 0)} C ${edge(-0.66, -halfLength * 1.42)}, ${edge(0.66, -halfLength * 1.42)}, ${edge(0.54, 0)} Z" fill="${face.hair}"/>`
        : '';
  const fringe =
    face.hairStyle === 'bald'
      ? ''
      : `<path d="M ${edge(-rim * 1.04, -0.1)} C ${edge(-rim * 1.12, -halfLength * 1.3)}, ${edge(rim * 1.12, -halfLength * 1.3)}, ${edge(rim * 1.04, -0.1)} C ${edge(rim * 0.95, -halfLength * 0.62)}, ${edge(rim * 0.3, -halfLength * 0.66)}, ${edge(-rim * 0.25, -halfLength * 0.72)} C ${edge(-rim * 0.7, -halfLength * 0.66)}, ${edge(-rim * 0.95, -halfLength * 0.5)}, ${edge(-rim * 1.04, -0.1)} Z" fill="${face.hair}" ${soft(0.5)}/>`;
  const beard = face.beard
    ? `<path d="M ${at(-0.42, 0.2)} Q ${at(-0.3, mouthLine - 0.1)} ${at(0, mouthLine - 0.09)} Q ${at(0.3, mouthLine - 0.1)} ${at(0.42, 0.2)} Q ${at(0.34, halfLength)} ${at(0, halfLength)} Q ${at(-0.34, halfLength)} ${at(-0.42, 0.2)} Z" fill="${face.hair}" opacity="0.55" ${soft(3)}/>`
    : '';

  return `
  <defs>
    ${[0.5, 1, 2, 3, 5].map(blur).join('')}
    <radialGradient id="${id}-skin" cx="0.46" cy="0.42" r="0.62">
      <stop offset="0.35" stop-color="${face.skin}"/><stop offset="1" stop-color="${face.skinShade}"/>
    </radialGradient>
    <clipPath id="${id}-frame"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>
  </defs>
  <g clip-path="url(#${id}-frame)">
    <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${background}"/>
    ${hairBack}
    <path d="M ${edge(-0.9, 1.6)} C ${edge(-0.9, halfLength + 0.3)}, ${edge(-0.35, halfLength + 0.22)}, ${edge(-0.2, halfLength + 0.12)} L ${edge(0.2, halfLength + 0.12)} C ${edge(0.35, halfLength + 0.22)}, ${edge(0.9, halfLength + 0.3)}, ${edge(0.9, 1.6)} Z" fill="#3a4657"/>
    <path d="M ${edge(-0.24, 0.3)} L ${edge(0.24, 0.3)} L ${edge(0.25, halfLength + 0.18)} Q ${edge(0, halfLength + 0.34)} ${edge(-0.25, halfLength + 0.18)} Z" fill="${face.skinShade}"/>
    <ellipse cx="${faceX - rim * unit}" cy="${faceY}" rx="${unit * 0.06}" ry="${unit * 0.13}" fill="${face.skinShade}"/>
    <ellipse cx="${faceX + rim * unit}" cy="${faceY}" rx="${unit * 0.06}" ry="${unit * 0.13}" fill="${face.skinShade}"/>
    <path d="${outline}" fill="url(#${id}-skin)"/>
    ${([-1, 1] as const).map((side) => `<ellipse cx="${point(side * 0.28, 0.12)[0]}" cy="${point(0, 0.14)[1]}" rx="${unit * 0.12}" ry="${unit * 0.09}" fill="#d96a5c" opacity="0.16" ${soft(5)}/>`).join('')}
    ${beard}
    ${eye(-1)}
    ${eye(1)}
    ${nose}
    ${mouth}
    ${fringe}
    ${face.glasses ? `<path d="M ${at(-0.07, eyeLine, 1.1)} Q ${at(0, eyeLine - 0.04, 1.2)} ${at(0.07, eyeLine, 1.1)}" fill="none" stroke="#222226" stroke-width="${unit * 0.016}"/>` : ''}
  </g>`;
}
