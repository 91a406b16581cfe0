import { customProperties } from '@reident/design';
import type { Language } from '@reident/domain';
import { messages } from '@reident/messages';

interface LoginPage {
  language: Language;
  state: 'ask' | 'none' | 'used';
  /** Checked for its shape by the caller: letters, digits, `-` and `_`. */
  token: string;
  nonce: string;
}

export function loginPage({ language, state, token, nonce }: LoginPage): string {
  const text = messages(language).server.login;
  const form =
    state === 'ask'
      ? `<form method="post" action="/console/login"><input type="hidden" name="token" value="${token}"><button autofocus>${text.button}</button></form>`
      : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${text.title}</title>
<style nonce="${nonce}">
  ${customProperties('desk')}
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--background); color: var(--text); font: 100%/1.5 var(--sans) }
  main { box-sizing: border-box; width: min(26rem, 100vw - 2rem); padding: var(--space-8); background: var(--surface); border-radius: var(--radius-sheet); box-shadow: var(--shadow-raised) }
  .mark { font-weight: var(--heavy); color: var(--accent) }
  h1 { margin: var(--space-3) 0 var(--space-2); font-size: var(--font-figure); line-height: 1.25 }
  p { margin: 0 0 var(--space-6); color: var(--text-quiet) }
  form, p:last-child { margin-bottom: 0 }
  button { width: 100%; min-height: 44px; border: 0; border-radius: var(--radius-control); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: var(--strong); cursor: pointer }
  button:hover { background: var(--accent-deep) }
  button:focus-visible { outline: var(--focus-width) solid var(--accent); outline-offset: var(--focus-offset) }
</style>
</head>
<body><main><div class="mark">Reident</div><h1>${text.heading}</h1><p>${text[state]}</p>${form}</main></body>
</html>`;
}
