/** How everything looks that people see: the customer's pages, the console, the pages around them and the KYC report. */

// biome-ignore format: a table
export const COLOURS = {
  //               by day      by night    meaning
  background:    ['#eef1f4',  '#10171d',  'Behind everything'],
  surface:       ['#ffffff',  '#1a232b',  'Sheets, cards, dialogs, rows, fields'],
  sunken:        ['#f5f7f9',  '#141c23',  'A part of a surface that is set apart; what the pointer is over'],
  text:          ['#17212b',  '#e6edf2',  'What is read'],
  'text-quiet':  ['#50606f',  '#a5b4c0',  'What is read second: hints, heads of tables, times'],
  line:          ['#d5dce2',  '#33414d',  'Between rows and around cards; what has no tone'],
  edge:          ['#75858f',  '#7d909f',  'Around what can be written into or ticked'],
  accent:        ['#0b5c70',  '#5cc3d8',  'The main button, links, what is chosen; the ring around what has the focus'],
  'accent-deep': ['#084554',  '#86d6e6',  'The same under the pointer; lines of drawings'],
  'accent-soft': ['#e0eff3',  '#21404a',  'Behind what is chosen'],
  'on-accent':   ['#ffffff',  '#06222a',  'Text and signs on the accent'],
  good:          ['#17633a',  '#7fd6a0',  'Passed, approved, saved'],
  'good-soft':   ['#e1f2e7',  '#173525',  'Behind it'],
  bad:           ['#9b2318',  '#ff9d92',  'Failed, wrong, fraud'],
  'bad-soft':    ['#fbe7e4',  '#42201d',  'Behind it'],
  doubt:         ['#7a4f00',  '#f0c46a',  'Inconclusive, to be looked at, not for real'],
  'doubt-soft':  ['#fdf0d5',  '#3c3016',  'Behind it'],
  note:          ['#2c4275',  '#a9c1f5',  'Good to know'],
  'note-soft':   ['#eef2fb',  '#1f2b45',  'Behind it'],
} as const satisfies Record<string, readonly [light: string, dark: string, meaning: string]>;

/** What lies on or around photographs and live pictures is the same by day and by night. */
// biome-ignore format: a table
export const PICTURE_COLOURS = {
  //                    colour         meaning
  camera:              ['#0b1211',    'Around the live picture'],
  viewer:              ['#20272e',    'Around a photograph on the console'],
  'viewer-deep':       ['#10171d',    'Around one of several photographs there, and around a device'],
  'on-picture':        ['#ffffff',    'Text, signs and frames on either'],
  'on-picture-quiet':  ['#d5dedb',    'What is read second on either'],
  'on-picture-dim':    ['#ffffff66',  'What steps back on either: the part of a ring that is not yet full'],
  'on-picture-soft':   ['#ffffff29',  'Behind a sign that can be pressed'],
  found:               ['#52e0a0',    'The edges are where they belong'],
  seeking:             ['#ffd166',    'The edges are not yet where they belong'],
  place:               ['#ffc400',    'Where in a photograph a finding was made'],
  white:               ['#ffffff',    'What has to be white at night too: a code to scan, the preview of the customer’s pages'],
  shade:               ['#0b1218a6',  'Over the page that a dialog lies on; under thin lines and signs on pictures'],
  'shade-soft':        ['#0b121873',  'Over what lies outside of the frame'],
} as const satisfies Record<string, readonly [colour: string, meaning: string]>;

export type ColourName = keyof typeof COLOURS;
export type PictureColourName = keyof typeof PICTURE_COLOURS;

/** As it is by day: on paper, and wherever there is no night. */
export function colour(name: ColourName): string {
  return COLOURS[name][0];
}

/** Text keeps 4.5 : 1 and the shapes of controls 3 : 1, by day and by night. @see WCAG 2.2, success criteria 1.4.3 and 1.4.11 */
// biome-ignore format: a table
export const CONTRASTS = [
  // colour              least  on
  ['text',               4.5,   ['background', 'surface', 'sunken', 'line', 'accent-soft', 'good-soft', 'bad-soft', 'doubt-soft']],
  ['text-quiet',         4.5,   ['background', 'surface', 'sunken', 'line', 'accent-soft', 'bad-soft']],
  ['accent',             4.5,   ['background', 'surface', 'sunken', 'accent-soft']],
  ['on-accent',          4.5,   ['accent', 'accent-deep']],
  ['accent-deep',        4.5,   ['surface', 'accent-soft']],
  ['good',               4.5,   ['background', 'surface', 'sunken', 'accent-soft', 'good-soft']],
  ['bad',                4.5,   ['background', 'surface', 'sunken', 'accent-soft', 'bad-soft']],
  ['doubt',              4.5,   ['background', 'surface', 'sunken', 'accent-soft', 'doubt-soft']],
  ['note',               4.5,   ['surface', 'note-soft']],
  ['edge',               3,     ['surface', 'sunken', 'background']],
  ['on-picture',         4.5,   ['camera', 'viewer', 'viewer-deep']],
  ['on-picture-quiet',   4.5,   ['camera', 'viewer', 'viewer-deep']],
  ['found',              3,     ['camera']],
  ['seeking',            3,     ['camera']],
  ['place',              3,     ['viewer']],
] as const satisfies readonly (readonly [string, number, readonly (ColourName | PictureColourName)[]])[];

/** What the customer's pages have where a tenant chose nothing; what goes with them is mixed from these. */
// biome-ignore format: a table
export const BRAND = {
  //        colour      meaning
  accent:  ['#0c5c54', 'In place of the accent above'],
  bar:     ['#ffffff', 'The bar at the top'],
} as const satisfies Record<string, readonly [colour: string, meaning: string]>;

/** One column for a thumb, on the customer's pages, and one for a mouse, on the console. */
// biome-ignore format: a table
export const SIZES = {
  //                 touch         desk         meaning
  'font-root':      ['100%',       '87.5%',     'What a rem is: the size that is set in the browser, or a little less for dense tables'],
  'font-tiny':      ['0.8125rem',  '0.75rem',   'Counts, keys'],
  'font-small':     ['0.9375rem',  '0.875rem',  'Hints, heads of tables, second lines'],
  'font-body':      ['1rem',       '1rem',      'Everything else'],
  'font-control':   ['1.0625rem',  '1rem',      'Buttons, fields, the sentence under a heading'],
  'font-heading':   ['1.25rem',    '1.125rem',  'Of a part or a dialog; what has to be read at arm’s length'],
  'font-title':     ['1.6rem',     '1.25rem',   'Of the screen'],
  'font-figure':    ['1.75rem',    '1.375rem',  'Figures that stand for themselves'],
  'line-height':    ['1.5',        '1.45',      'Of running text'],
  strong:           ['600',        '600',       'Weight of labels, buttons and names'],
  heavy:            ['680',        '680',       'Weight of the heading of a screen'],
  'space-1':        ['0.25rem',    '0.25rem',   'Between a label and its field'],
  'space-2':        ['0.5rem',     '0.5rem',    'Between buttons beside each other'],
  'space-3':        ['0.75rem',    '0.75rem',   'Between cards; inside of small ones'],
  'space-4':        ['1rem',       '1rem',      'Inside of cards'],
  'space-5':        ['1.25rem',    '1.25rem',   'Between fields'],
  'space-6':        ['1.5rem',     '1.5rem',    'Between parts'],
  'space-8':        ['2rem',       '2rem',      'Around a sheet on a large screen'],
  control:          ['54px',       '2.375rem',  'Height of a field and of a button'],
  target:           ['44px',       '2rem',      'The same of a small one; at least 24 px (WCAG 2.2, 2.5.8)'],
  'edge-width':     ['1.5px',      '1px',       'Of the edge around what can be pressed or written into'],
  'radius-small':   ['10px',       '0.25rem',   'Marks, rows, pictures within cards'],
  'radius-control': ['14px',       '0.375rem',  'Buttons and fields'],
  'radius-card':    ['14px',       '0.5rem',    'Cards, pictures'],
  'radius-sheet':   ['24px',       '0.75rem',   'Dialogs and sheets'],
  'radius-pill':    ['999px',      '999px',     'What is round at both ends'],
  'focus-width':    ['3px',        '2px',       'Of the ring around what has the focus'],
  'focus-offset':   ['2px',        '2px',       'From there to the ring'],
  'shadow-raised':  ['0 1px 2px rgb(11 18 24 / 6%), 0 12px 32px rgb(11 18 24 / 8%)',
                     '0 0.25rem 1rem rgb(11 18 24 / 20%)', 'Of a sheet on the background, of a notice above the page'],
  'shadow-dialog':  ['0 12px 32px rgb(11 18 24 / 8%)',
                     '0 1rem 4rem rgb(11 18 24 / 40%)',    'Of a dialog'],
} as const satisfies Record<string, readonly [touch: string, desk: string, meaning: string]>;

/** A font that the device has: nothing is loaded before the first word can be read. */
// biome-ignore format: a table
export const FONTS = {
  //      family                                                                                                     meaning
  sans:  ['system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif', 'Everything'],
  mono:  ['ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace',                                'Codes, ids, the MRZ'],
} as const satisfies Record<string, readonly [family: string, meaning: string]>;
