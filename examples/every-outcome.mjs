/** One identification per test case, played by the platform, and how each ends. */
import { openSandbox, waitForOutcome } from './reident.mjs';

const TEST_CASES = [
  'HAPPYPATH',
  'CANCELED',
  'FRAUDIDENT',
  'ID_GLARE',
  'SELFIE_BLURRY',
  'USER_CANCELLATION_IDENTIFY_LATER',
];

const call = await openSandbox();
for (const name of TEST_CASES) {
  const person = await call('POST', '/v1/persons', { first_name: `X-AUTOTEST-${name}`, last_name: 'Example' });
  const { id } = await call('POST', `/v1/persons/${person.id}/identifications`, { method: 'idnow_autoident' });
  await call('PATCH', `/v1/persons/${person.id}/identifications/${id}/request`);
  const { status, failure_reason: reason = '–' } = await waitForOutcome(call, { personId: person.id, id }, 60);
  console.log(`${name.padEnd(34)} ${status.padEnd(12)} ${reason}`);
}
