/**
 * A diffractive patch over the corner of the portrait: its colours run through the spectrum as the document is tilted, and
 * its brightness rises and falls. An SVG fragment, in tenths of a millimetre.
 *
 * @param degrees  how far the document is tilted
 */
export function drawHologram(width: number, height: number, degrees: number): string {
  const [x, y, radius] = [width * 0.26, height * 0.62, height * 0.1];
  const rings = [1, 0.82, 0.64, 0.46, 0.28].map((share, ring) => {
    const colour = spectrum(degrees * 9 + ring * 55);
    const glow = 0.28 + 0.42 * (0.5 + 0.5 * Math.cos(((degrees * 11 + ring * 40) * Math.PI) / 180));
    return `<circle cx="${x}" cy="${y}" r="${(radius * share).toFixed(1)}" fill="${colour}" opacity="${glow.toFixed(2)}"/>`;
  });
  const star = Array.from({ length: 12 }, (_, i) => {
    const angle = ((i * 30 + degrees * 2) * Math.PI) / 180;
    return `<line x1="${x}" y1="${y}" x2="${(x + radius * Math.cos(angle)).toFixed(1)}" y2="${(y + radius * Math.sin(angle)).toFixed(1)}" stroke="${spectrum(degrees * 14 + i * 30)}" stroke-width="3" opacity="0.8"/>`;
  });
  return `<g>${rings.join('')}${star.join('')}</g>`;
}

/** `#rrggbb`, once around the spectrum in 360 degrees: the renderer takes `hsl()` with decimals for black. */
function spectrum(degrees: number): string {
  const channel = (offset: number) => {
    const value = 150 + 105 * Math.cos(((degrees - offset) * Math.PI) / 180);
    return Math.round(value).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(120)}${channel(240)}`;
}
