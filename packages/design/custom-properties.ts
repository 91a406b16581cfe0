import { COLOURS, FONTS, PICTURE_COLOURS, SIZES } from './tokens.ts';

/** `touch` for a thumb, by day only, with the tenant's accent; `desk` for a mouse, by day and by night. */
export type Style = 'touch' | 'desk';

type Property = readonly [name: string, value: string, meaning: string];

/** The tables as custom properties, for a page that brings its style along. */
export function customProperties(style: Style): string {
  return rules(style, (properties) => properties.map(([name, value]) => `--${name}:${value}`).join(';'));
}

/** The same as a file, with what each means, for the style sheets of pages that are built. */
export function styleSheet(style: Style): string {
  const meant = rules(style, (properties) =>
    properties.map(([name, value, meaning]) => `\n  --${name}: ${value}; /* ${meaning} */`).join(''),
  );
  return `${HEAD}\n${meant.replaceAll(' \n', '\n')}\n`;
}

const HEAD = '/* Written by tools/docs.mjs from packages/design/tokens.ts. Change that, not this file. */';

/** Set by the server for each tenant, together with the colours of the bar. */
const BRANDED: ReadonlySet<string> = new Set(['accent', 'accent-deep', 'accent-soft']);

function rules(style: Style, write: (properties: readonly Property[]) => string): string {
  const shared = [...entries(PICTURE_COLOURS), ...entries(SIZES, style === 'touch' ? 0 : 1), ...entries(FONTS)];
  const byDay = entries(COLOURS, 0);
  if (style === 'touch')
    return `:root { color-scheme: light; ${write([...byDay.filter(([name]) => !BRANDED.has(name)), ...shared])} }`;
  const byNight = write(entries(COLOURS, 1));
  return `:root { color-scheme: light dark; ${write([...byDay, ...shared])} }
@media (prefers-color-scheme: dark) { :root { ${byNight} } }`;
}

/** The rows of a table; its last column says what they mean. */
function entries(table: Readonly<Record<string, readonly string[]>>, column = 0): Property[] {
  return Object.entries(table).map(([name, row]) => [name, row[column] ?? '', row.at(-1) ?? '']);
}
