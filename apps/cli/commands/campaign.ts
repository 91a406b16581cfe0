import { readFileSync } from 'node:fs';
import type { Campaign, CampaignAction, CampaignInput } from '@reident/client';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';
import { positiveNumber, several } from '../option-values.ts';

interface CreateOptions {
  file?: string;
  dueTo?: string;
  perDay: number;
  channel: string[];
}

const ACTIONS: readonly (readonly [CampaignAction, string])[] = [
  ['start', 'start it'],
  ['pause', 'send nothing until it is resumed'],
  ['resume', 'go on, with what is left divided over the days anew'],
  ['stop', 'end it for good; links that were sent go on working'],
];

/** Campaigns: who is asked to be identified again, when and how. */
export function campaignCommand(): Command {
  const campaign = new Command('campaign').description('plan, try out, start and stop campaigns of re-KYC');

  const list = new Command('list').description('print the campaigns, newest first');
  act(list, async ({ connect, output }) => {
    for (const one of await connect().campaigns.list().toArray(100)) output.result(lineOf(one), { ...one });
    return 'done';
  });

  const create = new Command('create')
    .description('make a draft, from options or from a file as the API takes it')
    .argument('<name>', 'name of the campaign')
    .option('--file <json>', 'everything but the name, as POST /reident/v1/campaigns takes it')
    .option('--due-to <day>', 'whoever is due on this day at the latest, YYYY-MM-DD')
    .addOption(positiveNumber('--per-day <count>', 'invitations per day', 100))
    .addOption(
      several('--channel <names...>', 'webhook, email, sms or letter; the first that reaches a person', ['webhook']),
    );
  act<CreateOptions>(create, async ({ connect, output }, options, name = '') => {
    const made = await connect().campaigns.create(inputOf(name, options));
    output.result(`${made.id} is a draft. "reident campaign try ${made.id}" says whom it would invite.`, { ...made });
    return 'done';
  });

  const attempt = new Command('try')
    .description('whom it would invite and when; nothing is sent')
    .argument('<campaign>', 'its id');
  act(attempt, async ({ connect, output }, _, id = '') => {
    const found = await connect().campaigns.dryRun(id);
    const days = found.days.map(({ day, invitations }) => `  ${day}  ${invitations}`);
    const excluded = found.excluded.map(({ why, persons }) => `  not: ${why}  ${persons}`);
    output.result([`${found.invited} would be invited`, ...days, ...excluded].join('\n'), { ...found });
    return 'done';
  });

  campaign.addCommand(list, { isDefault: true }).addCommand(create).addCommand(attempt);
  for (const [action, description] of ACTIONS) {
    const move = new Command(action).description(description).argument('<campaign>', 'its id');
    act(move, async ({ connect, output }, _, id = '') => {
      const moved = await connect().campaigns.move(id, action);
      output.result(lineOf(moved), { ...moved });
      return 'done';
    });
    campaign.addCommand(move);
  }
  return campaign;
}

function lineOf({ id, name, state, counts }: Campaign): string {
  return `${id}  ${state.padEnd(8)}  planned ${counts.planned}  invited ${counts.invited}  done ${counts.done}  tasks ${counts.open_tasks}  ${name}`;
}

function inputOf(name: string, { file, dueTo, perDay, channel }: CreateOptions): CampaignInput {
  if (file === undefined) {
    const who = dueTo === undefined ? {} : { due_to: dueTo };
    return { name, who, per_day: perDay, channels: channel as CampaignInput['channels'] } as CampaignInput;
  }
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as CampaignInput), name };
  } catch {
    throw new CliError('misuse', `${file} cannot be read as JSON`);
  }
}
