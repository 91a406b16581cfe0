import type { Random } from '../random.ts';

/** What a document went through: each drawn over the text, in tenths of a millimetre. */
export type Condition = 'worn' | 'sticker' | 'pasted_label' | 'writing' | 'broken' | 'corner_cut';

export function drawCondition(condition: Condition, width: number, height: number, random: Random): string {
  return DRAWN[condition](width, height, random);
}

const DRAWN: Record<Condition, (width: number, height: number, random: Random) => string> = {
  worn(width, height, random) {
    let svg = '';
    for (let rub = 0; rub < 9; rub++) {
      const [x, y] = [random.between(0, width), random.between(0, height)];
      svg += `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${random.between(30, 120).toFixed(0)}" ry="${random.between(12, 40).toFixed(0)}" fill="#e9e4da" opacity="${random.between(0.3, 0.6).toFixed(2)}"/>`;
    }
    for (let scratch = 0; scratch < 40; scratch++) {
      const [x, y] = [random.between(0, width), random.between(0, height)];
      const [dx, dy] = [random.between(-160, 160), random.between(-60, 60)];
      svg += `<path d="M ${x.toFixed(0)} ${y.toFixed(0)} l ${dx.toFixed(0)} ${dy.toFixed(0)}" stroke="#fbfaf7" stroke-width="${random.between(0.8, 2.6).toFixed(1)}" opacity="0.7"/>`;
    }
    return `${svg}<rect x="3" y="3" width="${width - 6}" height="${height - 6}" rx="28" fill="none" stroke="#d9d2c4" stroke-width="10" opacity="0.6"/>`;
  },
  sticker(width, height, random) {
    const [x, y] = [width * random.between(0.62, 0.78), height * random.between(0.3, 0.5)];
    const turn = random.between(-12, 12).toFixed(0);
    return `<g transform="rotate(${turn} ${x} ${y})"><rect x="${x - 110}" y="${y - 55}" width="220" height="110" rx="14" fill="#f2c531" stroke="#8c6d08" stroke-width="3"/><circle cx="${x - 60}" cy="${y}" r="30" fill="#c22f2f"/><rect x="${x - 15}" y="${y - 22}" width="105" height="14" fill="#5a4a12"/><rect x="${x - 15}" y="${y + 8}" width="80" height="14" fill="#5a4a12"/></g>`;
  },
  /** A plain label in the colour of paper, over the left end of one of the middle fields. */
  pasted_label(width, height, random) {
    const [x, y] = [width * random.between(0.36, 0.4), height * random.between(0.33, 0.56)];
    const turn = random.between(-5, 5).toFixed(1);
    return `<rect x="${x.toFixed(0)}" y="${(y - 34).toFixed(0)}" width="230" height="68" rx="5" transform="rotate(${turn} ${x.toFixed(0)} ${y.toFixed(0)})" fill="#f1efe8" stroke="#d5d2c8" stroke-width="1.5"/>`;
  },
  writing(width, height, random) {
    let path = '';
    for (let line = 0; line < 2; line++) {
      let x = width * 0.42;
      const base = height * (0.3 + 0.17 * line);
      path += `M ${x.toFixed(0)} ${base.toFixed(0)} `;
      while (x < width * 0.9) {
        const step = random.between(9, 24);
        path += `q ${(step / 2).toFixed(0)} ${random.between(-42, 42).toFixed(0)} ${step.toFixed(0)} ${random.between(-12, 12).toFixed(0)} `;
        x += step;
      }
    }
    return `<path d="${path}" fill="none" stroke="#1f3fa0" stroke-width="5" stroke-linecap="round" opacity="0.9"/>`;
  },
  broken(width, height, random) {
    const x = width * random.between(0.5, 0.7);
    let path = `M ${x.toFixed(0)} 0`;
    for (let y = 0; y < height; y += height / 9)
      path += ` L ${(x + random.between(-26, 26)).toFixed(0)} ${(y + height / 9).toFixed(0)}`;
    return `<path d="${path}" fill="none" stroke="#fdfdfb" stroke-width="13"/><path d="${path}" fill="none" stroke="#3d3a36" stroke-width="4"/>`;
  },
  /** How authorities void a document. The background shows where the corner was; a dark one does. */
  corner_cut: (width) => `<path d="M ${width - 150} 0 L ${width} 0 L ${width} 150 Z" fill="#2e2f33"/>`,
};
