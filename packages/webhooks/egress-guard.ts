import { Resolver } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { isDenied } from './denied-ranges.ts';
import { EgressError } from './egress-error.ts';
import {
  type IpAddress,
  type IpRange,
  isSameAddress,
  parseIpAddress,
  parseIpRange,
  rangeContains,
} from './ip-address.ts';

/** All addresses of a name. Only DNS is asked, not the hosts file: who may edit that file is not our partner. */
export type Resolve = (hostname: string) => Promise<string[]>;

/** A private receiver that the operator of the installation allowed on purpose. */
export interface AllowEntry {
  range: IpRange;
  port: number;
}

export interface EgressRules {
  /** Where this installation listens: never a receiver, whatever else is allowed. `host` as given to `listen`. */
  listen: { host: string; port: number };
  /** Whether only this machine can reach the installation: the condition of the sandbox rule. */
  loopbackOnly: boolean;
  /** Ports that a receiver on the public internet may have. */
  ports: readonly number[];
  allow: readonly AllowEntry[];
  resolve: Resolve;
}

/** A receiver whose URL passed; its name still has to be resolved, and every address checked. */
export interface EgressTarget {
  url: URL;
  hostname: string;
  port: number;
  /** Sandbox receivers on the developer's own machine: plain HTTP, loopback only. */
  loopback: boolean;
}

const PORT_BY_SCHEME: Record<string, number> = { 'http:': 80, 'https:': 443 };
const SANDBOX_HOSTNAMES = ['127.0.0.1', 'localhost'];
const LOOPBACK = [parseIpRange('127.0.0.0/8'), parseIpRange('::1/128')];

/**
 * May a webhook go to this URL? First half of the guard: everything that the text of the URL tells.
 *
 * The WHATWG parser has already undone odd spellings (`0x7f.1`, `2130706433`, full-width digits); an IP literal is
 * checked here because Node never asks `lookup` about one.
 *
 * @param sandbox  whether the tenant is a sandbox tenant: `http://127.0.0.1:*` and `http://localhost:*` are open to it
 *                 while the installation itself listens on a loopback address only
 * @throws EgressError `insecure` for another scheme than https, otherwise `refused`
 */
export function checkUrl(text: string, sandbox: boolean, rules: EgressRules): EgressTarget {
  const url = URL.canParse(text) ? new URL(text) : refuse('not a URL');
  if (url.username !== '' || url.password !== '') refuse('user and password in the URL');
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (PORT_BY_SCHEME[url.protocol] ?? 0) : Number(url.port);
  const loopback = sandbox && rules.loopbackOnly && url.protocol === 'http:' && SANDBOX_HOSTNAMES.includes(hostname);
  if (!loopback) {
    if (url.protocol !== 'https:') throw new EgressError('insecure', 'only https is allowed');
    if (!rules.ports.includes(port) && !rules.allow.some((entry) => entry.port === port)) refuse('port not allowed');
  }
  const target = { url, hostname, port, loopback };
  if (parseIpAddress(hostname) !== null) checkAddress(hostname, target, rules);
  return target;
}

/**
 * The addresses to connect to. Second half of the guard: one denied address refuses the whole name.
 *
 * @throws EgressError `refused`, or `dns` when the name has no address
 */
export async function checkedAddresses(target: EgressTarget, rules: EgressRules): Promise<string[]> {
  const addresses = await addressesOf(target, rules.resolve);
  if (addresses.length === 0) throw new EgressError('dns', 'the name has no address');
  for (const address of addresses) checkAddress(address, target, rules);
  return addresses;
}

/** @throws EgressError `refused` unless a connection to this address is allowed for this target */
export function checkAddress(text: string, target: EgressTarget, rules: EgressRules): void {
  const address = parseIpAddress(text) ?? refuse('unreadable address');
  if (target.port === rules.listen.port && isOwn(address, rules.listen.host)) refuse('own address');
  if (target.loopback) {
    if (!isLoopback(address)) refuse('address not allowed');
    return;
  }
  if (rules.allow.some(({ range, port }) => port === target.port && rangeContains(range, address))) return;
  if (isDenied(address) || isOwn(address, rules.listen.host) || !rules.ports.includes(target.port)) {
    refuse('address not allowed');
  }
}

/**
 * Reads the operator's list of exceptions: `10.1.0.0/16:8443`, `[fd00::/8]:443`.
 *
 * @throws RangeError naming the entry that cannot be read
 */
export function parseAllowEntries(entries: readonly string[]): AllowEntry[] {
  return entries.map((entry) => {
    const match = /^\[?([0-9a-f.:]+\/\d+)\]?:(\d{1,5})$/i.exec(entry);
    if (match?.[1] === undefined || Number(match[2]) > 65_535)
      throw new RangeError(`not a range with a port: ${entry}`);
    return { range: parseIpRange(match[1]), port: Number(match[2]) };
  });
}

/** Asks DNS for IPv4 and IPv6 addresses, within 5 s and without Node's thread pool, which slow names would fill. */
export function dnsResolve(): Resolve {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}

async function addressesOf({ hostname, loopback }: EgressTarget, resolve: Resolve): Promise<string[]> {
  if (parseIpAddress(hostname) !== null) return [hostname];
  if (loopback) return ['127.0.0.1', '::1'];
  return resolve(hostname);
}

function isLoopback(address: IpAddress): boolean {
  return LOOPBACK.some((range) => rangeContains(range, address));
}

/** Whether the address is the one this installation listens on; listening on all interfaces means each of them. */
function isOwn(address: IpAddress, listenHost: string): boolean {
  const own = listenHost === '0.0.0.0' || listenHost === '::' ? interfaceAddresses() : [listenHost];
  return own.some((text) => {
    const parsed = parseIpAddress(text === 'localhost' ? '127.0.0.1' : text);
    return parsed !== null && isSameAddress(parsed, address);
  });
}

function interfaceAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
}

function refuse(rule: string): never {
  throw new EgressError('refused', rule);
}
