import { solarisSignature, standardHeaders } from '@reident/webhooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerificationRequest, verifyWebhook, type WebhookMessage } from './verify-webhook.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const other = Buffer.alloc(32, 8).toString('base64');
const now = new Date('2026-03-01T12:00:00Z');
const body = Buffer.from('{"id":"1cidt","status":"successful"}');

/** Headers as the platform writes them. */
function headersFor(secrets: readonly string[], at = now, bytes: Uint8Array = body): Record<string, string> {
  return {
    'Solaris-Webhook-Id': 'n1',
    'Solaris-Webhook-Subscription-Id': 's1',
    'Solaris-Webhook-Event-Type': 'IDENTIFICATION',
    'Solaris-Entity-Id': '1cidt',
    'Solaris-Webhook-Attempt': '2',
    'Solaris-Webhook-Callout-Timestamp': at.toISOString(),
    'Solaris-Webhook-Signature': solarisSignature(secrets[0] ?? '', bytes),
    ...standardHeaders(secrets, 'n1', at, bytes),
  };
}

const genuine: WebhookMessage = { secret, headers: headersFor([secret]), body, now };

describe('a webhook', () => {
  it.each(['standard', 'solaris', 'both'] as const)(
    'signed by the platform is genuine under %s [WH-1] [WH-2]',
    async (scheme) => {
      expect(await verifyWebhook({ ...genuine, scheme })).toEqual({
        id: 'n1',
        eventType: 'IDENTIFICATION',
        entityId: '1cidt',
        subscriptionId: 's1',
        attempt: 2,
        at: now,
        body: { id: '1cidt', status: 'successful' },
      });
    },
  );

  it('is genuine from Headers, from lists of values, and from a body that is text', async () => {
    const lower = Object.entries(headersFor([secret])).map(([name, value]) => [name.toLowerCase(), [value]] as const);
    for (const headers of [new Headers(headersFor([secret])), Object.fromEntries(lower)])
      await expect(verifyWebhook({ ...genuine, headers, scheme: 'both' })).resolves.toMatchObject({ id: 'n1' });
    await expect(verifyWebhook({ ...genuine, body: body.toString() })).resolves.toMatchObject({ id: 'n1' });
  });

  it('is genuine while a secret is being replaced, with either of the two [WH-4]', async () => {
    const headers = headersFor([secret, other]);
    for (const trusted of [secret, other, [other, 'x']])
      await expect(verifyWebhook({ ...genuine, secret: trusted, headers })).resolves.toMatchObject({ id: 'n1' });
  });

  it('with one changed byte anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(body.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('standard' as const, 'solaris' as const),
        async (at, change, scheme) => {
          const changed = Buffer.from(body);
          changed[at] = (changed[at] ?? 0) ^ change;
          await expect(verifyWebhook({ ...genuine, body: changed, scheme })).rejects.toMatchObject({
            fault: 'signature_wrong',
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  // biome-ignore format: a table
  const REJECTED: readonly [what: string, change: Partial<WebhookMessage>, fault: string][] = [
    ['signed with another secret',           { secret: other },                                                    'signature_wrong'],
    ['signed with another secret (Solaris)', { secret: other, scheme: 'solaris' },                                 'signature_wrong'],
    ['without headers',                      { headers: {} },                                                      'signature_missing'],
    ['with an empty secret',                 { secret: '' },                                                       'signature_wrong'],
    ['with the signature of nothing',        { headers: { ...headersFor([secret]), 'webhook-signature': 'v1,' } }, 'signature_wrong'],
    ['played again after six minutes',       { now: new Date(now.getTime() + 360_000) },                           'timestamp_too_far'],
    ['from six minutes ahead',               { now: new Date(now.getTime() - 360_000) },                           'timestamp_too_far'],
    ['under a newer time',                   { headers: { ...headersFor([secret]), 'webhook-timestamp': '1772366401' } }, 'signature_wrong'],
    ['under another id',                     { headers: { ...headersFor([secret]), 'webhook-id': 'n2' } },         'signature_wrong'],
    ['without its time',                     { headers: { ...headersFor([secret]), 'webhook-timestamp': '' } },    'timestamp_missing'],
    ['stripped to the weaker signature',     { headers: { ...headersFor([secret]), 'webhook-signature': '' } },    'signature_missing'],
    ['stripped of the published signature',  { headers: { ...headersFor([secret]), 'Solaris-Webhook-Signature': '' }, scheme: 'both' }, 'signature_missing'],
  ];

  it.each(REJECTED)('%s is refused', async (_, change, fault) => {
    await expect(verifyWebhook({ ...genuine, ...change })).rejects.toMatchObject({ name: 'WebhookError', fault });
  });

  it('that is genuine but no JSON is told apart', async () => {
    const bytes = Buffer.from('{');
    const headers = headersFor([secret], now, bytes);
    await expect(verifyWebhook({ ...genuine, headers, body: bytes })).rejects.toMatchObject({
      fault: 'body_unreadable',
    });
  });

  it('that verifies a receiver is known by its event type', () => {
    expect(isVerificationRequest({ 'Solaris-Webhook-Event-Type': 'WEBHOOK-SUBSCRIPTION' })).toBe(true);
    expect(isVerificationRequest(headersFor([secret]))).toBe(false);
  });
});
