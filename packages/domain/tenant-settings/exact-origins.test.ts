import { describe, expect, it } from 'vitest';
import { exactOrigins } from './rules.ts';
import { settingsOf } from './tenant-settings.ts';

describe('the origins that may embed the session', () => {
  it('are none by default [CAP-9]', () => {
    expect([settingsOf('sandbox', {}).embedOrigins, settingsOf('live', {}).embedOrigins]).toEqual([[], []]);
  });

  it.each([[[]], [['https://www.partner.example']], [['https://partner.example:8443', 'https://other.example']]])(
    'may be %j',
    (origins) => {
      expect(exactOrigins.validationError(origins, 'live')).toBeNull();
    },
  );

  it.each([
    ['https://*.partner.example'],
    ['*'],
    ['null'],
    ['https://partner.example/'],
    ['https://partner.example/page'],
    ['https://partner.example:443'],
    ['https://PARTNER.example'],
    ['https://user@partner.example'],
    ["https://partner.example; script-src 'unsafe-inline'"],
    ['https://a.example https://b.example'],
    ['https://a.example;b'],
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    [7],
    [null],
  ])('may not be %j', (origin) => {
    expect(exactOrigins.validationError([origin], 'sandbox')).toMatch(/^must hold exact origins/);
  });

  it('may be of http on this machine, in a sandbox', () => {
    expect(exactOrigins.validationError(['http://localhost:8000'], 'sandbox')).toBeNull();
    expect(exactOrigins.validationError(['http://localhost:8000'], 'live')).toBe('must hold https origins only');
    expect(exactOrigins.validationError(['http://partner.example'], 'sandbox')).toBe('must hold https origins only');
  });

  it('are a list of at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, index) => `https://p${index}.example`);
    expect(exactOrigins.validationError(many.slice(1), 'live')).toBeNull();
    expect(exactOrigins.validationError(many, 'live')).toMatch(/at most 20/);
    expect(exactOrigins.validationError('https://partner.example', 'live')).toMatch(/must be a list/);
  });
});
