import { BRAND, COLOURS, CONTRASTS, PICTURE_COLOURS } from '@reident/design';
import { brandVariables, contrastRatio, DEFAULT_BRANDING, judgeColour } from '@reident/domain/tenant-settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const BY = { day: 0, night: 1 } as const;

const ROWS = CONTRASTS.flatMap(([name, least, backgrounds]) =>
  backgrounds.map((background) => [name, background, least] as const),
);

function colourOf(name: string, by: keyof typeof BY): string {
  const row = { ...COLOURS, ...PICTURE_COLOURS }[name];
  if (row === undefined) throw new Error(`no colour is called ${name}`);
  return row.length === 3 ? row[BY[by]] : row[0];
}

describe('the colours', () => {
  it.each(ROWS)('%s can be seen on %s', (name, background, least) => {
    for (const by of ['day', 'night'] as const)
      expect(contrastRatio(colourOf(name, by), colourOf(background, by)), `by ${by}`).toBeGreaterThanOrEqual(least);
  });

  it('are each in the table of contrasts: as what is seen, or as what lies behind it', () => {
    const named = new Set<unknown>(ROWS.flat());
    expect(Object.keys(COLOURS).filter((name) => !named.has(name))).toEqual([]);
  });

  it('of badges on the reference pages carry white by day', () => {
    for (const name of ['note', 'good', 'doubt', 'accent', 'bad', 'text-quiet', 'text'] as const)
      expect(contrastRatio(COLOURS[name][0], COLOURS.surface[0]), name).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the customer’s pages in the colours of a tenant', () => {
  const readable = (accent: string, bar: string) => {
    const variables = brandVariables({ accent, bar });
    const colour = (name: string) => variables[`--${name}`] ?? colourOf(name, 'day');
    return [
      ['accent', 'surface'],
      ['accent', 'accent-soft'],
      ['on-accent', 'accent'],
      ['on-accent', 'accent-deep'],
      ['text', 'accent-soft'],
      ['on-bar', 'bar'],
    ].filter(([text, background]) => contrastRatio(colour(text as string), colour(background as string)) < 4.5);
  };

  it('can be read where nothing was chosen', () => {
    expect(DEFAULT_BRANDING).toMatchObject({ accent: BRAND.accent[0], bar: BRAND.bar[0] });
    expect(readable(DEFAULT_BRANDING.accent, DEFAULT_BRANDING.bar)).toEqual([]);
  });

  it('can be read with every colour that a tenant may choose', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, colour, (accent, bar) => {
        fc.pre(judgeColour('accent', accent).passes && judgeColour('bar', bar).passes);
        expect(readable(accent, bar)).toEqual([]);
      }),
    );
  });
});
