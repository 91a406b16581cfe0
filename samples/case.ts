import type { DocumentKind, DocumentSide, IssuerCode } from './documents/layouts.ts';
import { drawLetter } from './documents/letter/letter.ts';
import { drawSample, SAMPLE_DAY, type Sample } from './documents/sample.ts';
import { drawPerson, type SamplePerson } from './people/persons.ts';
import { drawSelfie } from './people/selfie.ts';
import type { PhotoSpec } from './photo/photo.ts';
import { createRandom, type Random } from './random.ts';
import { SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts';
import { drawTilt, drawTurn, type SampleFrame } from './video/recordings.ts';

/** Everything that one customer shows, with its truth. */
export interface DrawnCase {
  scenario: ScenarioName;
  /** Whom the order names: the holder, unless the scenario is about that. */
  person: SamplePerson;
  /** Of which State the order says the person is a national, as documents spell it. */
  nationality: string;
  kind: DocumentKind;
  issuer: IssuerCode;
  day: string;
  captures: CaseCapture[];
  /** The document on a tilt and the turning head; only those that were asked for. */
  securityVideo: SampleFrame[] | null;
  liveness: SampleFrame[] | null;
  /** The picture of a letter, where the scenario is about it. */
  letter: Buffer | null;
}

export interface CaseCapture {
  step: 'document_front' | 'document_back' | 'document_data_page' | 'selfie';
  jpeg: Buffer;
  /** Null for a selfie. */
  truth: Sample['truth'] | null;
}

export interface CaseOptions {
  day?: string;
  /** Draw the turning head too, and the tilted document, a dozen frames of it. */
  liveness?: boolean;
  securityVideo?: boolean;
  framesPerPrompt?: number;
  prompts?: readonly ('center' | 'left' | 'right')[];
  /** The holder, where somebody in particular is meant. */
  holder?: Partial<SamplePerson>;
  kind?: DocumentKind;
  issuer?: IssuerCode;
  /** Only this step is drawn. */
  step?: CaseCapture['step'] | 'security_video' | 'liveness';
  /** Of the tilted document; as `TiltSpec` has them. */
  tiltFrames?: number;
  tiltEveryMilliseconds?: number;
}

const USUAL_KINDS = ['passport', 'identity_card'] as const satisfies readonly DocumentKind[];
const ISSUERS_OF: Partial<Record<DocumentKind, readonly IssuerCode[]>> = { french_card: ['FRA'] };
const USUAL_ISSUERS = ['DEU', 'AUT', 'NLD', 'POL', 'ESP', 'ITA', 'SWE'] as const satisfies readonly IssuerCode[];

// biome-ignore format: a table
const SIDES: Record<DocumentKind, readonly (readonly [CaseCapture['step'], DocumentSide])[]> = {
  passport:          [['document_data_page', 'data_page']],
  identity_card:     [['document_front', 'front'], ['document_back', 'back']],
  identity_card_td2: [['document_front', 'front']],
  french_card:       [['document_front', 'front']],
  visa_a:            [['document_data_page', 'data_page']],
  visa_b:            [['document_data_page', 'data_page']],
  residence_permit:  [['document_front', 'front'], ['document_back', 'back']],
  driving_licence:   [['document_front', 'front'], ['document_back', 'back']],
};

/**
 * A whole case. The same scenario and seed always give the same one; document, issuer, table, angle and light follow from the
 * seed, so that a scenario is not one picture.
 */
export async function drawCase(scenario: ScenarioName, seed: string, options: CaseOptions = {}): Promise<DrawnCase> {
  const row: Scenario = SCENARIOS[scenario];
  const random = createRandom(`${scenario} ${seed}`);
  const { day = SAMPLE_DAY } = options;
  const kind = options.kind ?? random.pick(row.kinds ?? USUAL_KINDS);
  const issuer = options.issuer ?? random.pick(ISSUERS_OF[kind] ?? USUAL_ISSUERS);
  const special = row.document?.(seed) ?? {};
  const person = drawPerson(createRandom(seed).fork('holder'), options.holder);
  const document = {
    seed,
    kind,
    issuer,
    day,
    ...special,
    holder: { ...person, ...special.holder },
    document: { ...(kind === 'residence_permit' ? { nationality: 'TUR' } : {}), ...special.document },
  };
  const captures: CaseCapture[] = [];
  for (const [index, [step, side]] of sidesShown(kind, row.sides).entries()) {
    if (options.step && options.step !== step) continue;
    const photo = { ...variation(random.fork(`photo ${index}`)), ...special.photo };
    const { jpeg, truth } = await drawSample({ ...document, side, photo });
    captures.push({ step, jpeg, truth });
  }
  const selfie = { seed, holder: person, ...row.selfie?.(seed) };
  const camera = { noise: random.between(1, 4), lightFallOff: random.between(0.05, 0.25), ...selfie.camera };
  if (!options.step || options.step === 'selfie')
    captures.push({ step: 'selfie', jpeg: (await drawSelfie({ ...selfie, camera })).jpeg, truth: null });
  const shownSide = SIDES[kind][0]![1];
  const { nationality = document.document.nationality ?? document.issuer, ...onFile } = row.onFile ?? {};
  return {
    scenario,
    person: { ...person, ...(row.group === 'attack' && special.holder?.birthDate ? special.holder : {}), ...onFile },
    nationality,
    kind,
    issuer: special.issuer ?? issuer,
    day,
    captures,
    securityVideo:
      options.securityVideo && row.tilt !== 'left_out'
        ? await drawTilt({
            ...document,
            side: shownSide,
            manner: row.tilt,
            frames: options.tiltFrames,
            everyMilliseconds: options.tiltEveryMilliseconds,
          })
        : null,
    liveness: options.liveness
      ? await drawTurn({
          ...selfie,
          prompts: options.prompts ?? ['center', 'left', 'right'],
          framesPerPrompt: options.framesPerPrompt,
          manner: row.turn,
        })
      : null,
    letter: row.letter && !options.step ? await letterTo(person, row.letter, seed, day) : null,
  };
}

async function letterTo(holder: SamplePerson, to: NonNullable<Scenario['letter']>, seed: string, day: string) {
  const { firstName, lastName } = holder;
  return (await drawLetter({ seed, day, addressee: to === 'holder' ? holder : { firstName, lastName } })).jpeg;
}

function sidesShown(kind: DocumentKind, order: Scenario['sides']): (readonly [CaseCapture['step'], DocumentSide])[] {
  const sides = SIDES[kind];
  const [front, back] = sides;
  if (!order || !front || !back) return [...sides];
  return [
    [front[0], order === 'exchanged' ? back[1] : front[1]],
    [back[0], front[1]],
  ];
}

/** An everyday picture: some table, some angle, some light. */
function variation(random: Random): Partial<PhotoSpec> {
  return {
    background: random.pick(['plain', 'textured', 'textured'] as const),
    rotationDegrees: random.between(-7, 7),
    tilt: { x: random.between(-9, 9), y: random.between(-9, 9) },
    coverage: random.between(0.74, 0.88),
    lightFallOff: random.between(0.05, 0.3),
    defocusPixels: random.between(0.4, 0.9),
    noise: random.between(1.5, 4.5),
    jpegQuality: random.integer(80, 94),
  };
}
