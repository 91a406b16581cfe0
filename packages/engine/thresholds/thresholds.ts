/**
 * Every number that turns a measurement into a judgement.
 *
 * `bad` says on which side of the value the bad values lie. `rests on` names the measurement; `benchmarks/accuracy/engine.ts` repeats it.
 */
export interface Threshold {
  value: number;
  unit: string;
  bad: 'below' | 'above';
  restsOn: string;
}

// biome-ignore format: a table
export const THRESHOLDS = {
  //                              value   unit                           bad       rests on
  documentSharpness:    threshold(115,    'edge energy at 1000 px',      'below', 'calibration seeds: unread for blur 1–97 (n = 12), unread for glare or a finger 155–239 (n = 12)'),
  documentBrightness:   threshold(45,     'mean luma, 0–255',            'below', 'calibration seeds: unread for darkness 9–11 (n = 6), dusk that was read 61–65 (n = 6)'),
  documentGlare:        threshold(0.02,   'share of burnt-out tiles',    'above', 'calibration seeds: glare on the MRZ 0.074–0.081 (n = 6), without glare 0 (n = 84)'),
  documentTooDark:      threshold(30,     'mean luma, 0–255',            'below', 'ours: a specialist sees no text and no colour below; samples taken at an eighth of the light lie at 24'),
  documentTooBlurred:   threshold(12,     'edge energy at 1000 px',      'below', 'ours: a specialist cannot read the labels below; card fronts blurred by 2 px 18.6–29.3, by 3 px 5.4–7.1 (n = 6 each, of 1280 px)'),
  documentSideRatio:    threshold(0.8,    'shorter over longer side',    'below', 'geometry: a card 86 mm wide at 20 cm, turned by 31 degrees'),
  documentTooSteep:     threshold(0.7,    'shorter over longer side',    'below', 'geometry: the same card turned by 55 degrees; security features do not show any more'),
  documentCoverage:     threshold(0.08,   'share of the picture',        'below', 'pitch of a TD3 MRZ in a 1080p picture falls under 10 px'),
  liveSharpness:        threshold(35,     'edge energy at 1000 px',      'below', 'calibration seeds at 1280 px: sharp half-filling fronts 45.7–70.9, fronts blurred by 2 px 25.5–30.6 (n = 4 each); guides the hand, never judges a case'),
  liveCoverage:         threshold(0.18,   'share of the picture',        'below', 'calibration seeds at 1280 px: sharp from 0.19 on, at 0.08 the same text measures as blurred (n = 12 each); guides the hand, never judges a case'),
  liveSideAgain:        threshold(0.6,    'correlation of 60 × 40 places', 'above', 'calibration seeds at 1280 px: one side in other light, angle and place 0.51–1.00, 99 % above 0.63 (n = 756 pairs), the other side of the card at most 0.33 (n = 576 pairs); guides the hand, never judges a case'),
  documentOccluded:      threshold(0.03,   'share of the lower third',    'above', 'calibration seeds: a finger 0.170–0.180 (n = 6), without a finger at most 0.005 (n = 90)'),
  mrzConfidence:        threshold(-1.5,   'log probability',             'below', 'the reader’s own limit: docs/engine/measurements/mrz.md'),
  mrzConfidenceAlone:   threshold(-0.75,  'log probability',             'below', 'calibration seeds: 3 misread MRZs that fit lay at −1.8 to −2.3, 27 of 32 right readings above −0.75'),
  mrzConfidenceCertain: threshold(-0.3,   'log probability',             'below', 'calibration seeds: MRZs that do not fit, misread −3.4 and less (n = 3), altered and read right −0.05 to −0.16 (n = 10)'),
  vizConfidence:      threshold(0.9,    'mean probability',            'below', 'calibration seeds: values read right 0.946–0.997, blurred labels read wrong 0.34–0.82 (3 pages)'),
  selfieSharpness:      threshold(12,     'edge energy at 150 px',       'below', 'samples: blurred over 11 px 2.4, good 150–190; development portraits 43–112 (n = 5)'),
  selfieBrightness:     threshold(30,     'mean luma of the face',       'below', 'samples: an eighth of the light 10.5, good 97–137; dark skin is dark, so the limit is far below'),
  selfieYaw:            threshold(30,     'degrees',                     'above', 'landmarks of the far eye vanish beyond'),
  headTurn:             threshold(10,     'degrees towards the asked side', 'below', 'real faces as flat photographs, turned by 25 and 40 degrees: 2.1 and 3.5 degrees in the median, none 10 (n = 185 each)'),
  headParallax:        threshold(0.06,   'rest over eye distance',      'below', 'training seeds: turned photographs 0.011–0.021 (n = 10), drawn heads 0.125–0.167 (n = 10); real faces as flat photographs, turned by 25 degrees at most 0.040, by 40 degrees 0.062 (95 %, n = 185 each); heads over 15 degrees, on other days, 0.095 (5 %, n = 649 pairs)'),
  turnedFaceDistance:   threshold(1.08,   'distance of descriptors',     'above', 'the same, one face within 12 degrees, the other beyond 15: FMR 0.26 % (n = 175,102), FNMR 1.3 % (n = 398); a doubt only'),
  selfieEyeDistance:    threshold(40,     'pixels',                      'below', 'descriptor input is 150 px for the whole face'),
  selfieBystander:      threshold(0.333,  'eye distance over the largest', 'above', 'ours: whoever stands three times as far away is nobody’s concern'),
  liveFaceSize:         threshold(0.35,   'face over shorter side',      'below', 'ours: drawn faces that fill the oval 0.45–0.7; guides the hand, never judges a case'),
  liveFaceTooLarge:     threshold(0.95,   'face over shorter side',      'above', 'geometry: the oval is 0.82–1.04 high; guides the hand, never judges a case'),
  liveFaceOffCentre:    threshold(0.16,   'distance over shorter side',  'above', 'geometry: a face that fills two thirds of the oval touches its edge; guides the hand, never judges a case'),
  liveFaceTurn:         threshold(20,     'degrees',                     'above', 'samples: drawn straight 0.3–1.7 of yaw, drawn at 28 degrees 21.1–27.0 (n = 4, 8); guides the hand, never judges a case'),
  liveFaceTilt:         threshold(20,     'degrees',                     'above', 'ours: a head held naturally is less tilted; guides the hand, never judges a case'),
  liveHeadTurn:         threshold(17,     'degrees towards the asked side', 'below', 'ours: well beyond headTurn, so that what the page takes for a turn is one for the server; drawn at 28 degrees 21.1–27.0 (n = 8)'),
  liveHeadStraight:     threshold(9,      'degrees of yaw',              'above', 'ours: below headTurn; drawn straight 0.3–1.7 (n = 4)'),
  portraitGlare:        threshold(0.15,   'share of the face',           'above', 'ours: samples without glare 0; under glare no portrait is found at all, which the check judges too'),
  faceDistanceSame:     threshold(0.92,   'distance of descriptors',     'above', 'real photographs: FMR 2.0e-5, bound by people 3.8e-5 (n = 1,992,357); FNMR 7.5 % (n = 1,272), of three pictures taken together 1.5 % (n = 519); docs/engine/measurements/faces.md'),
  faceDistanceOther:    threshold(1.42,   'distance of descriptors',     'above', 'the same: FNMR 0 of 1,272, with one side as on a card 0 of 2,528; between the two a specialist compares'),
  securityVideoSeconds: threshold(2.5,    'seconds',                     'below', 'ours: the page records at least 3, and the last frame lies up to a quarter before the end'),
  securityVideoTilt:    threshold(0.035,  'range of log side proportions', 'below', 'calibration seeds: held still 0.009–0.023 (n = 6), tilted 0.051–0.119 (n = 6)'),
  penStroke:            threshold(0.35,   'parts of the document’s width', 'above', 'training seeds: writing 0.49–0.52 (n = 6), text at most 0.08 (n = 32); signature of a real specimen 0.2'),
  portraitGrain:        threshold(1.1,    'grain over that of the document', 'above', 'training seeds: portraits as printed at most 1.02 (n = 55), pasted 0.88–3.2, 5 of 14 above; 13 real pictures of specimens 0.55–1.06'),
  portraitGrainAlone:   threshold(0.95,   'grain over that of the document', 'above', 'the same; where no frame says how the portrait lies'),
  portraitTurn:         threshold(0.6,    'degrees against the text',   'above', 'training seeds, all scenarios of good pictures: frames as printed within 0.54 but for 1 of 55 (−0.89), pasted 0.66–1.05 and once −2.1 (n = 14)'),
  videoLikePicture:     threshold(0.84,   'share of printed blocks',     'below', 'training seeds: flat frames and picture of one document 0.854–1 (15 videos), of another holder’s on the same form at most 0.807 (n = 48 frames)'),
  videoFramesAlike:    threshold(0.87,   'share of printed blocks',     'below', 'training seeds: second least like of 12 frames, one document 0.945–1 (n = 13), exchanged halfway 0.64–0.84 (n = 6)'),
  videoBlocks:          threshold(60,     'printed blocks',              'below', 'training seeds: documents 150–230 (n = 24); ours: with fewer, one word decides'),
  tiltColourChange:     threshold(10,     'Cb, Cr steps',                'below', 'training seeds: second largest of 12 frames, without a hologram 1.9–2.8 (n = 3), with one 28–75 (n = 16)'),
  recaptureLuma:    threshold(6.5,    'log of peak over surroundings', 'above', 'calibration seeds: originals 3.3–5.8, prints 5.5–9.0, screens 3.6–10.7 (n = 10 each)'),
  selfieRecaptureLuma:    threshold(4.7,    'log of peak over surroundings', 'above', 'drawn faces 3.06–4.05 (n = 57), screens 4.28–6.18 (n = 4), prints 10.96 and 11.33; a face has no background of fine lines as a document has, so the limits are lower'),
  selfieRecaptureColour:  threshold(5.3,    'log of peak over surroundings', 'above', 'the same: drawn faces 3.37–4.68 (n = 57), screens 4.17–8.97 (n = 4), prints 10.13 and 10.72; 14 of 103 ordinary photographs lie above one of the two, so it is a doubt only'),
  recaptureColour:  threshold(6.5,    'log of peak over surroundings', 'above', 'the same: originals 4.1–6.0, prints 3.8–6.9, screens 7.0–14.2 (n = 10 each)'),
  bezelSides:           threshold(2,      'sides with a dark frame',     'above', 'training seeds: devices 3 or 4 (n = 14), tables and dark folders 0, once 1 (n = 103)'),
  fontStroke:          threshold(0.16,   'log of stroke over height',   'above', 'the same, dates of one side: as printed 0.001–0.088 (n = 73), regular for bold 0.27, OCR-B 0.50–0.56'),
  fontSlant:            threshold(0.09,   'run over rise',               'above', 'the same: as printed 0–0.03 (n = 73), oblique 0.165'),
  fontSize:            threshold(0.085,  'log of length² over height',  'above', 'the same: as printed 0–0.034 (n = 73), later once 0.07 in blur (n = 100), a tenth higher or lower 0.098–0.102, 15 % 0.135–0.179'),
  fontWidth:           threshold(0.05,   'log of length over height',   'above', 'the same: as printed 0–0.019 (n = 73), later once 0.04 in blur (n = 100), other types 0.048–0.113'),
  fontBackground:          threshold(0.4,    'over what is usual on the side', 'below', 'the same: as printed 0.745–0.98 (n = 73), covered with even colour 0.146–0.237 (n = 7); once 0.55 on a picture of a real specimen'),
  fontBaseline:            threshold(0.1,    'parts of the height of capitals', 'above', 'the same: as printed 0.014–0.072 (n = 58), all seeds where the label was read: lower or higher by 0.3 mm 0.094–0.177 (n = 9), by 0.2 mm 0.058–0.132 (n = 7)'),
  documentHue:          threshold(0.008,  'spread of log hue',           'below', 'calibration seeds: grey copies 0.001–0.003 (n = 12), under a bulb 0.006–0.011 (n = 6), pale pages 0.011–0.015 (n = 6), others 0.014 and more (n = 18)'),
  documentHueOnSheet:   threshold(0.02,   'spread of log hue',           'below', 'the same: where a sheet shows around it'),
  sheetAround:          threshold(0.5,    'share of the surroundings',   'above', 'the same: 1 where the sheet was told from the document (n = 7 of 12), others 0 (n = 24)'),
  documentPrintHue:     threshold(0.045,  'spread of log hue',           'below', 'real ones, both: grey copies under lamps 0.011–0.036 in 85 % (n = 63, outlines as noted), coloured pages of specimens 0.048 and more (n = 8); speaks as a doubt only, together with the next one'),
  portraitHue:          threshold(0.08,   'distance of log hue',         'below', 'the same: portraits of grey copies at most 0.066 in 95 % (n = 63), coloured ones 0.13 and more (n = 4), drawn ones 0.39 and more'),
  eyesDark:             threshold(0.42,   'luma of eyes over skin',      'below', 'bare 0.42–1.00 (n = 31); lenses in the median 0.06 drawn, 0.14 black, 0.33 brown (n = 50)'),
  eyesBlack:            threshold(0.25,   'luma of eyes over skin',      'below', 'the same: drawn lenses 0.05–0.12, black ones over photographs 0.12–0.27 in nine of ten; decides without the next one, as a doubt'),
  eyesEven:             threshold(0.06,   'variation of luma over skin', 'below', 'the same: bare 0.09–0.42, lenses in the median 0.01'),
  lowerFaceEven:        threshold(0.08,   'variation of luma',           'below', 'the same: bare 0.09–0.63 (n = 31), drawn masks 0.02–0.07 and hands 0.07–0.08 (n = 10 each)'),
  lowerFaceHue:         threshold(0.2,    'distance of log hue',         'above', 'the same: bare 0.00–0.15, drawn masks 0.41–0.79'),
  lowerFaceOtherHue:    threshold(0.3,    'distance of log hue',         'above', 'the same: decides alone'),
  lowerFaceSomeHue:     threshold(0.06,   'distance of log hue',         'above', 'the same: drawn hands 0.07–0.18; decides together with an even face only'),
  sharedHashBandsDocument:  threshold(5,      'bands of 16 that agree',      'above', 'calibration seeds: the same picture coded anew, half as large or cropped by a half % 8–16 (n = 80), others 0–4 (n = 56)'),
  sharedHashBandsFace:      threshold(13,     'bands of 16 that agree',      'above', 'the same: the same selfie 13–16 but for one of 8 (n = 48), others, which are drawn alike, 1–13 (n = 28)'),
  longestValidityYears: threshold(15,     'years until expiry',          'above', 'ours: passports and cards of the EU are valid for at most 10 years'),
} as const satisfies Record<string, Threshold>;

export type ThresholdName = keyof typeof THRESHOLDS;

/** Other values for some of them: what a judgement would be under those. */
export type ThresholdValues = Readonly<Partial<Record<ThresholdName, number>>>;

/** What a judgement goes by. It is handed to whatever judges; nobody changes it for anybody else. */
export interface Thresholds {
  /** Whether a measurement lies on the bad side; the value itself is still good. */
  isBad(name: ThresholdName, measured: number): boolean;
  valueFor(name: ThresholdName): number;
}

/** The values of the table, but for those that are given. */
export function thresholdsWith(values: ThresholdValues): Thresholds {
  const valueFor = (name: ThresholdName) => values[name] ?? THRESHOLDS[name].value;
  return {
    isBad: (name, measured) =>
      THRESHOLDS[name].bad === 'below' ? measured < valueFor(name) : measured > valueFor(name),
    valueFor,
  };
}

export const STANDARD_THRESHOLDS: Thresholds = thresholdsWith({});

/** @throws RangeError naming what is no threshold, or no number */
export function parseThresholdValues(values: Readonly<Record<string, unknown>>): ThresholdValues {
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(THRESHOLDS, name)) throw new RangeError(`there is no threshold called ${name}`);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`${name} must be a number`);
  }
  return values as ThresholdValues;
}

function threshold(value: number, unit: string, bad: Threshold['bad'], restsOn: string): Threshold {
  return { value, unit, bad, restsOn };
}
