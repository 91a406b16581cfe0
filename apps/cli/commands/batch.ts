import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IdentificationBatch } from '@reident/client';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';
import { several } from '../option-values.ts';

interface BatchOptions {
  person: string[];
  name?: string;
}

const POLL_MS = 500;
const BAR_WIDTH = 30;
/** Faults that are printed; the rest is counted. */
const FAULTS_SHOWN = 50;

/** Starts many identifications by one file and shows how far it is. Called again it goes on watching the same batch. */
export function batchCommand(): Command {
  const command = new Command('batch')
    .description('start many identifications from a CSV; the same file again starts nothing twice')
    .argument('[file]', 'CSV with a column person_id, or one JSON object per line')
    .addOption(several('--person <ids...>', 'in place of a file', []))
    .option('--name <name>', 'yours; without one the file itself is the name');

  act<BatchOptions>(command, async ({ connect, output, interrupted }, { person, name }, file) => {
    if ((file === undefined) === (person.length === 0)) throw new CliError('misuse', 'Give either a file or --person');
    const bytes = file === undefined ? Buffer.from(`person_id\n${person.join('\n')}\n`) : readFile(file);
    const reident = connect();
    let batch = await reident.batches.start(new Blob([bytes]), name);
    while (batch.state === 'running' && !interrupted.aborted) {
      output.progress(bar(batch));
      await sleep(POLL_MS, undefined, { signal: interrupted }).catch(() => undefined);
      batch = await reident.batches.get(batch.id);
    }
    output.progress(bar(batch));
    for (const { line, fault } of await reident.batches
      .lines(batch.id, { state: 'fault', pageSize: FAULTS_SHOWN })
      .toArray(FAULTS_SHOWN))
      output.progress(`line ${line}: ${fault}`);
    output.result(`${batch.id}: ${batch.started} started, ${batch.faults} faulty of ${batch.lines}`, { ...batch });
    return interrupted.aborted ? 'interrupted' : 'done';
  });
  return command;
}

function readFile(file: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(file) as Buffer<ArrayBuffer>;
  } catch {
    throw new CliError('misuse', `${file} cannot be read`);
  }
}

/** How much of it has an answer. */
export function bar({ lines, waiting }: Pick<IdentificationBatch, 'lines' | 'waiting'>): string {
  const done = lines - waiting;
  const full = lines === 0 ? BAR_WIDTH : Math.floor((done * BAR_WIDTH) / lines);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${done} of ${lines}`;
}
