import { LANGUAGE_CODES } from '@reident/domain';
import { messages } from '@reident/messages';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PERSON_FIELD_NAMES, PERSON_FIELDS } from '../../apps/api/resources/person.ts';

it.each(LANGUAGE_CODES)(
  'every field that a partner may send of a person has a label in %s, in console and report',
  (language) => {
    const published = PERSON_FIELD_NAMES.flatMap((name) => {
      const { accepts } = PERSON_FIELDS[name];
      return accepts instanceof z.ZodObject
        ? [name, ...Object.keys(accepts.shape).map((part) => `${name}.${part}`)]
        : [name];
    });
    expect(Object.keys(messages(language).terms.personFields).sort()).toEqual(published.sort());
  },
);
