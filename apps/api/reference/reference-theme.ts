/** What the viewer of the reference pages looks like here. It brings a style of its own; this mends what does not fit. */

/** The pages show one document: no box to load another, no choice among one server. Colours carry white text at 4.5 : 1. */
export const REFERENCE_CSS = `
.topbar .download-url-wrapper form > :not(.dark-mode-toggle), .swagger-ui .topbar-wrapper form.download-url-wrapper,
.swagger-ui .scheme-container .servers-title, .swagger-ui .scheme-container .servers, .swagger-ui .info .link { display: none; }
.swagger-ui .topbar { background: #1b1b1b; padding: 10px 0; }
.swagger-ui .topbar-wrapper { justify-content: space-between; flex-wrap: nowrap; }
.swagger-ui .info { margin: 32px 0; }
.swagger-ui .scheme-container { padding: 16px 0; }
.swagger-ui .scheme-container .schemes { align-items: center; }
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: #4c5566; top: 0; }
.swagger-ui .info .title small.version-stamp { background: #1f6f5c; }
.swagger-ui a, .swagger-ui .info a { color: #14619c; }
.swagger-ui .markdown code, .swagger-ui .renderedMarkdown code { color: #6b1fa8; background: #f1ecf6; }
.swagger-ui .opblock .opblock-summary-method { text-shadow: none; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1c5fa5; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #1f6f5c; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a4b00; }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #5f4b9b; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e; }
.swagger-ui .opblock.opblock-deprecated .opblock-summary-method { background: #5c5c5c; }
.swagger-ui .opblock.opblock-deprecated { opacity: 1; }
.swagger-ui .btn.authorize { color: #1f6f5c; border-color: #1f6f5c; }
.swagger-ui .btn.authorize svg { fill: #1f6f5c; }
.swagger-ui .btn.execute { background: #1c5fa5; border-color: #1c5fa5; }
.swagger-ui .btn.cancel { color: #b3261e; border-color: #b3261e; }
.swagger-ui .parameter__name.required::after, .swagger-ui .parameter__name.required span { color: #b3261e; }
.swagger-ui .parameter__in, .swagger-ui .prop-format, .swagger-ui .parameter__deprecated { color: #595959; }
.swagger-ui .response-control-media-type__accept-message { color: #1f6f5c; }
.swagger-ui input::placeholder { color: #5f6368; opacity: 1; }
.swagger-ui :focus-visible { outline: 2px solid #14619c; outline-offset: 2px; }
.swagger-ui [class*='json-schema-2020-12'] button, .swagger-ui [class*='json-schema-2020-12__attribute'] { color: #14619c; }
.swagger-ui .microlight [style*='rgb(211, 99, 99)'] { color: #ff9a9a !important; }
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
html.dark-mode .swagger-ui a, html.dark-mode .swagger-ui .info a { color: #8ec5f5; }
html.dark-mode .swagger-ui .btn.authorize { color: #7fd6bd; border-color: #7fd6bd; }
html.dark-mode .swagger-ui .btn.authorize svg { fill: #7fd6bd; }
html.dark-mode .swagger-ui .markdown code, html.dark-mode .swagger-ui .renderedMarkdown code { color: #d9b8f5; background: #2d2436; }
html.dark-mode .swagger-ui .parameter__in, html.dark-mode .swagger-ui .prop-format { color: #b5b5b5; }
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
