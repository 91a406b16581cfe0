import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRAND_COLOURS, brandingError, brandVariables, DEFAULT_BRANDING, judgeColour } from './branding.ts';
import { contrastRatio, TEXT_CONTRAST } from './contrast.ts';
import { validationSentence } from './validation-errors.ts';

/** What is wrong with a branding, as the API says it. */
const sentenceAbout = (branding: unknown) => {
  const error = brandingError(branding);
  return error && validationSentence(error);
};

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it.each([
    // Published examples of WCAG 2.2 techniques G18 and its tools
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('of %s and %s is %d : 1', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('the colours of a branding', () => {
  it('of ours pass, and are the ones of the style sheet', () => {
    expect(brandingError(DEFAULT_BRANDING)).toBeNull();
    expect(brandVariables(DEFAULT_BRANDING)).toMatchObject({ '--accent': '#0c5c54', '--bar': '#ffffff' });
  });

  it('are refused with the figure and the nearest colour that passes', () => {
    const validationError = sentenceAbout({ ...DEFAULT_BRANDING, accent: '#ffcc00' });
    expect(validationError).toMatch(
      /^accent has a contrast of 1\.\d\d : 1 to its own tint.*4\.5 : 1 is needed, and #[0-9a-f]{6} is/,
    );
    const suggested = /and (#[0-9a-f]{6}) is/.exec(validationError as string)?.[1] as string;
    expect(brandingError({ ...DEFAULT_BRANDING, accent: suggested })).toBeNull();
    expect(sentenceAbout({ ...DEFAULT_BRANDING, bar: '#797979' })).toMatch(/^bar has a contrast of 4\.\d\d : 1/);
  });

  it('that are suggested always pass, and a colour that passes is suggested itself', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...BRAND_COLOURS), (wanted, which) => {
        const { passes, ratio, nearest } = judgeColour(which, wanted);
        expect(passes).toBe(ratio >= TEXT_CONTRAST);
        expect(judgeColour(which, nearest).passes).toBe(true);
        if (passes) expect(nearest).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  [{ ...DEFAULT_BRANDING, accent: 'red;}' }, 'accent must be a colour such as #0c5c54'],
  [{ ...DEFAULT_BRANDING, name: 'x'.repeat(61) }, 'name must be text of at most 60 characters'],
  [{ ...DEFAULT_BRANDING, logo: '../../etc/passwd' }, 'logo must be one that was uploaded'],
  [{ ...DEFAULT_BRANDING, css: '' }, 'has a part that is not known'],
  [
    {
      ...DEFAULT_BRANDING,
      texts: { ...DEFAULT_BRANDING.texts, de: { ...DEFAULT_BRANDING.texts.de, termsUrl: 'javascript:alert(1)' } },
    },
    'texts.de.termsUrl must be an https address',
  ],
])('a branding that could leak into the page is refused: %#', (branding, validationError) => {
  expect(sentenceAbout(branding)).toBe(validationError);
});
