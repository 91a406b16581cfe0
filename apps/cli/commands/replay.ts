import type { DeliveryState, Reident } from '@reident/client';
import { Command, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';

interface ReplayOptions {
  from?: string;
  to?: string;
  state?: Exclude<DeliveryState, 'pending'>;
  list?: boolean;
}

const STATES = ['delivered', 'rejected', 'exhausted', 'canceled'] as const;

/** Sends webhooks once more: one delivery, or those of a time. */
export function replayCommand(): Command {
  const command = new Command('replay')
    .description('send webhooks again, under their old ids: one, or all of a time')
    .argument('[delivery]', 'id of a delivery')
    .option('--from <time>', 'deliveries created at this time or later, ISO 8601')
    .option('--to <time>', 'and before this one; now if not given')
    .addOption(new Option('--state <state>', 'which of them; rejected and exhausted if not given').choices(STATES))
    .option('--list', 'print the newest deliveries and send nothing');

  act<ReplayOptions>(command, async ({ connect, output }, options, id) => {
    if (options.list) {
      const deliveries = await connect().deliveries.list({ state: options.state, pageSize: 50 }).toArray(50);
      if (deliveries.length === 0)
        output.progress(
          `Nothing was sent${options.state === undefined ? '' : ` that is ${options.state}`}. A subscription comes first.`,
        );
      for (const delivery of deliveries) {
        const { id: name, state, event_type: type, entity_id: entity, attempts, created_at: at } = delivery;
        output.result(`${name}  ${at.slice(0, 19)}Z  ${state.padEnd(9)}  ${type}  ${entity}  attempts ${attempts}`, {
          ...delivery,
        });
      }
      return 'done';
    }
    if ((id === undefined) === (options.from === undefined))
      throw new CliError(
        'misuse',
        'Give either the id of a delivery or --from',
        '"reident replay --list" prints the ids.',
      );
    if (id !== undefined) {
      const delivery = await connect().deliveries.replay(id);
      output.result(`${delivery.id} is sent again`, { ...delivery });
      return 'done';
    }
    const from = timeIn('--from', options.from ?? '');
    const given = options.to === undefined ? undefined : timeIn('--to', options.to);
    const reident = connect();
    const count = await reident.deliveries.replayRange({
      from,
      to: given ?? (await now(reident)),
      state: options.state,
    });
    output.result(count === 1 ? '1 delivery is sent again' : `${count} deliveries are sent again`, {
      deliveries: count,
    });
    return 'done';
  });
  return command;
}

/** A moment behind everything that has happened: the sandbox may have a time of its own. */
async function now(reident: Reident): Promise<Date> {
  const time = await reident.sandbox.clock().catch(() => new Date());
  return new Date(time.getTime() + 1000);
}

function timeIn(option: string, text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new CliError('misuse', `${option} must be a time such as 2026-01-31T12:00:00Z`);
  return time;
}
