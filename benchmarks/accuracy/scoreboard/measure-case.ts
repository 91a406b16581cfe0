import type { DocumentKind } from '@reident/domain';
import {
  CAPTURE_STEPS,
  type CapturedMedia,
  type CapturedReading,
  type CaptureReading,
  type EngineHost,
  evaluateChecks,
  type Finding,
  gatherEvidence,
  type Verdict,
  weigh,
} from '@reident/engine';
import { parseMrz } from '@reident/mrz';
import { type DrawnCase, drawCase, SCENARIOS, type Scenario, type ScenarioName } from '@reident/samples';
import { isLegible } from '../../../packages/engine/evidence/legible-mrz.ts';
import type { FaceDistance } from '../../../packages/engine/face/embedding-distance.ts';
import { STANDARD_THRESHOLDS } from '../../../packages/engine/thresholds/thresholds.ts';
import { RECORDING_TYPE, writeRecording } from '../../../packages/engine/video/recording.ts';
import { type MeasuredViz, vizOf } from './measure-mrz.ts';

/** What the engine made of one session, against its truth. No pictures, so that thousands can be kept. */
export interface MeasuredCase {
  scenario: ScenarioName;
  seed: string;
  /** Of the pictures that bear an MRZ; null when none does. */
  mrz: { exact: boolean; accepted: boolean; wrongFields: string[] } | null;
  /** Of every side that was shown: which printed fields were read exactly. */
  viz: MeasuredViz[];
  findings: { check: string; outcome: Finding['outcome']; reason: string | null }[];
  verdict: Verdict;
  /** Distance of portrait and selfie; null when it could not be measured. */
  faceDistance: FaceDistance | null;
  /** CPU seconds of the engine host by what was read. */
  cpuSeconds: Record<'document' | 'selfie' | 'recording' | 'letter', number[]>;
  /** CPU seconds of evidence, findings and verdict: what is left to do when everything has been read. */
  judgingSeconds: number;
}

/** Draws one session and sends it the real way: bytes, engine host, reading, evidence, findings, verdict. */
export async function measureCase(
  scenario: ScenarioName,
  seed: string,
  host: EngineHost,
  cpu: () => number,
): Promise<MeasuredCase> {
  const row: Scenario = SCENARIOS[scenario];
  const drawn = await drawCase(scenario, seed, {
    liveness: true,
    framesPerPrompt: 1,
    securityVideo: row.tilt !== undefined,
  });
  const readings: CapturedReading[] = [];
  const cpuSeconds: MeasuredCase['cpuSeconds'] = { document: [], selfie: [], recording: [], letter: [] };
  for (const media of uploadsOf(drawn)) {
    const before = cpu();
    const reading = await host.read(media);
    cpuSeconds[STAGES[CAPTURE_STEPS[media.step].media === 'recording' ? 'recording' : media.step] ?? 'document'].push(
      cpu() - before,
    );
    readings.push({ step: media.step, reading, source: 'camera', capturedAt: `${drawn.day}T10:00:00.000Z` });
  }
  const beforeJudging = process.cpuUsage();
  const evidence = gatherEvidence(readings, {
    person: {
      ...drawn.person,
      nationality: drawn.nationality,
      address: { street: drawn.person.street, postalCode: drawn.person.postalCode, city: drawn.person.city },
    },
    capturedOn: drawn.day,
    minimumAgeYears: 18,
    documentKind: KIND_CHOSEN[drawn.kind],
    securityVideoAsked: row.tilt !== undefined,
    leftOut: row.tilt === 'left_out' ? ['security_video'] : [],
    proofOfAddressRequired: row.letter !== undefined,
  });
  const findings = evaluateChecks(evidence);
  const verdict = weigh(findings);
  const judging = process.cpuUsage(beforeJudging);
  return {
    scenario,
    seed,
    mrz: mrzOf(drawn, readings),
    viz: drawn.captures.flatMap(({ truth }, index) => (truth ? [vizOf(truth.fields, readings[index]!.reading)] : [])),
    findings: findings.map(({ check, outcome, reason }) => ({ check, outcome, reason })),
    verdict,
    faceDistance: evidence.faceDistance,
    cpuSeconds,
    judgingSeconds: (judging.user + judging.system) / 1e6,
  };
}

const STAGES: Record<string, keyof MeasuredCase['cpuSeconds']> = {
  recording: 'recording',
  selfie: 'selfie',
  proof_of_address: 'letter',
};

function uploadsOf({ captures, securityVideo, letter, liveness }: DrawnCase): CapturedMedia[] {
  const recorded = (step: 'security_video' | 'liveness', frames: DrawnCase['liveness']): CapturedMedia[] =>
    frames ? [{ step, bytes: writeRecording({ frames, clip: null }), contentType: RECORDING_TYPE }] : [];
  return [
    ...captures.map(({ step, jpeg }) => ({ step, bytes: jpeg, contentType: 'image/jpeg' })),
    ...recorded('security_video', securityVideo),
    ...(letter ? [{ step: 'proof_of_address' as const, bytes: letter, contentType: 'image/jpeg' }] : []),
    ...recorded('liveness', liveness),
  ];
}

// biome-ignore format: a table
const KIND_CHOSEN: Record<DrawnCase['kind'], DocumentKind> = {
  passport:          'passport',
  identity_card:     'identity_card',
  identity_card_td2: 'identity_card',
  french_card:       'identity_card',
  visa_a:            'passport',
  visa_b:            'passport',
  residence_permit:  'residence_permit',
  driving_licence:   'driving_licence',
};

const FIELDS = ['documentNumber', 'primaryIdentifier', 'secondaryIdentifier', 'birthDate', 'expiryDate'] as const;

function mrzOf(drawn: DrawnCase, readings: readonly CapturedReading[]): MeasuredCase['mrz'] {
  const index = drawn.captures.findIndex(({ truth }) => truth?.mrz);
  const truth = drawn.captures[index]?.truth?.mrz;
  if (!truth) return null;
  const { mrz }: Pick<CaptureReading, 'mrz'> = readings[index]!.reading;
  const accepted = mrz !== undefined && isLegible(mrz, STANDARD_THRESHOLDS);
  return {
    exact: mrz?.lines.join() === truth.lines.join(),
    accepted,
    wrongFields: FIELDS.filter((field) => mrz?.fields[field] !== fieldsOf(truth.lines)[field]),
  };
}

/** Whether a finding speaks against the case, surely or not. */
export function isRaised({ outcome }: { outcome: Finding['outcome'] }): boolean {
  return outcome === 'fail' || outcome === 'inconclusive';
}

/** Whether a reason that a specialist would give was raised; for a good case, whether nothing failed. */
export function isNamed({ scenario, findings }: MeasuredCase): boolean {
  const { means }: Scenario = SCENARIOS[scenario];
  return findings.some((finding) => isRaised(finding) && (means as readonly string[]).includes(finding.reason ?? ''));
}

function fieldsOf(lines: readonly string[]) {
  return parseMrz([...lines]).fields;
}
