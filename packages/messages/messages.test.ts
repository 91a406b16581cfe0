import {
  LANGUAGE_CODES,
  type Language,
  PUBLISHED_LANGUAGES,
  REASON_CODES,
  REASONS,
  toLanguage,
  toPublishedLanguage,
} from '@reident/domain';
import { TENANT_SETTINGS, validationSentence } from '@reident/domain/tenant-settings';
import { describe, expect, it } from 'vitest';
import { readSpec } from '../../tests/fixtures/domain/read-spec.ts';
import { MESSAGES, messages } from './index.ts';
import { plural } from './intl/plural.ts';
import { preferredLanguage } from './intl/preferred-language.ts';
import { pseudoLanguage, sentencesOf } from './pseudo-language.ts';

/** Words by which a sentence of a language is known; a text of another language has none of them. */
const TELLTALE: Record<Language, RegExp> = {
  de: /\b(und|nicht|Sie|der|das|für|wird|wurde|oder|keine)\b/,
  en: /\b(the|you|your|and|please|again|not|with|from|has|is)\b/i,
};

/** Something between the quotation marks of a language. */
const QUOTED: Record<Language, RegExp> = { de: /„[^“]*“/g, en: /“[^”]*”/g };

const LANGUAGES = LANGUAGE_CODES.map((language) => [language] as const);

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const all = sentencesOf(messages(language));

  it('leave nothing empty, and nothing in another language', () => {
    expect(all.length).toBeGreaterThan(800);
    expect(all.filter(({ text }) => text.trim() === '')).toEqual([]);
    for (const other of LANGUAGE_CODES.filter((code) => code !== language))
      expect(all.filter(({ text }) => TELLTALE[other].test(text))).toEqual([]);
  });

  it('are set as print is: no straight quotes, no three dots, no hyphen for a dash', () => {
    const unquoted = all.map(({ key, text }) => ({ key, text: text.replaceAll(QUOTED[language], '') }));
    expect(unquoted.filter(({ text }) => /["'„“”]/.test(text))).toEqual([]);
    expect(all.filter(({ text }) => /\.\.\.| - /.test(text))).toEqual([]);
  });

  it('say what every published reason means', () => {
    const { meanings } = messages(language).reasons;
    expect(Object.keys(meanings).sort()).toEqual([...REASON_CODES].sort());
    expect(new Set(Object.values(meanings)).size).toBe(REASON_CODES.length);
  });

  it('name every setting of a tenant, each by a name and a meaning of its own', () => {
    const { names, meanings } = messages(language).settings;
    for (const words of [names, meanings]) {
      expect(Object.keys(words).sort()).toEqual(Object.keys(TENANT_SETTINGS).sort());
      expect(new Set(Object.values(words)).size).toBe(Object.keys(TENANT_SETTINGS).length);
    }
  });
});

describe('what the customer is told', () => {
  const MENDABLE = REASON_CODES.filter((reason) => /^(ID_|SELFIE_|USER_)/.test(reason));

  it.each(LANGUAGES)(
    'says in %s what happened and what to do, for every reason that a customer can mend',
    (language) => {
      const { customer } = messages(language).reasons;
      for (const code of MENDABLE) {
        const { what, how } = customer[code as keyof typeof customer];
        expect(how.length, code).toBeGreaterThan(0);
        for (const sentence of [what, ...how]) expect(sentence, code).toMatch(/^[A-ZÄÖÜ].*[.]$/);
      }
    },
  );

  it.each(LANGUAGES)('is short in %s: no sentence of more than 20 words', (language) => {
    const { customer } = messages(language).reasons;
    for (const { what, how } of Object.values(customer))
      for (const sentence of [what, ...how].flatMap((text) => text.split('. ')))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
  });

  it('is nothing for a suspicion of fraud, so that the page stays the same for everybody [CAP-10]', () => {
    const suspicions = REASON_CODES.filter((code) => REASONS[code].group === 'FRAUD_SUSPICION_CONFIRMED');
    expect(suspicions.length).toBe(16);
    for (const language of LANGUAGE_CODES)
      expect(suspicions.filter((code) => Object.hasOwn(messages(language).reasons.customer, code))).toEqual([]);
  });

  it('is of another wording in every language', () => {
    const [first, ...others] = LANGUAGE_CODES.map((language) => messages(language).reasons.customer);
    for (const other of others)
      for (const code of Object.keys(first!) as (keyof typeof first)[])
        expect(other[code], code).not.toEqual(first![code]);
  });
});

it('the meanings of the published reasons in English are those of the specification', () => {
  for (const { code, meaning } of readSpec('reasons'))
    expect(messages('en').reasons.meanings[code as keyof typeof REASONS], code).toBe(meaning);
});

describe('a language', () => {
  it('is spelled in lower case inside, and as published at the edge', () => {
    expect(PUBLISHED_LANGUAGES.map(toLanguage)).toEqual(LANGUAGE_CODES);
    expect(LANGUAGE_CODES.map(toPublishedLanguage)).toEqual(PUBLISHED_LANGUAGES);
    expect(toPublishedLanguage('de')).toBe('DE');
  });

  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR, fr;q=0.9, en;q=0.5, de;q=0.7', 'de'],
    ['en;q=0, de;q=0.1', 'de'],
    ['fr', 'de'],
    ['', 'de'],
    ['; q=x, ,,', 'de'],
  ] as const)('is the one of ours that a browser asks for first: %j', (wished, language) => {
    expect(preferredLanguage(wished, 'de')).toBe(language);
  });

  it('counts by its own rules', () => {
    const forms = { one: 'one', other: 'other' };
    expect([0, 1, 2].map((count) => plural('en', count, forms))).toEqual(['other', 'one', 'other']);
    expect(messages('en').console.queue.cases(1)).toBe('1 case');
    expect(messages('de').console.queue.cases(117)).toBe('117 Fälle');
  });

  it('is one folder: what is made from English is complete, and everything that can be said can be said in it', () => {
    const pseudo = pseudoLanguage(MESSAGES.en);
    const [english, made] = [sentencesOf(MESSAGES.en), sentencesOf(pseudo)];
    expect(made.map(({ key }) => key)).toEqual(english.map(({ key }) => key));
    expect(made.filter(({ text }) => !/^\[.*\]$/s.test(text))).toEqual([]);
  });
});

it('a validation error has a sentence in every language, and another one for the API', () => {
  const error = { code: 'whole', least: 1, most: 30 } as const;
  expect(validationSentence(error)).toBe('must be a whole number from 1 to 30');
  expect(messages('en').settings.validation.whole(error)).toBe('Enter a whole number from 1 to 30.');
  expect(messages('de').settings.validation.whole(error)).toBe('Geben Sie eine ganze Zahl von 1 bis 30 ein.');
});
