/** What every example needs: the sandbox credentials, a token, and calls that say what went wrong. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(process.env.REIDENT_DATA_DIR ?? 'data', 'sandbox-credentials.json');

/** Reads the credentials that `npm start` left behind, and fetches a token with them. */
export async function openSandbox() {
  const credentials = JSON.parse(readFileSync(file, 'utf8'));
  const answer = await fetch(credentials.token_url, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${credentials.client_id}:${credentials.client_secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=partners',
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
  const { access_token: token } = await answer.json();

  /** Calls the partner API. Answers the parsed body; a PDF or a picture as bytes. */
  return async function call(method, target, body) {
    const response = await fetch(credentials.api_url + target, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${target}: ${response.status} ${await response.text()}`);
    if (response.status === 204) return null;
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return isJson ? response.json() : Buffer.from(await response.arrayBuffer());
  };
}

/** Asks every half second until the identification has left `pending`. A webhook tells you without asking. */
export async function waitForOutcome(call, { personId, id }, timeoutSeconds) {
  for (let left = timeoutSeconds * 2; left > 0; left -= 1) {
    const identification = await call('GET', `/v1/persons/${personId}/identifications/${id}?include_documents=true`);
    if (identification.status !== 'pending') return identification;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Still pending after ${timeoutSeconds} s`);
}
