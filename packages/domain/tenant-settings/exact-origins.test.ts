import { describe, expect, it } from 'vitest';
import { exactOrigins } from './rules.ts';
import { settingsOf } from './tenant-settings.ts';
import { validationSentence } from './validation-errors.ts';

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
    expect(exactOrigins.validationError([origin], 'sandbox')).toEqual({ code: 'originsExact' });
  });

  it('may be of http on this machine, in a sandbox', () => {
    expect(exactOrigins.validationError(['http://localhost:8000'], 'sandbox')).toBeNull();
    expect(exactOrigins.validationError(['http://localhost:8000'], 'live')).toEqual({ code: 'originsHttps' });
    expect(exactOrigins.validationError(['http://partner.example'], 'sandbox')).toEqual({ code: 'originsHttps' });
  });

  it('are told as sentences by the API', () => {
    expect(validationSentence({ code: 'originsMany' })).toBe('must be a list of at most 20 origins');
    expect(validationSentence({ code: 'originsExact' })).toMatch(/^must hold exact origins such as https:/);
    expect(validationSentence({ code: 'originsHttps' })).toBe('must hold https origins only');
    expect(validationSentence({ code: 'whole', least: 1, most: 30 })).toBe('must be a whole number from 1 to 30');
    expect(validationSentence({ code: 'https', part: 'failure' })).toBe('failure must begin with https://');
  });

  it('are a list of at most twenty', () => {
    const many = Array.from({ length: 21 }, (_, index) => `https://p${index}.example`);
    expect(exactOrigins.validationError(many.slice(1), 'live')).toBeNull();
    expect(exactOrigins.validationError(many, 'live')).toEqual({ code: 'originsMany' });
    expect(exactOrigins.validationError('https://partner.example', 'live')).toEqual({ code: 'originsMany' });
  });
});
