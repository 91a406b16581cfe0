import type { SandboxCredentials } from './sandbox.ts';

export interface BannerFacts {
  url: string;
  version: string;
  credentials: SandboxCredentials;
  credentialsFile: string;
  consoleLink: string;
  database: string;
  startedInMs: number;
  webhookAllow: readonly string[];
}

/** What a person sees who has just started Reident: where everything is, and lines that work when pasted. */
export function banner(facts: BannerFacts): string {
  const { url, credentials: c } = facts;
  const json = `-H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json'`;
  return `
Reident ${facts.version} is running (${(facts.startedInMs / 1000).toFixed(1)} s, ${facts.database})

  Partner API     ${url}/v1          reference: ${url}/docs   contract: ${url}/openapi.json
  Console         ${facts.consoleLink}
                  (this link works once; a new one is printed at every start)
  Health          ${url}/health/ready     metrics: ${url}/metrics
  Sandbox         company "${c.company}", credentials in ${facts.credentialsFile}
${facts.webhookAllow.length > 0 ? `  Webhooks        private receivers allowed: ${facts.webhookAllow.join(', ')}\n` : ''}
Try it: paste these lines into another terminal.

  TOKEN=$(curl -s -u ${c.client_id}:${c.client_secret} -d 'grant_type=client_credentials&scope=partners' ${c.token_url} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  PERSON=$(curl -s ${url}/v1/persons ${json} -d '{"first_name":"X-MANUALTEST-HAPPYPATH","last_name":"Example"}' | sed 's/.*"id":"\\([0-9a-f]*cper\\)".*/\\1/')
  IDENT=$(curl -s ${url}/v1/persons/$PERSON/identifications ${json} -d '{"method":"idnow_autoident","language":"EN"}' | sed 's/.*"id":"\\([0-9a-f]*cidt\\)".*/\\1/')
  curl -s -X PATCH ${url}/v1/persons/$PERSON/identifications/$IDENT/request -H "Authorization: Bearer $TOKEN"

Open the "url" of the last answer in a browser to be the customer. Then ask for the outcome:

  curl -s "${url}/v1/persons/$PERSON/identifications/$IDENT?include_documents=true" -H "Authorization: Bearer $TOKEN"

Ctrl-C stops everything.
`;
}
