import { isIPv4, isIPv6 } from 'node:net';

/** An IP address as a number, so that ranges can be compared; an IPv4 address mapped into IPv6 is the IPv4 address. */
export interface IpAddress {
  family: 4 | 6;
  value: bigint;
}

/** A range in CIDR notation. */
export interface IpRange {
  family: 4 | 6;
  first: bigint;
  prefixLength: number;
}

const BITS = { 4: 32, 6: 128 } as const;
const MAPPED_PREFIX = 0xffffn;

/**
 * Reads a canonical address, as URLs and resolvers give it. `null` for anything else, zone ids (`fe80::1%eth0`) included:
 * what cannot be read cannot be checked.
 */
export function parseIpAddress(text: string): IpAddress | null {
  if (isIPv4(text)) return { family: 4, value: ipv4Value(text) };
  if (!isIPv6(text) || text.includes('%')) return null;
  const value = ipv6Value(text);
  return value >> 32n === MAPPED_PREFIX ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
}

/** @throws RangeError for text that is not `address/length`, or whose host bits are set (a likely slip of the pen) */
export function parseIpRange(text: string): IpRange {
  const [address = '', length = ''] = text.split('/');
  const family = isIPv4(address) ? 4 : isIPv6(address) && !address.includes('%') ? 6 : null;
  if (family === null || !/^\d{1,3}$/.test(length) || Number(length) > BITS[family]) {
    throw new RangeError(`not an address range: ${text}`);
  }
  const first = family === 4 ? ipv4Value(address) : ipv6Value(address);
  const prefixLength = Number(length);
  const hostBits = BigInt(BITS[family] - prefixLength);
  if ((first >> hostBits) << hostBits !== first) throw new RangeError(`address range with host bits set: ${text}`);
  return { family, first, prefixLength };
}

export function rangeContains(range: IpRange, address: IpAddress): boolean {
  const hostBits = BigInt(BITS[range.family] - range.prefixLength);
  return range.family === address.family && address.value >> hostBits === range.first >> hostBits;
}

function ipv4Value(text: string): bigint {
  return text.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Value(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array<bigint>(8 - left.length - right.length).fill(0n);
  return [...left, ...zeros, ...right].reduce((value, group) => (value << 16n) | group, 0n);
}

function groups(text: string): bigint[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)];
    const embedded = ipv4Value(group);
    return [embedded >> 16n, embedded & 0xffffn];
  });
}
