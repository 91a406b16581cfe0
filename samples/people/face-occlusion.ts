/** What a person may wear or hold before the face, drawn over a portrait's frame. */
export type FaceOcclusion = 'sunglasses' | 'mask' | 'hand';

/** An SVG fragment; the frame is the one of `drawPortrait`, whose face is half as wide as it. */
export function occludeFace(
  occlusion: FaceOcclusion,
  frame: { x: number; y: number; width: number; height: number },
): string {
  const unit = frame.width * 0.5;
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height * 0.47];
  const at = (across: number, down: number) => `${(x + across * unit).toFixed(1)} ${(y + down * unit).toFixed(1)}`;
  return OCCLUSIONS[occlusion](at, unit);
}

const OCCLUSIONS: Record<FaceOcclusion, (at: (across: number, down: number) => string, unit: number) => string> = {
  sunglasses: (at, unit) =>
    `${[-0.22, 0.22]
      .map((side) => {
        const [cx, cy] = at(side, -0.07).split(' ');
        return `<ellipse cx="${cx}" cy="${cy}" rx="${unit * 0.2}" ry="${unit * 0.15}" fill="#0b0b0d"/>`;
      })
      .join('')}<path d="M ${at(-0.5, -0.1)} L ${at(0.5, -0.1)}" stroke="#0b0b0d" stroke-width="${unit * 0.04}"/>`,
  mask: (at, unit) =>
    `<path d="M ${at(-0.5, 0.06)} Q ${at(0, 0)} ${at(0.5, 0.06)} L ${at(0.44, 0.5)} Q ${at(0, 0.92)} ${at(-0.44, 0.5)} Z" fill="#a9cbe0"/>
    <path d="M ${at(-0.44, 0.2)} Q ${at(0, 0.16)} ${at(0.44, 0.2)} M ${at(-0.43, 0.36)} Q ${at(0, 0.33)} ${at(0.43, 0.36)}" stroke="#7fa6c0" fill="none" stroke-width="${unit * 0.015}"/>`,
  hand: (at, unit) =>
    [0, 1, 2, 3]
      .map(
        (finger) =>
          `<path d="M ${at(0.75, 0.62 + finger * 0.08)} L ${at(-0.35 + finger * 0.06, -0.02 + finger * 0.19)}" stroke="#c98f6f" stroke-width="${unit * 0.19}" stroke-linecap="round"/>
          <path d="M ${at(0.75, 0.54 + finger * 0.08)} L ${at(-0.35 + finger * 0.06, -0.11 + finger * 0.19)}" stroke="#9c6b4c" stroke-width="${unit * 0.012}"/>`,
      )
      .join(''),
};
