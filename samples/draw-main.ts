/**
 * Draws one picture for a sandbox and ends: a process of its own, so that drawing holds nobody up. The order comes as JSON on stdin,
 * because it names a person; the JPEG goes to stdout.
 */
import { text } from 'node:stream/consumers';
import { type CaseOptions, drawCase } from './case.ts';
import type { SpeciesName } from './species.ts';

const order = JSON.parse(await text(process.stdin)) as { species: SpeciesName; seed: string } & CaseOptions;
const { captures } = await drawCase(order.species, order.seed, order);
const [picture] = captures;
if (!picture) throw new Error('this document has no such side');
process.stdout.write(picture.jpeg);
