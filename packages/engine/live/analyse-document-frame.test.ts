import { drawSample, drawSelfie, type PhotoSpec, type SampleSpec } from '@reident/samples';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../image/pixels.ts';
import { distance, orderCorners, scaleQuad } from '../image/quad.ts';
import { rectify } from '../image/rectify.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { analyseDocumentFrame, openDocumentAnalyser, type SideAsked } from './analyse-document-frame.ts';

const { isBad } = STANDARD_THRESHOLDS;

const FRAME = { width: 1280, height: 720 };

async function pixelsOf(jpeg: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, channels: 4, width: info.width, height: info.height };
}

async function analysisOf(photo: Partial<PhotoSpec>, kind: SampleSpec['kind'] = 'identity_card') {
  const side = kind === 'passport' ? 'data_page' : 'front';
  const sample = await drawSample({ seed: 'analysis', kind, side, photo: { ...FRAME, ...photo } });
  return {
    analysis: await analyseDocumentFrame(await pixelsOf(sample.jpeg)),
    truth: orderCorners(sample.truth.quad.map(({ x, y }): Point => [x, y])),
  };
}

describe('a live frame of a document', () => {
  // biome-ignore format: a table
  it.each([
    ['card lying straight',    'identity_card', {}],
    ['page lying straight',    'passport',      {}],
    ['card seen at an angle',  'identity_card', { perspective: 0.15, rotationDegrees: 9, noise: 4 }],
    ['card held upright',      'identity_card', { width: 960, height: 1280 }],
    ['page on a texture',      'passport',      { background: 'textured' }],
    ['card out of focus',      'identity_card', { defocusPixels: 6 }],
  ] as const)('shows its outline to a fiftieth of its width: %s', async (_, kind, photo) => {
    const { analysis, truth } = await analysisOf(photo, kind);
    const size = { ...FRAME, ...photo };
    const found = scaleQuad(analysis.document!.quad, size.width, size.height);
    const worst = Math.max(...found.map((corner, i) => distance(corner, truth[i]!)));
    expect(worst / distance(truth[0], truth[1])).toBeLessThan(0.02);
  });

  // biome-ignore format: a table
  it.each([
    ['good',     {},                                               []],
    ['blurred',  { defocusPixels: 6 },                             ['liveSharpness']],
    ['shaken',   { motionPixels: 24 },                             ['liveSharpness']],
    ['glare',    { glare: [{ x: 0.45, y: 0.7, radius: 0.16 }] },   ['documentGlare']],
    ['far away', { coverage: 0.3 },                                ['liveSharpness', 'liveCoverage']],
    ['finger',   { fingers: [{ x: 0.5, y: 0.8 }] },                ['documentOccluded']],
  ] as const)('is measured by the rows of the server: %s', async (_, photo, expected) => {
    const { quality, document } = (await analysisOf(photo)).analysis;
    const bad = [
      isBad('liveSharpness', quality!.sharpness) && 'liveSharpness',
      isBad('documentBrightness', quality!.brightness) && 'documentBrightness',
      isBad('documentGlare', quality!.glareFraction) && 'documentGlare',
      isBad('liveCoverage', document!.coverage) && 'liveCoverage',
      isBad('documentOccluded', quality!.occludedFraction) && 'documentOccluded',
      isBad('documentSideRatio', document!.sideRatio) && 'documentSideRatio',
    ].filter(Boolean);
    expect(bad).toEqual(expected);
  });

  it('tells darkness even where no outline stands out', async () => {
    const { analysis } = await analysisOf({ exposure: 0.05, noise: 8 });
    expect(isBad('documentBrightness', analysis.frameBrightness)).toBe(true);
  });

  it('shows no document where there is none', async () => {
    const room = await drawSelfie({ seed: 'analysis', people: 0, ...FRAME });
    const person = await drawSelfie({ seed: 'analysis', ...FRAME });
    expect((await analyseDocumentFrame(await pixelsOf(room.jpeg))).document).toBeNull();
    expect((await analyseDocumentFrame(await pixelsOf(person.jpeg))).document).toBeNull();
  });
});

describe('the side of a live document', () => {
  const sideOf = async (spec: Partial<SampleSpec>, asked: SideAsked) => {
    const { jpeg } = await drawSample({ ...card(spec.photo ?? {}), ...spec, photo: { ...FRAME, ...spec.photo } });
    return (await analyseDocumentFrame(await pixelsOf(jpeg), asked)).side!;
  };

  // biome-ignore format: a table
  it.each([
    ['front of a card',              { side: 'front' },                                        0],
    ['back of a card',               { side: 'back' },                                         3],
    ['back held upside down',        { side: 'back', photo: { rotationDegrees: 180 } },        3],
    ['back of a residence permit',   { kind: 'residence_permit', side: 'back' },               3],
    ['front of a residence permit',  { kind: 'residence_permit', side: 'front' },              0],
    ['front of a TD2 card',          { kind: 'identity_card_td2', side: 'front' },             2],
    ['front of a driving licence',   { kind: 'driving_licence', side: 'front' },               0],
    ['back of a driving licence',    { kind: 'driving_licence', side: 'back' },                0],
    ['back out of focus',            { side: 'back', photo: { defocusPixels: 6 } },            null],
  ] as const)('has so many lines of an MRZ: %s', async (_, spec, lines) => {
    expect((await sideOf(spec, { mrz: true, other: null })).mrzLines).toBe(lines);
  });

  it('is known again in other light, at another angle and upside down, and not taken for the other one', async () => {
    const asked = { mrz: false, other: (await sideOf({ side: 'front' }, { mrz: false, other: null })).template };
    const again = async (spec: Partial<SampleSpec>) => {
      const { resemblance, mrzLines } = await sideOf(spec, asked);
      expect(mrzLines).toBeNull();
      return isBad('liveSideAgain', resemblance!);
    };
    const photos: Partial<PhotoSpec>[] = [
      { exposure: 0.4, noise: 6 },
      { rotationDegrees: 180 },
      { rotationDegrees: 8, perspective: 0.1 },
    ];
    for (const photo of [{}, ...photos]) {
      expect(await again({ side: 'front', photo })).toBe(true);
      expect(await again({ side: 'back', photo })).toBe(false);
    }
    expect((await sideOf({ side: 'back' }, { mrz: false, other: null })).resemblance).toBeNull();
  });
});

describe('a picture rectified', () => {
  it('is itself when its own corners are taken', () => {
    const size = fc.record({ width: fc.integer({ min: 4, max: 24 }), height: fc.integer({ min: 4, max: 24 }) });
    fc.assert(
      fc.property(size, fc.infiniteStream(fc.nat(255)), ({ width, height }, values) => {
        const data = Uint8Array.from(values.take(width * height * 3));
        const whole: Quad = [[0, 0], [width, 0], [width, height], [0, height]]; // biome-ignore format: corners
        const flat = rectify({ data, channels: 3, width, height }, whole, width);
        expect([flat.width, flat.height, [...flat.rgb]]).toEqual([width, height, [...data]]);
      }),
    );
  });
});

describe('a live document that is looked at again and again', () => {
  it('is measured anew by the fourth look, and at once when it moves', async () => {
    const still = await pixelsOf((await drawSample(card({}))).jpeg);
    const glaring = await pixelsOf((await drawSample(card({ glare: [{ x: 0.45, y: 0.7, radius: 0.16 }] }))).jpeg);
    const moved = await pixelsOf((await drawSample(card({ coverage: 0.5 }))).jpeg);
    const watch = openDocumentAnalyser();
    let larger = 0;
    const analyse = (pixels: Pixels) =>
      watch({
        small: pixels,
        large() {
          larger += 1;
          return pixels;
        },
      });
    const glare = async (pixels: Pixels) => isBad('documentGlare', (await analyse(pixels)).quality!.glareFraction);
    expect(await glare(still)).toBe(false);
    const analyses = [];
    for (let i = 0; i < 4; i++) analyses.push(await analyse(glaring));
    expect(larger).toBe(2);
    expect(analyses.map(({ measured }) => measured)).toEqual([false, false, false, true]);
    expect(isBad('documentGlare', analyses.at(-1)!.quality!.glareFraction)).toBe(true);
    expect(await glare(moved)).toBe(false);
    const room = await drawSelfie({ seed: 'analysis', people: 0, ...FRAME });
    expect((await analyse(await pixelsOf(room.jpeg))).quality).toBeNull();
  });
});

function card(photo: Partial<PhotoSpec>): SampleSpec {
  return { seed: 'analysis', kind: 'identity_card', side: 'front', photo: { ...FRAME, ...photo } };
}
