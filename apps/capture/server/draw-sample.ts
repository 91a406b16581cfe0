import { spawn } from 'node:child_process';
import path from 'node:path';
import { CAPTURE_STEPS, type CaptureStep } from '@reident/engine';
import { CaptureError, type OpenSession } from '@reident/platform';
import { findPerson, type TenantTx } from '@reident/store';
import { SAMPLE_CHOICES } from '../shared/sample-choices.ts';

/** A picture or recording to draw: what of, and for whom. */
export interface SampleOrder {
  step: string;
  scenario: string;
  seed: string;
  day: string;
  kind: string;
  issuer: string;
  holder: Partial<Record<'firstName' | 'lastName' | 'birthDate' | 'street' | 'postalCode' | 'city', string>>;
  /** What a recording shows one after the other, as its nonce asks; absent for a picture. */
  prompts?: readonly string[];
}

/**
 * What a sandbox shows instead of a camera: a document made out to the person of the order, a letter to them, or a selfie.
 *
 * @throws CaptureError `files_not_allowed` in a live tenant: synthetic documents never reach one [API-10]; `out_of_order` for a recording
 * whose number was not asked for
 */
export async function sampleOrder(
  tx: TenantTx,
  openSession: OpenSession,
  step: string,
  scenario: string,
): Promise<SampleOrder> {
  if (tx.tenant.kind !== 'sandbox') throw new CaptureError('files_not_allowed');
  const offered: Readonly<Record<string, readonly string[]>> = SAMPLE_CHOICES;
  if (!offered[step]?.includes(scenario)) throw new CaptureError('bad_request');
  const { session, identification } = openSession;
  const { attributes } = await findPerson(tx, identification.personId);
  const known = Object.entries({
    firstName: attributes.first_name,
    lastName: attributes.last_name,
    birthDate: attributes.birth_date,
    street: attributes.address?.line_1,
    postalCode: attributes.address?.postal_code,
    city: attributes.address?.city,
  }).filter(([, value]) => typeof value === 'string');
  return {
    step,
    scenario,
    seed: identification.id,
    day: tx.now.toISOString().slice(0, 10),
    kind: session.documentKind ?? 'passport',
    issuer: session.issuingState !== null && DRAWN_STATES.has(session.issuingState) ? session.issuingState : 'DEU',
    holder: Object.fromEntries(known),
    ...promptsOf(session.flow.nonce, step),
  };
}

function promptsOf(nonce: OpenSession['session']['flow']['nonce'], step: string): Pick<SampleOrder, 'prompts'> {
  if (!isRecording(step)) return {};
  if (nonce?.step !== step || !nonce.prompts) throw new CaptureError('out_of_order');
  return { prompts: nonce.prompts };
}

export function isRecording(step: string): boolean {
  return CAPTURE_STEPS[step as CaptureStep].media === 'recording';
}

/** States whose documents the generator draws; for another a German one is shown. */
const DRAWN_STATES: ReadonlySet<string> = new Set(['DEU', 'AUT', 'NLD', 'POL', 'ESP', 'FRA', 'ITA', 'SWE']);
const MOST_SECONDS = 60;
const MOST_AT_ONCE = 2;
let drawing = 0;

/**
 * Draws in a process of its own, which knows no setting and no secret.
 *
 * @throws CaptureError `too_many_tries` while others are being drawn
 */
export async function drawSample(order: SampleOrder, projectRoot: string): Promise<Buffer> {
  if (drawing >= MOST_AT_ONCE) throw new CaptureError('too_many_tries');
  drawing += 1;
  try {
    const entry = order.step === 'proof_of_address' ? 'draw-letter.mjs' : 'draw-sample.mjs';
    return await runDrawing(order, path.join(projectRoot, 'dist', entry));
  } finally {
    drawing -= 1;
  }
}

function runDrawing(order: SampleOrder, entry: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: MOST_SECONDS * 1000,
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(parts)) : reject(new Error('a sample could not be drawn')),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(order));
  });
}
