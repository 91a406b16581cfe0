import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@reident/store';

/** One block of a page: what stands between the fences. */
export interface Block {
  language: string;
  /** What follows the language, such as the name under which a reader saves it; empty where nothing does. */
  name: string;
  text: string;
}

/** The blocks of a page below `docs/`, in their order. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(path.join(projectRoot(), 'docs', page), 'utf8');
  return [...text.matchAll(/```(\w+)(?: (\S+))?\n([\s\S]*?)```/g)].map(([, language = '', name = '', inside = '']) => ({
    language,
    name,
    text: inside,
  }));
}

/** The blocks in one language, as one program. */
export function programOf(blocks: readonly Block[], language: string): string {
  return blocks
    .filter((block) => block.language === language)
    .map(({ text }) => text)
    .join('\n');
}
