import { expect, test } from 'vitest';
import { goodFace, goodMrz, goodReading } from '../../../tests/fixtures/engine/good-readings.ts';
import { feedbackFor } from './feedback-for.ts';

const quality = goodReading('document_data_page').quality!;

test.each(['document_front', 'document_back', 'document_data_page', 'selfie', 'proof_of_address'] as const)(
  'a good picture for %s is good',
  (step) => {
    expect(feedbackFor(step, goodReading(step))).toEqual({ ok: true, reason: null });
  },
);

test.each([
  ['a dark page', { mrz: undefined, quality: { ...quality, brightness: 10 } }, 'ID_DARKNESS'],
  ['a blurred page', { mrz: undefined, quality: { ...quality, sharpness: 3 } }, 'ID_BLURRY'],
  ['a page with glare', { mrz: undefined, quality: { ...quality, glareFraction: 0.2 } }, 'ID_GLARE'],
  ['a page without an MRZ', { mrz: undefined }, 'ID_DATA'],
  ['a visa', { mrz: goodMrz({ format: 'MRV_A', documentCode: 'V' }) }, 'ID_NOT_SUPPORTED'],
] as const)('%s is to be taken again, and the customer hears why', (_, change, reason) => {
  expect(feedbackFor('document_data_page', goodReading('document_data_page', change))).toEqual({ ok: false, reason });
});

test('a doubt is kept for the specialist', () => {
  const reading = goodReading('document_data_page', { mrz: goodMrz({}, { confidence: -1.5 }) });
  expect(feedbackFor('document_data_page', reading)).toEqual({ ok: true, reason: null });
});

test('nobody hears right after the picture that a document looks false or is another person’s', () => {
  for (const mrz of [
    goodMrz({ issuingState: 'UTO' }),
    goodMrz({ primaryIdentifier: 'Somebody' }),
    goodMrz({ birthDate: '200101' }),
  ])
    expect(feedbackFor('document_data_page', goodReading('document_data_page', { mrz }))).toEqual({
      ok: true,
      reason: null,
    });
});

test('a selfie is judged by its face', () => {
  expect(feedbackFor('selfie', goodReading('selfie', { faces: [] })).reason).toBe('SELFIE_OTHER');
  expect(feedbackFor('selfie', goodReading('selfie', { faces: [goodFace({ brightness: 10 })] })).reason).toBe(
    'SELFIE_DARKNESS',
  );
});
