import { type IpAddress, parseIpRange, rangeContains } from './ip-address.ts';

/**
 * Where a webhook must never go: everything that is not the public internet.
 *
 * An IPv4 address mapped into IPv6 (`::ffff:0:0/96`) is judged as the IPv4 address. Ranges that carry an IPv4 address in
 * another way (NAT64, 6to4, Teredo, the old compatible form) are refused whole: a translator would reach the inside.
 */
// biome-ignore format: a table
export const DENIED_RANGES = [
  // range              what it is                                    source
  ['0.0.0.0/8',         'this network',                               'RFC 791'],
  ['10.0.0.0/8',        'private use',                                'RFC 1918'],
  ['100.64.0.0/10',     'shared by carriers',                         'RFC 6598'],
  ['127.0.0.0/8',       'loopback',                                   'RFC 1122'],
  ['169.254.0.0/16',    'link local, metadata services of clouds',    'RFC 3927'],
  ['172.16.0.0/12',     'private use',                                'RFC 1918'],
  ['192.0.0.0/24',      'protocol assignments',                       'RFC 6890'],
  ['192.0.2.0/24',      'documentation',                              'RFC 5737'],
  ['192.88.99.0/24',    '6to4 relay anycast, deprecated',             'RFC 7526'],
  ['192.168.0.0/16',    'private use',                                'RFC 1918'],
  ['198.18.0.0/15',     'benchmarks',                                 'RFC 2544'],
  ['198.51.100.0/24',   'documentation',                              'RFC 5737'],
  ['203.0.113.0/24',    'documentation',                              'RFC 5737'],
  ['224.0.0.0/4',       'multicast',                                  'RFC 5771'],
  ['240.0.0.0/4',       'reserved, limited broadcast',                'RFC 1112'],
  ['::/96',             'unspecified, loopback, IPv4-compatible',     'RFC 4291'],
  ['64:ff9b::/96',      'NAT64',                                      'RFC 6052'],
  ['64:ff9b:1::/48',    'NAT64, local use',                           'RFC 8215'],
  ['100::/64',          'discard only',                               'RFC 6666'],
  ['2001::/23',         'protocol assignments, Teredo',               'RFC 2928'],
  ['2001:db8::/32',     'documentation',                              'RFC 3849'],
  ['2002::/16',         '6to4',                                       'RFC 3056'],
  ['3fff::/20',         'documentation',                              'RFC 9637'],
  ['5f00::/16',         'segment routing',                            'RFC 9602'],
  ['fc00::/7',          'unique local',                               'RFC 4193'],
  ['fe80::/10',         'link local',                                 'RFC 4291'],
  ['fec0::/10',         'site local, deprecated',                     'RFC 3879'],
  ['ff00::/8',          'multicast',                                  'RFC 4291'],
] as const satisfies readonly (readonly [range: string, what: string, source: string])[];

const RANGES = DENIED_RANGES.map(([range]) => parseIpRange(range));

export function isDenied(address: IpAddress): boolean {
  return RANGES.some((range) => rangeContains(range, address));
}
