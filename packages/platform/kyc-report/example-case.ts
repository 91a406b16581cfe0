import { settingsOf } from '@reident/domain/tenant-settings';
import {
  type CapturedReading,
  type CaptureReading,
  EMBEDDING_VERSION,
  evaluateChecks,
  gatherEvidence,
  weigh,
} from '@reident/engine';
import { formatMrz, parseMrz } from '@reident/mrz';
import type { Capture, IdentificationEvent } from '@reident/store';
import type { Case } from '../case/case.ts';

const AT = new Date('2026-03-14T09:26:53.000Z');
const ID = '0123456789abcdef0123456789abcdefcidt';
const FULL = [
  [0.1, 0.1],
  [0.9, 0.1],
  [0.9, 0.9],
  [0.1, 0.9],
] as const;

const BIRTH = '680127';

/** A whole case for tests: the readings are made up, the findings and the verdict are what the engine makes of them. */
export function exampleCase(changes: { lastName?: string; settings?: Partial<Case['tenant']['settings']> } = {}): Case {
  const lines = formatMrz({
    format: 'TD3',
    documentCode: 'P',
    issuingState: 'D',
    documentNumber: 'C7K2M4P9X',
    primaryIdentifier: 'MUELLER-LUEDENSCHEIDT',
    secondaryIdentifier: 'ZOFIA AGNIESZKA',
    nationality: 'POL',
    birthDate: BIRTH,
    sex: 'F',
    expiryDate: '310228',
  });
  const mrz = parseMrz(lines);
  const quality = {
    measuredOn: 'document',
    sharpness: 61.23456,
    brightness: 190,
    glareFraction: 0,
    glareQuad: null,
    occludedFraction: 0,
  } as const;
  const face = {
    quad: FULL,
    score: 0.98,
    pose: { yawDegrees: 2, pitchDegrees: -1, rollDegrees: 0 },
    eyeDistance: 120,
    sharpness: 40,
    brightness: 150,
    glareFraction: 0,
    descriptor: Array.from({ length: 128 }, (_, index) => index / 1280),
    descriptorVersion: EMBEDDING_VERSION,
  };
  const page: CaptureReading = {
    step: 'document_data_page',
    engineVersion: '0.1.0',
    image: { width: 1600, height: 1200 },
    quality,
    document: { quad: FULL, foundBy: 'edges', aspectRatio: 1.42, sideRatio: 0.97, coverage: 0.64, cutOff: false },
    mrz: { ...mrz, quad: FULL, confidence: -0.02, repaired: 0 },
    faces: [face],
    recapture: { luma: 4.5, colour: 4.5 },
  };
  const selfie: CaptureReading = {
    step: 'selfie',
    engineVersion: '0.1.0',
    image: { width: 1200, height: 1600 },
    quality: { ...quality, measuredOn: 'face' },
    faces: [face],
    recapture: { luma: 4.5, colour: 4.5 },
  };
  const attributes = {
    first_name: 'Zofia Agnieszka',
    last_name: changes.lastName ?? 'Müller-Lüdenscheidt',
    birth_date: '1968-01-27',
    nationality: 'PL',
    address: { line_1: 'Łódzka-Allee 5, Straße der Ödnis', postal_code: '10117', city: 'Berlin', country: 'DE' },
    internal_score: null,
  };
  const readings = [page, selfie].map(
    (reading): CapturedReading => ({
      step: reading.step,
      reading,
      source: 'camera',
      capturedAt: AT.toISOString(),
    }),
  );
  const findings = evaluateChecks(
    gatherEvidence(readings, {
      person: {
        firstName: attributes.first_name,
        lastName: attributes.last_name,
        birthDate: attributes.birth_date,
        nationality: 'PL',
      },
      capturedOn: '2026-03-14',
      minimumAgeYears: 18,
    }),
  );
  return {
    tenant: {
      id: 'tenant',
      company: 'bank',
      name: 'Beispielbank AG',
      kind: 'live',
      settings: settingsOf('live', { formerIdentification: 'any', retentionYears: 0, ...changes.settings }),
      clockOffsetMs: 0,
      createdAt: AT,
    },
    identification: {
      id: ID,
      personId: '00ff00ff00ff00ff00ff00ff00ff00ffcper',
      method: 'idnow_autoident',
      language: 'de',
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
      status: 'successful',
      result: 'SUCCESS',
      reason: null,
      reference: 'TS2-ABCDE',
      url: 'https://ident.example.com/bank/identifications/secret-link',
      createdAt: AT,
      requestedAt: minutes(1),
      completedAt: minutes(9),
      expiresAt: null,
      version: 4,
    },
    person: {
      id: '00ff00ff00ff00ff00ff00ff00ff00ffcper',
      attributes,
      identifiedAt: null,
      version: 1,
      createdAt: AT,
      updatedAt: AT,
    },
    captures: [captureOf(page, 4), captureOf(selfie, 5)],
    leftOut: [],
    examination: {
      id: 'examination',
      engineVersion: '0.1.0',
      findings,
      verdict: weigh(findings),
      examinedAt: minutes(6),
    },
    decisions: [
      {
        id: 'decision',
        identificationId: ID,
        decision: 'approve',
        reason: null,
        note: 'Hologramm im Video gut zu sehen',
        operatorId: 'operator-0007',
        createdAt: minutes(9),
      },
    ],
    events: [
      eventAt(0, 'created', null, 'created', 'partner'),
      eventAt(1, 'requested', 'created', 'pending', 'partner'),
      { ...eventAt(6, 'review_started', 'pending', 'pending', 'engine'), result: 'REVIEW_PENDING' },
      {
        ...eventAt(9, 'confirmed', 'pending', 'successful', 'operator'),
        result: 'SUCCESS',
        actor: { kind: 'operator', id: 'operator-0007' },
      },
    ],
    documents: [],
  };
}

function minutes(count: number): Date {
  return new Date(AT.getTime() + count * 60_000);
}

function captureOf(reading: CaptureReading, minute: number): Capture {
  return {
    id: `capture-${reading.step}`,
    identificationId: ID,
    sessionId: 'session',
    step: reading.step,
    contentType: 'image/jpeg',
    size: 1000,
    sha256: reading.step.length.toString(16).repeat(64).slice(0, 64),
    blobKey: 'secret-blob-key',
    source: 'camera',
    reading,
    derivative: { blobKey: 'secret-derivative-key', sha256: 'd'.repeat(64), size: 900 },
    createdAt: minutes(minute),
    supersededAt: null,
  };
}

function eventAt(
  minute: number,
  event: IdentificationEvent['event'],
  from: IdentificationEvent['from'],
  to: IdentificationEvent['to'],
  kind: IdentificationEvent['actor']['kind'],
): IdentificationEvent {
  return {
    id: `event-${minute}`,
    identificationId: ID,
    personId: '00ff00ff00ff00ff00ff00ff00ff00ffcper',
    event,
    from,
    to,
    result: null,
    reason: null,
    actor: { kind, id: null },
    at: minutes(minute),
  };
}
