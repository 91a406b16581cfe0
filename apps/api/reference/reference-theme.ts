import { COLOURS, type ColourName } from '@reident/design';

/** What the viewer of the reference pages looks like here. It brings a style of its own; this mends what does not fit. */

const day = (name: ColourName) => COLOURS[name][0];
const night = (name: ColourName) => COLOURS[name][1];

/** The pages show one document: no box to load another, no choice among one server. Colours by day carry white text at 4.5 : 1. */
export const REFERENCE_CSS = `
.topbar .download-url-wrapper form > :not(.dark-mode-toggle), .swagger-ui .topbar-wrapper form.download-url-wrapper,
.swagger-ui .scheme-container .servers-title, .swagger-ui .scheme-container .servers, .swagger-ui .info .link { display: none; }
.swagger-ui .topbar { background: ${day('text')}; padding: 10px 0; }
.swagger-ui .topbar-wrapper { justify-content: space-between; flex-wrap: nowrap; }
.swagger-ui .info { margin: 32px 0; }
.swagger-ui .scheme-container { padding: 16px 0; }
.swagger-ui .scheme-container .schemes { align-items: center; }
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: ${day('text-quiet')}; top: 0; }
.swagger-ui .info .title small.version-stamp { background: ${day('accent')}; }
.swagger-ui a, .swagger-ui .info a { color: ${day('accent')}; }
.swagger-ui .markdown code, .swagger-ui .renderedMarkdown code { color: ${day('text')}; background: ${day('background')}; }
.swagger-ui .opblock .opblock-summary-method { text-shadow: none; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: ${day('note')}; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: ${day('good')}; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: ${day('doubt')}; }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: ${day('accent')}; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: ${day('bad')}; }
.swagger-ui .opblock.opblock-deprecated .opblock-summary-method { background: ${day('text-quiet')}; }
.swagger-ui .opblock.opblock-deprecated { opacity: 1; }
.swagger-ui .btn.authorize { color: ${day('accent')}; border-color: ${day('accent')}; }
.swagger-ui .btn.authorize svg { fill: ${day('accent')}; }
.swagger-ui .btn.execute { background: ${day('accent')}; border-color: ${day('accent')}; }
.swagger-ui .btn.cancel { color: ${day('bad')}; border-color: ${day('bad')}; }
.swagger-ui .parameter__name.required::after, .swagger-ui .parameter__name.required span { color: ${day('bad')}; }
.swagger-ui .parameter__in, .swagger-ui .prop-format, .swagger-ui .parameter__deprecated { color: ${day('text-quiet')}; }
.swagger-ui .response-control-media-type__accept-message { color: ${day('accent')}; }
.swagger-ui input::placeholder { color: ${day('text-quiet')}; opacity: 1; }
.swagger-ui :focus-visible { outline: 2px solid ${day('accent')}; outline-offset: 2px; }
.swagger-ui [class*='json-schema-2020-12'] button, .swagger-ui [class*='json-schema-2020-12__attribute'] { color: ${day('accent')}; }
.swagger-ui .microlight [style*='rgb(211, 99, 99)'] { color: ${night('bad')} !important; }
.swagger-ui .opblock .opblock-summary .view-line-link.copy-to-clipboard { flex: 0 0 24px; }
.swagger-ui .opblock-body textarea.body-param__text { min-height: 120px; }
.swagger-ui table.responses-table .response-col_links { display: none; }
@media (max-width: 640px) {
  .swagger-ui .topbar-wrapper { flex-direction: row; align-items: center; }
  .swagger-ui .topbar-wrapper .link { flex: 1; max-width: none; }
  .swagger-ui .opblock-tag > button { margin-left: auto; }
  .swagger-ui .info .title { font-size: 28px; }
  .swagger-ui .opblock-tag { flex-wrap: wrap; font-size: 20px; }
  .swagger-ui .opblock-tag small { flex: 1 1 100%; order: 3; padding: 4px 0 0; }
  .swagger-ui .opblock .opblock-summary-path { max-width: none; }
}
html.dark-mode .swagger-ui a, html.dark-mode .swagger-ui .info a { color: ${night('accent')}; }
html.dark-mode .swagger-ui .btn.authorize { color: ${night('accent')}; border-color: ${night('accent')}; }
html.dark-mode .swagger-ui .btn.authorize svg { fill: ${night('accent')}; }
html.dark-mode .swagger-ui .markdown code, html.dark-mode .swagger-ui .renderedMarkdown code { color: ${night('text')}; background: ${night('line')}; }
html.dark-mode .swagger-ui .parameter__in, html.dark-mode .swagger-ui .prop-format { color: ${night('text-quiet')}; }
`;

/** Names for what the viewer leaves nameless, as it draws it. */
export const REFERENCE_SCRIPT = `
const NAMES = [
  ['.topbar a', 'Reident: to the start page'],
  ['.dark-mode-toggle button', 'Light or dark'],
  ['textarea.body-param__text', 'Body of the request'],
  ['select.content-type', 'Content type'],
  ['select.examples-select-element', 'Example'],
];
function name() {
  for (const [selector, label] of NAMES)
    for (const element of document.querySelectorAll(selector))
      if (!element.hasAttribute('aria-label')) element.setAttribute('aria-label', label);
  const home = document.querySelector('.topbar a');
  if (home && home.getAttribute('href') !== '/') home.setAttribute('href', '/');
  for (const image of document.querySelectorAll('.topbar a img:not([alt])')) image.setAttribute('alt', '');
  for (const block of document.querySelectorAll('pre.microlight:not([tabindex])')) block.setAttribute('tabindex', '0');
}
new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
name();
`;
