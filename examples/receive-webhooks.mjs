/**
 * A receiver of webhooks on this machine: subscribes to IDENTIFICATION, checks both signatures of what arrives, prints it.
 * Stop it with Ctrl-C; it takes its subscription with it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { openSandbox } from './reident.mjs';

const call = await openSandbox();
let secret;

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  // The verification request comes before the secret is known, so it has no signature.
  if (request.headers['solaris-webhook-event-type'] === 'WEBHOOK-SUBSCRIPTION') return response.writeHead(200).end();
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  response.writeHead(204).end();
  const { id, status } = JSON.parse(body);
  console.log(`${id} is ${status} (notification ${request.headers['solaris-webhook-id']})`);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const url = `http://127.0.0.1:${server.address().port}/reident`;
const subscription = await call('POST', '/v1/webhooks', { event_type: 'IDENTIFICATION', url });
secret = subscription.secret;
console.log(`Listening at ${url}`);

process.once('SIGINT', async () => {
  await call('DELETE', `/v1/webhooks/${subscription.id}`);
  process.exit();
});

/** Solaris' signature covers the body; the second one covers id and time as well, so that nothing can be played again. */
function isGenuine(headers, body) {
  const solaris = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const { 'webhook-id': id, 'webhook-timestamp': timestamp } = headers;
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const standard = `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64')}`;
  const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
  const given = (headers['webhook-signature'] ?? '').split(' ');
  return (
    isSame(headers['solaris-webhook-signature'], solaris) && given.some((one) => isSame(one, standard)) && isRecent
  );
}

function isSame(given = '', expected) {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
