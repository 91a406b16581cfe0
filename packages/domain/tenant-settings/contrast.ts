/** Contrast of two colours as WCAG 2.2 computes it, and the nearest colour that has enough of it. */

export const HEX_COLOUR = /^#[0-9a-f]{6}$/;

/** Least contrast of text against what is behind it, level AA. @see WCAG 2.2, success criterion 1.4.3 */
export const TEXT_CONTRAST = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/**
 * From 1 (the same) to 21 (black on white).
 *
 * @param one  `#rrggbb`, as `other`
 * @see WCAG 2.2, definition of contrast ratio
 */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(toRgb(one)), luminance(toRgb(other))].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour nearest to `wanted` that passes: mixed with black, or with white, in steps of one percent, whichever comes first.
 * Null when neither does, which cannot happen for a test that black or white passes.
 */
export function nearestPassing(wanted: string, passes: (colour: string) => boolean): string | null {
  for (let percent = 0; percent <= 100; percent += 1) {
    for (const towards of ['#000000', '#ffffff']) {
      const colour = mix(wanted, towards, percent / 100);
      if (passes(colour)) return colour;
    }
  }
  return null;
}

/** @param share  how much of `other` there is, 0 to 1 */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [toRgb(one), toRgb(other)];
  return `#${a.map((part, at) => hex(part + ((b[at] ?? part) - part) * share)).join('')}`;
}

function hex(part: number): string {
  return Math.round(part).toString(16).padStart(2, '0');
}

function toRgb(colour: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
