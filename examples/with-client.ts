/**
 * The guide's happy path with the typed client, and what it does when the customer breaks off.
 *
 *   npx tsx examples/with-client.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Identification, Reident } from '@reident/client';

const file = path.join(process.env.REIDENT_DATA_DIR ?? 'data', 'sandbox-credentials.json');
const reident = Reident.fromCredentials(JSON.parse(readFileSync(file, 'utf8')));

for (const testCase of ['HAPPYPATH', 'USER_CANCELLATION_IDENTIFY_LATER'] as const) {
  const person = await reident.persons.create({ first_name: `X-AUTOTEST-${testCase}`, last_name: 'Example' });
  const created = await reident.identifications.create(person.id, { method: 'idnow_autoident', language: 'EN' });
  const requested = await reident.identifications.request(created);
  const ended = await reident.identifications.waitFor(requested, undefined, { timeoutSeconds: 60 });
  console.log(`${testCase}: ${await explain(ended)}`);
}

async function explain({ status, failure_reason, person_id, documents = [] }: Identification): Promise<string> {
  // After these two the customer may try again on the same link, until it expires.
  if (status === 'aborted' || status === 'canceled') return `${status}, because of ${failure_reason}`;
  const report = documents.find(({ document_type }) => document_type === 'KYC_REPORT');
  if (status !== 'successful' || report === undefined) return status;
  writeFileSync(report.name, await reident.documents.download(person_id, report.id));
  return `${status}, the KYC report is in ${report.name}`;
}
