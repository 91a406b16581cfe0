import type { Random } from '../random.ts';

/** The fine wavy lines behind the text, as SVG paths. Sizes in tenths of a millimetre. */
export function drawGuilloche(width: number, height: number, tints: readonly string[], random: Random): string {
  const families = 3;
  const linesPerFamily = Math.round(height / 34);
  let svg = '';
  for (let family = 0; family < families; family++) {
    const waves = random.between(1.5, 5);
    const amplitude = random.between(10, 34);
    const phase = random.between(0, 2 * Math.PI);
    const tint = tints[family % tints.length];
    for (let line = 0; line < linesPerFamily; line++) {
      const base = ((line + family / families) / linesPerFamily) * height;
      const path = [];
      for (let x = 0; x <= width; x += 8) {
        const angle = (waves * x * 2 * Math.PI) / width + phase;
        const y = base + amplitude * Math.sin(angle) + 0.4 * amplitude * Math.sin(2.7 * angle + line * 0.35);
        path.push(`${x} ${y.toFixed(1)}`);
      }
      svg += `<polyline points="${path.join(' ')}" fill="none" stroke="${tint}" stroke-width="1"/>`;
    }
  }
  return svg;
}
