import { describe, expect, it } from 'vitest';
import { CUSTOMER_TEXTS, customerText } from './customer-texts.ts';
import { LANGUAGE_CODES } from './languages.ts';
import { REASON_CODES, REASONS } from './reasons.ts';

const MENDABLE = /^(ID_|SELFIE_|USER_)/;

describe('what the customer is told', () => {
  it('says in both languages what happened and what to do, for every reason that a customer can mend', () => {
    for (const code of REASON_CODES.filter((reason) => MENDABLE.test(reason))) {
      for (const language of LANGUAGE_CODES) {
        const text = customerText(code, language);
        expect(text, code).toHaveLength(2);
        for (const sentence of text!) expect(sentence, code).toMatch(/^[A-ZÄÖÜ].*[.]$/);
      }
    }
  });

  it('is nothing for a suspicion of fraud, so that the page stays the same for everybody [CAP-10]', () => {
    const suspicions = REASON_CODES.filter((code) => REASONS[code].group === 'FRAUD_SUSPICION_CONFIRMED');
    expect(suspicions.filter((code) => customerText(code, 'EN') !== null)).toEqual([]);
    expect(customerText(null, 'DE')).toBeNull();
    expect(customerText('toString', 'DE')).toBeNull();
  });

  it('is short: no sentence of more than 20 words', () => {
    for (const texts of Object.values(CUSTOMER_TEXTS)) {
      for (const sentence of LANGUAGE_CODES.flatMap((language) => texts[language]).flatMap((text) =>
        text.split('. '),
      )) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
      }
    }
  });

  it('differs between the languages', () => {
    for (const texts of Object.values(CUSTOMER_TEXTS)) expect(texts.EN).not.toEqual(texts.DE);
  });
});
