/**
 * The guide's "Happy path test tutorial": a person, an identification, the customer's session, the result and the report.
 *
 *   node examples/tutorial.mjs          you are the customer: open the printed url in a browser
 *   node examples/tutorial.mjs --auto   the platform plays the customer as well
 */
import { writeFileSync } from 'node:fs';
import { openSandbox, waitForOutcome } from './reident.mjs';

const auto = process.argv.includes('--auto');
const call = await openSandbox();

const person = await call('POST', '/v1/persons', {
  first_name: auto ? 'X-AUTOTEST-HAPPYPATH' : 'X-MANUALTEST-HAPPYPATH',
  last_name: 'Example',
});
const { id } = await call('POST', `/v1/persons/${person.id}/identifications`, {
  method: 'idnow_autoident',
  language: 'EN',
});
const { url } = await call('PATCH', `/v1/persons/${person.id}/identifications/${id}/request`);
console.log(auto ? 'The platform is the customer.' : `Be the customer: open ${url}`);

const outcome = await waitForOutcome(call, { personId: person.id, id }, auto ? 60 : 900);
console.log(`The identification is ${outcome.status}.`);
if (outcome.status !== 'successful') process.exit(1);

const report = outcome.documents.find(({ document_type }) => document_type === 'KYC_REPORT');
writeFileSync(report.name, await call('GET', `/v1/persons/${person.id}/documents/${report.id}/file`));
console.log(`The KYC report is in ${report.name}.`);
