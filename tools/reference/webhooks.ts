import { EVENT_TYPES, RETRY_RULES, RETRY_SCHEDULE } from '@reident/domain';
import { duration, mono, table } from './markdown.ts';

export function webhookEvents(): string[] {
  const rows = (sent: boolean) =>
    EVENT_TYPES.filter(([, entity]) => (entity !== null) === sent).map(([type, entity, certainty, source]) => [
      mono(type),
      ...(sent ? [String(entity)] : []),
      certainty,
      source,
    ]);
  return [
    '## Sent by this platform',
    table(['Event', 'About', 'Certainty', 'Source'], rows(true)),
    '## Accepted in subscriptions, but of other products',
    table(['Event', 'Certainty', 'Source'], rows(false)),
  ];
}

export function retrySchedule(): string[] {
  const { attempts, rate, firstWaitSeconds, jitter } = RETRY_RULES;
  return [
    `A notification is sent up to ${attempts[0]} times. The wait before attempt *n* + 1 is ${firstWaitSeconds[0]} s × ${rate[0]}^(*n* − 1), give or take ` +
      `${jitter[0] * 100} %. A receiver's \`Retry-After\` is honoured between one and two times the planned wait.`,
    'A 2xx counts as delivered, 410 ends the subscription, 422 rejects the notification for good. Anything else, and 30 seconds of silence, is retried.',
    table(
      ['Attempt', 'Wait before it', 'Time since the first attempt'],
      RETRY_SCHEDULE.map(({ attempt, waitSeconds, totalSeconds }) => [
        String(attempt),
        duration(waitSeconds),
        duration(totalSeconds),
      ]),
    ),
    table(
      ['Rule', 'Value', 'Certainty', 'Source'],
      Object.entries(RETRY_RULES).map(([name, [value, certainty, source]]) => [name, String(value), certainty, source]),
    ),
  ];
}
