/** The samples go the whole way: bytes, engine host, reading, evidence, findings, verdict. */
import {
  documentOf,
  drawLiveness,
  drawSample,
  drawSelfie,
  ORDERED_PERSON,
  SAMPLE_DAY,
  SAMPLES,
  type SampleRow,
  SELFIES,
  type SelfieRow,
} from '@reident/samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBuiltHost } from '../../tests/fixtures/engine/engine-host.ts';
import type { Finding } from './checks/definition/define-check.ts';
import { evaluateChecks } from './checks/evaluate-checks.ts';
import type { CapturedReading, EvidenceOrder } from './evidence/evidence.ts';
import { gatherEvidence } from './evidence/gather.ts';
import type { EngineHost } from './process/start-engine-host.ts';
import type { CaptureReading } from './readings/capture.ts';
import { feedbackFor } from './verdict/feedback-for.ts';
import { weigh } from './verdict/weigh.ts';
import { RECORDING_TYPE } from './video/recording.ts';
import type { PostalAddress } from './viz/compare-address.ts';

const ROWS: Record<string, SampleRow | SelfieRow> = { ...SAMPLES, ...SELFIES };

/** A choice that a test run has time for; `npm run bench engine` goes through all of them and many seeds more. */
const CHOSEN = [
  ...['passport', 'card_front', 'card_back', 'quarter_turn', 'cluttered', 'selfie'],
  ...Object.entries(ROWS).flatMap(([name, { raises }]) => (raises.length > 0 ? [name] : [])),
];

let host: EngineHost;
beforeAll(async () => {
  host = await startBuiltHost();
});
afterAll(() => host.stop());

const readings = new Map<string, Promise<CaptureReading>>();

/** Each sample is drawn and read once, whichever tests look at it. */
function readSample(name: string): Promise<CaptureReading> {
  const known = readings.get(name);
  if (known) return known;
  const row = ROWS[name]!;
  const reading = draw(row).then(({ jpeg }) => host.read({ step: row.step, bytes: jpeg, contentType: 'image/jpeg' }));
  readings.set(name, reading);
  return reading;
}

/** How the head turns under each prompt, in degrees towards the picture's right; undefined as asked. */
const LIVE: Record<string, ((prompt: string) => number) | undefined> = { live: undefined, still: () => 0 };

function readLive(name: string): Promise<CaptureReading> {
  const reading =
    readings.get(name) ??
    drawLiveness(SELFIES.selfie, undefined, LIVE[name]).then((bytes) =>
      host.read({ step: 'liveness', bytes, contentType: RECORDING_TYPE }),
    );
  readings.set(name, reading);
  return reading;
}

function draw(row: SampleRow | SelfieRow): Promise<{ jpeg: Buffer }> {
  return 'kind' in row ? drawSample(row) : drawSelfie(row);
}

async function capture(name: string): Promise<CapturedReading> {
  const reading = await (name in LIVE ? readLive(name) : readSample(name));
  return { step: reading.step, reading, source: 'sample', capturedAt: `${SAMPLE_DAY}T10:00:00.000Z` };
}

async function findingsOf(names: string[], order: Partial<EvidenceOrder> = {}): Promise<Finding[]> {
  const captures: CapturedReading[] = [];
  for (const name of names) captures.push(await capture(name));
  return evaluateChecks(
    gatherEvidence(captures, { person: ORDERED_PERSON, capturedOn: SAMPLE_DAY, minimumAgeYears: 18, ...order }),
  );
}

test.each(CHOSEN)('sample %s raises the reasons it was made for', async (name) => {
  const row = ROWS[name]!;
  const kind = 'kind' in row && row.kind === 'driving_licence' ? row.kind : null;
  const findings = await findingsOf([name], { documentKind: kind });
  const raised = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'inconclusive');
  expect(raised.map(({ reason }) => reason)).toEqual(expect.arrayContaining([...row.raises]));
  if (row.raises.length === 0) expect(raised.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
});

test.each([
  ['a good passport and its holder', ['passport', 'selfie', 'live'], 'SUCCESS', null],
  ['a good identity card and its holder', ['card_front', 'card_back', 'selfie', 'live'], 'SUCCESS', null],
  ['an expired passport', ['expired', 'selfie', 'live'], 'CANCELED', 'ID_EXPIRED'],
  ['a blurred passport', ['blurred', 'selfie', 'live'], 'CANCELED', 'ID_BLURRY'],
  ['a dark passport', ['dark', 'selfie', 'live'], 'CANCELED', 'ID_DARKNESS'],
  [
    'the front of a card in place of its back',
    ['card_front', 'front_for_back', 'selfie', 'live'],
    'CANCELED',
    'ID_WRONG_SIDE',
  ],
  [
    'the passport of somebody else',
    ['other_name', 'selfie', 'live'],
    'FRAUD_SUSPICION_PENDING',
    'WARNING_NAME_COMPARISON',
  ],
  ['a specimen', ['specimen_state', 'selfie', 'live'], 'FRAUD_SUSPICION_PENDING', 'WARNING_FAKED_SPECIMEN'],
  ['an altered MRZ', ['broken_check_digit', 'selfie', 'live'], 'FRAUD_SUSPICION_PENDING', 'WARNING_MANIPULATED_DATA'],
  ['a passport without a selfie', ['passport', 'live'], 'REVIEW_PENDING', null],
  ['a passport without a liveness check', ['passport', 'selfie'], 'REVIEW_PENDING', null],
  ['a liveness check in which the head never turned', ['passport', 'selfie', 'still'], 'REVIEW_PENDING', null],
  ['a blurred selfie', ['passport', 'selfie_blurred', 'live'], 'CANCELED', 'SELFIE_BLURRY'],
])('the verdict on %s', async (_, names, result, reason) => {
  expect(weigh(await findingsOf(names))).toMatchObject({ result, reason });
});

test('a holder who is too young is suspected, when that is all there is', async () => {
  const person = { ...ORDERED_PERSON, birthDate: '2012-01-30' };
  expect(weigh(await findingsOf(['under_age', 'selfie', 'live'], { person }))).toMatchObject({
    result: 'FRAUD_SUSPICION_PENDING',
    reason: 'WARNING_USER_UNDERAGE',
  });
});

test.each([
  ['passport', null],
  ['blurred', 'ID_BLURRY'],
  ['dark', 'ID_DARKNESS'],
  ['glare_on_mrz', 'ID_GLARE'],
  ['occluded_mrz', 'ID_DATA_COVERED'],
  ['steep', 'ID_PERSPECTIVE'],
  ['front_for_back', 'ID_WRONG_SIDE'],
  ['selfie_dark', 'SELFIE_DARKNESS'],
  ['other_name', null],
])('right after sample %s the customer is told %s', async (name, reason) => {
  const reading = await readSample(name);
  expect(feedbackFor(reading.step, reading)).toEqual({ ok: reason === null, reason });
});

test('the address on the back of a card is read and compared', async () => {
  const { street, postalCode, city } = documentOf(SAMPLES.card_back).holder;
  const answer = async (address: PostalAddress) =>
    (
      await findingsOf(['card_front', 'card_back'], {
        person: { ...ORDERED_PERSON, address },
        proofOfAddressRequired: true,
      })
    ).find(({ check }) => check === 'address-matches-person');
  expect(await answer({ street, postalCode, city })).toMatchObject({
    outcome: 'pass',
    observed: { street: true, postalCode: true, city: true },
    region: { step: 'document_back' },
  });
  expect(await answer({ street: `${street}9`, postalCode, city })).toMatchObject({
    outcome: 'inconclusive',
    observed: { street: false, postalCode: true, city: true },
  });
});

test('a reading tells where document, mrz and portrait are', async () => {
  const { truth, width, height } = await drawSample(SAMPLES.passport);
  const reading = await readSample('passport');
  const far = (
    quad: readonly (readonly [number, number])[] | undefined,
    corners: readonly { x: number; y: number }[],
  ) =>
    Math.max(...corners.map(({ x, y }, i) => Math.hypot(quad![i]![0] * width - x, quad![i]![1] * height - y))) / width;
  expect(far(reading.document?.quad, truth.quad)).toBeLessThan(0.03);
  expect(far(reading.mrz?.quad, truth.mrz!.quad)).toBeLessThan(0.03);
  const [left, top] = reading.faces![0]!.quad[0];
  expect(left * width).toBeGreaterThan(truth.portrait![0].x);
  expect(top * height).toBeGreaterThan(truth.portrait![0].y);
});
