import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** A range in CIDR notation: where it begins, and how many bits are fixed. */
export type IpRange = readonly [first: IpAddress, prefixLength: number];

/**
 * Reads a canonical address, as URLs and resolvers give it; an IPv4 address mapped into IPv6 is the IPv4 address. `null` for
 * anything else, zone ids (`fe80::1%eth0`) and short forms (`127.1`) included: what cannot be read cannot be checked.
 */
export function parseIpAddress(text: string): IpAddress | null {
  return isIP(text) === 0 || text.includes('%') ? null : ipaddr.process(text);
}

/** @throws RangeError for text that is not `address/length`, or whose host bits are set (a likely slip of the pen) */
export function parseIpRange(text: string): IpRange {
  const [address = '', length = ''] = text.split('/');
  const isRange = isIP(address) > 0 && !address.includes('%') && /^\d{1,3}$/.test(length) && ipaddr.isValidCIDR(text);
  if (!isRange) throw new RangeError(`not an address range: ${text}`);
  const [given, prefixLength] = ipaddr.parseCIDR(text);
  const family = given instanceof ipaddr.IPv4 ? ipaddr.IPv4 : ipaddr.IPv6;
  const first = family.networkAddressFromCIDR(text);
  if (first.toString() !== given.toString()) throw new RangeError(`address range with host bits set: ${text}`);
  return [first, prefixLength];
}

export function rangeContains([first, prefixLength]: IpRange, address: IpAddress): boolean {
  // Of two families none contains the other; the library would throw.
  return first.kind() === address.kind() && address.match([first, prefixLength] as never);
}

export function isSameAddress(one: IpAddress, other: IpAddress): boolean {
  return one.toNormalizedString() === other.toNormalizedString();
}
