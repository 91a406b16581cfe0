import { DOCUMENT_KIND_CODES, PROOF_OF_ADDRESS_TYPE_CODES, REASONS } from '@reident/domain';
import { CAPTURE_STEPS, CHECKS } from '@reident/engine';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { CAPTURE_ERRORS, PROMPTS, QUIT_REASONS, STEPS } from '@reident/platform';
import { describe, expect, it } from 'vitest';
import { CAMERA_FAILURES } from '../camera/camera-failures.ts';
import { FACE_GUIDANCE } from '../camera/face-guidance.ts';
import { GUIDANCE } from '../camera/guidance.ts';
import { LOSSES } from '../flow/losses.ts';

/** Errors that lead to a screen of their own, or that a customer's page never meets. */
const ELSEWHERE = new Set<string>([...LOSSES, 'out_of_order', 'bad_request', 'cross_origin', 'reason_unknown']);

/** What a picture of the flow may be sent back for: reasons of checks that the customer can mend, about what is pictured or recorded. */
const MENDABLE = CHECKS.flatMap(({ raises }) => raises).filter(
  (reason) => REASONS[reason].group === 'CANCELLED' && ['document', 'face', 'video'].includes(REASONS[reason].about),
);

describe.each(Object.entries(CAPTURE_MESSAGES))('the words of the page in %s', (_language, texts) => {
  it('has words for every error that a customer can meet', () => {
    for (const code of Object.keys(CAPTURE_ERRORS)) expect(code in texts.errors, code).toBe(!ELSEWHERE.has(code));
  });

  it('has words for every line of guidance', () => {
    const lines = new Set(['hold', ...[...GUIDANCE, ...FACE_GUIDANCE].map(({ id }) => id)]);
    expect(Object.keys(texts.camera.guidance).sort()).toEqual([...lines].sort());
  });

  it('has advice for every reason that a picture can be sent back for', () => {
    expect(MENDABLE.length).toBeGreaterThan(10);
    for (const reason of MENDABLE)
      expect(texts.advice[reason as keyof typeof texts.advice].how.length, reason).toBeGreaterThan(0);
  });

  it('has advice for published reasons only, and for no suspicion [CAP-10]', () => {
    for (const reason of Object.keys(texts.advice)) expect(REASONS).toHaveProperty([reason, 'group'], 'CANCELLED');
  });

  it('has a label for every reason to stop', () => {
    expect(Object.keys(texts.quitReasons).sort()).toEqual(QUIT_REASONS.map(([reason]) => reason).sort());
  });

  it('has words for every step, every document type and every failure of a camera', () => {
    expect(Object.keys(texts.steps).sort()).toEqual([...new Set(STEPS.map(({ id }) => id))].sort());
    expect(Object.keys(texts.document.kinds).sort()).toEqual([...DOCUMENT_KIND_CODES].sort());
    expect(Object.keys(texts.cameraFailures).sort()).toEqual([...new Set(Object.values(CAMERA_FAILURES))].sort());
  });

  it('has words for every prompt, every proof of address and every step that may be left out', () => {
    const prompts = Object.values(PROMPTS).flatMap((rows) => (rows ?? []).flat());
    expect(Object.keys(texts.recording.prompts).sort()).toEqual([...new Set(prompts)].sort());
    const turns = (PROMPTS.liveness ?? []).flat();
    expect(Object.keys(texts.recording.praise).sort()).toEqual([...new Set(turns)].sort());
    expect(Object.keys(texts.proof.types).sort()).toEqual([...PROOF_OF_ADDRESS_TYPE_CODES].sort());
    const mayBeLeft = STEPS.filter(({ otherwise }) => otherwise === 'without').map(({ id }) => id);
    expect(Object.keys(texts.recording.cannot).sort()).toEqual([...new Set(mayBeLeft)].sort());
  });
});

it('every step of a session is one that the engine reads', () => {
  for (const { id } of STEPS) expect(CAPTURE_STEPS).toHaveProperty(id);
});
