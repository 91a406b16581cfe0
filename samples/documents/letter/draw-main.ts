/**
 * Draws one letter for a sandbox and ends: a process of its own, as for the other samples. The order comes as JSON on stdin, because it names a
 * person; the picture goes to stdout.
 */
import { text } from 'node:stream/consumers';
import type { SamplePerson } from '../../people/persons.ts';
import { type LetterScenario, letterOf } from './letter.ts';

const order = JSON.parse(await text(process.stdin)) as {
  scenario: LetterScenario;
  seed: string;
  day: string;
  holder: Partial<SamplePerson>;
};
process.stdout.write((await letterOf(order.scenario, order.seed, order.day, order.holder)).jpeg);
