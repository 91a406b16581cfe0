import { StartError } from '@reident/store';
import { dnsResolve, type EgressRules, parseAllowEntries } from './egress-guard.ts';

/** Ports of receivers on the public internet. Others are open only through an exception of the operator. */
const PUBLIC_PORTS = [443];

/**
 * The rules of this installation, from its settings.
 *
 * @throws StartError naming the exception that cannot be read
 */
export function egressRules(config: {
  host: string;
  port: number;
  loopbackOnly: boolean;
  webhookAllow: readonly string[];
}): EgressRules {
  const { host, port, loopbackOnly, webhookAllow } = config;
  return {
    listen: { host, port },
    loopbackOnly,
    ports: PUBLIC_PORTS,
    allow: allowed(webhookAllow),
    resolve: dnsResolve(),
  };
}

function allowed(entries: readonly string[]) {
  try {
    return parseAllowEntries(entries);
  } catch (error) {
    throw new StartError(
      `REIDENT_WEBHOOK_ALLOW: ${(error as Error).message}. Write a range and a port, such as 10.1.0.0/16:8443.`,
    );
  }
}
