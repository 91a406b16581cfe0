import { expect, it } from 'vitest';
import { answerChecker } from './check-answer.ts';

const check = answerChecker();
const answer =
  (status: number, body: unknown, contentType = 'application/json; charset=utf-8') =>
  () =>
    check({ method: 'GET', path: '/v1/webhooks/{id}', status, contentType, body: JSON.stringify(body) });

const webhook = { id: 'a'.repeat(32), event_type: 'IDENTIFICATION', url: 'https://partner.example/' };
const error = {
  id: `${'a'.repeat(32)}ex`,
  status: 404,
  code: 'model_not_found',
  title: 'Model Not Found',
  detail: 'x',
};

it('lets answers pass that the contract describes', () => {
  expect(answer(200, webhook)).not.toThrow();
  expect(answer(404, { errors: [error] })).not.toThrow();
});

it.each([
  ['a field that is not described', answer(200, { ...webhook, secret: 'x' })],
  ['a field that is missing', answer(200, { ...webhook, url: undefined })],
  ['a value that is not in its list', answer(200, { ...webhook, event_type: 'identification' })],
  ['a status that is not described', answer(418, webhook)],
  ['an error outside the envelope', answer(404, error)],
  ['a code of another status', answer(404, { errors: [{ ...error, code: 'invalid_token' }] })],
  ['another media type', answer(200, webhook, 'text/html')],
])('finds %s', (_, finding) => {
  expect(finding).toThrow(/GET \/v1\/webhooks/);
});
