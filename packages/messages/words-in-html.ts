/**
 * A plugin for Vite: `<!-- words: loading -->` becomes one paragraph for each language. For what stands in a page that has no script
 * yet, or never will.
 *
 * @param textsOf  the texts by the names of their places
 */
export function wordsInHtml<Words>(
  messages: Readonly<Record<string, Words>>,
  textsOf: (words: Words) => Readonly<Record<string, string>>,
) {
  return {
    name: 'reident-words-in-html',
    transformIndexHtml: (html: string) =>
      html.replace(/<!-- words: (\w+) -->/g, (_place, name: string) =>
        Object.entries(messages)
          .map(([language, words]) => `<p lang="${language}">${textsOf(words)[name]}</p>`)
          .join(''),
      ),
  };
}
