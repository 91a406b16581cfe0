import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COLOURS, FONTS, PICTURE_COLOURS, SIZES, styleSheet } from '@reident/design';
import { brandVariables, DEFAULT_BRANDING } from '@reident/domain/tenant-settings';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The two pages that are built: where they lie and what says how large everything is in them. */
const PAGES = [
  ['apps/capture/page', 'touch'],
  ['apps/console/page', 'desk'],
] as const;

const SHARED = 'packages/design/field.css';

/** Custom properties that an element sets for itself, with where. */
// biome-ignore format: a table
const SET_BY_ELEMENTS: Readonly<Record<string, string>> = {
  '--ratio':  'apps/capture/page/camera/live-picture.tsx',
  '--steady': 'apps/capture/page/camera/camera-screen.tsx',
  '--made':   'apps/capture/page/recording/recording-screen.tsx',
};

/** Classes that a page puts together from a word and a value, with what they are put together from. */
// biome-ignore format: a table
const PUT_TOGETHER: Readonly<Record<string, string>> = {
  'at-form':    'branding-page.tsx: at- and the side',
  'at-preview': 'branding-page.tsx: at- and the side',
  same:         'comparison-table.tsx: the match of a row',
  different:    'comparison-table.tsx: the match of a row',
  unsure:       'comparison-table.tsx: the match of a row',
};

interface Sheet {
  file: string;
  css: string;
}

const sheetsOf = (page: string): Sheet[] =>
  [...filesIn(page, '.css'), SHARED].map((file) => ({ file, css: withoutComments(read(file)) }));

describe('the style sheets', () => {
  it.each(['touch', 'desk'] as const)('have the %s properties of the tables; if not, run npm run docs', (style) => {
    expect(read(`packages/design/generated/${style}.css`)).toBe(styleSheet(style));
  });

  it.each(PAGES)('of %s are all imported, once, after the %s properties', (page, style) => {
    const imports = [...read(`${page}/style.css`).matchAll(/@import "([^"]+)";/g)].map(
      ([, target]) => target as string,
    );
    expect(imports.slice(0, 2)).toEqual([`@reident/design/${style}.css`, '@reident/design/field.css']);
    const own = imports.slice(2).map((target) => path.posix.join(page, target));
    expect([...own, `${page}/style.css`].sort()).toEqual(filesIn(page, '.css').sort());
  });

  it.each(PAGES)('of %s name no colour of their own', (page) => {
    for (const { file, css } of sheetsOf(page))
      expect(css.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|color-mix)a?\([^)]*\)/gi) ?? [], file).toEqual(
        file.endsWith('frame.css') ? Array(2).fill('color-mix(in srgb, currentColor 10%, transparent)') : [],
      );
  });

  it.each(PAGES)('of %s use only properties that there are', (page, style) => {
    const sheets = sheetsOf(page);
    const known = new Set([
      ...propertiesIn(styleSheet(style)),
      ...(style === 'touch' ? Object.keys(brandVariables(DEFAULT_BRANDING)) : []),
      ...sheets.flatMap(({ css }) => propertiesIn(css)),
      ...Object.keys(SET_BY_ELEMENTS),
    ]);
    for (const { file, css } of sheets)
      expect(
        usedIn(css).filter((name) => !known.has(name)),
        file,
      ).toEqual([]);
  });

  it('need every property of the tables, somewhere', () => {
    const pages = ['apps/console/server/login-page.ts', 'apps/server/home.ts'].map(read);
    const used = new Set(usedIn([...PAGES.flatMap(([page]) => sheetsOf(page).map(({ css }) => css)), ...pages].join()));
    const tables = { ...COLOURS, ...PICTURE_COLOURS, ...SIZES, ...FONTS };
    expect(Object.keys(tables).filter((name) => !used.has(`--${name}`))).toEqual([]);
  });

  it('set by hand what the table of elements says', () => {
    for (const [name, file] of Object.entries(SET_BY_ELEMENTS)) expect(read(file)).toContain(`'${name}'`);
  });

  it.each(PAGES)('of %s have no rule for a class that nothing has', (page) => {
    const text = [...filesIn(page, '.tsx'), ...filesIn(page, '.ts'), `${page}/index.html`, 'packages/design/field.tsx']
      .map(read)
      .join('\n');
    const written = new Set(
      [...text.matchAll(/(['"`])((?:(?!\1)[^\n])*)\1/g)].flatMap(([, , words]) => wordsIn(words)),
    );
    for (const { file, css } of sheetsOf(page)) {
      const dead = classesIn(css).filter((name) => !written.has(name) && !(name in PUT_TOGETHER));
      expect(dead, file).toEqual([]);
    }
  });
});

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension) && !name.endsWith(`.test${extension}`))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));
}

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function propertiesIn(css: string): string[] {
  return [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name as string);
}

function usedIn(css: string): string[] {
  return [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name as string);
}

/** Of selectors only: what stands before a brace. */
function classesIn(css: string): string[] {
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector]) => selector ?? '');
  return [
    ...new Set(selectors.flatMap((one) => [...one.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name as string))),
  ];
}

/** Of a text between quotation marks, and of the texts inside of a template. */
function wordsIn(text = ''): string[] {
  return text.split(/[^\w-]+/);
}
