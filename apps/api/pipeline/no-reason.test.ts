/** The reason of a final failure is disclosed nowhere [API-5]. */
import { IDENT_RESULTS, isFinal, REASONS, STATUS_CODES, visibleReason } from '@reident/domain';
import type { Identification } from '@reident/store';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toIdentificationResource, toRequestedIdentificationResource } from '../resources/identification.ts';

const reasons = Object.keys(REASONS);

const identification = fc.record<Identification>({
  id: fc.constant(`${'a'.repeat(32)}cidt`),
  personId: fc.constant(`${'b'.repeat(32)}cper`),
  method: fc.constant('idnow_autoident'),
  language: fc.constantFrom('de', 'en', null),
  proofOfAddressType: fc.constant(null),
  proofOfAddressIssuedAt: fc.constant(null),
  status: fc.constantFrom(...STATUS_CODES),
  result: fc.constantFrom(...IDENT_RESULTS, null),
  reason: fc.constantFrom(...reasons, null),
  reference: fc.constantFrom('TS2-ABCDE', null),
  url: fc.constantFrom('https://id.example/x', null),
  createdAt: fc.constant(new Date(0)),
  requestedAt: fc.constant(null),
  completedAt: fc.constantFrom(new Date(1), null),
  expiresAt: fc.constant(null),
  version: fc.nat(),
});

it('no answer about an identification holds a reason unless its status is canceled or aborted', () => {
  fc.assert(
    fc.property(identification, (made) => {
      const answer = toIdentificationResource(made);
      const text = JSON.stringify([answer, toRequestedIdentificationResource(made, 60)]);
      const shows = reasons.some((reason) => text.includes(reason));
      const mayShow = made.status === 'canceled' || made.status === 'aborted';
      expect(shows).toBe(mayShow && visibleReason(made.status, made.reason) !== null);
      if (isFinal(made.status)) expect(answer).not.toHaveProperty('failure_reason');
    }),
    { numRuns: 1_000 },
  );
});
