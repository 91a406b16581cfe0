import { isLanguage, type Language } from '@reident/domain/browser';

/**
 * The language of ours that a browser asks for first.
 *
 * @param wished  `Accept-Language` of a request, or the languages of a browser, separated by commas
 * @see RFC 9110, section 12.5.4
 */
export function preferredLanguage(wished: string, otherwise: Language): Language {
  const ranges = wished.split(',').map((range) => {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const ours = ranges.filter(({ language, weight }) => isLanguage(language) && weight > 0);
  const [first] = ours.sort((one, other) => other.weight - one.weight);
  return (first?.language as Language | undefined) ?? otherwise;
}
