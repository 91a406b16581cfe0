import type { Person } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { addressOf } from './addresses.ts';

const person = (attributes: Person['attributes']): Person => ({
  id: 'p',
  attributes,
  identifiedAt: null,
  version: 1,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

const email = (kind: 'sandbox' | 'live', address: string) => addressOf(kind, person({ email: address }), 'email', null);

describe('the address of a message', () => {
  it.each(['erika@kunde.example', 'a@b.test', 'erika@example.org', 'erika@mail.example.com'])(
    'of a sandbox may be %s, which belongs to nobody [API-10]',
    (address) => expect(email('sandbox', address)).toBe(address),
  );

  it.each(['erika@gmail.com', 'erika@example.org.evil.com', 'erika@notexample.com', 'erika@example.co'])(
    'of a sandbox is never %s, which may be a stranger’s; a live tenant writes there [API-10]',
    (address) => {
      expect(email('sandbox', address)).toBeNull();
      expect(email('live', address)).toBe(address);
    },
  );

  it.each([
    'two@addresses.example, other@b.example',
    'a@b.example\r\nBcc: c@d.example',
    '<a@b.example>',
    'nobody',
    'a@b',
    '',
  ])('is no e-mail address where it is %j, in a sandbox or live', (address) => {
    for (const kind of ['sandbox', 'live'] as const) expect(email(kind, address)).toBeNull();
  });

  it('of a text message is the verified number before the one that the partner sent; live only international ones', () => {
    const known = person({ mobile_number: '+4915112345678' });
    expect(addressOf('live', known, 'sms', '+4915187654321')).toBe('+4915187654321');
    expect(addressOf('live', known, 'sms', null)).toBe('+4915112345678');
    expect(addressOf('live', person({ mobile_number: '0151 1234567' }), 'sms', null)).toBeNull();
    expect(addressOf('sandbox', known, 'sms', null)).toBeNull();
    expect(addressOf('sandbox', person({ mobile_number: '0151 1234567' }), 'sms', null)).toBe('01511234567');
  });

  it('of a letter has a street and a city', () => {
    const address = { line_1: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin' };
    expect(addressOf('live', person({ address }), 'letter', null)).toBe('Hauptstraße 1\n10115 Berlin');
    expect(addressOf('live', person({ address: { city: 'Berlin' } }), 'letter', null)).toBeNull();
  });
});
