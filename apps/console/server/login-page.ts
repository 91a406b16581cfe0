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
  :root { color-scheme: light dark; --ground: #eef1f4; --sheet: #fff; --ink: #17212b; --soft: #50606f; --accent: #0b5c70; --on-accent: #fff }
  @media (prefers-color-scheme: dark) { :root { --ground: #10171d; --sheet: #1a232b; --ink: #e6edf2; --soft: #a5b4c0; --accent: #5cc3d8; --on-accent: #06222a } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
  main { box-sizing: border-box; width: min(26rem, 100vw - 2rem); padding: 2rem; background: var(--sheet); border-radius: .75rem; box-shadow: 0 1px 3px #0003 }
  .mark { font-weight: 700; letter-spacing: .02em; color: var(--accent) }
  h1 { margin: .75rem 0 .5rem; font-size: 1.375rem; line-height: 1.25 }
  p { margin: 0 0 1.5rem; color: var(--soft) }
  form, p:last-child { margin-bottom: 0 }
  button { width: 100%; padding: .75rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer }
  button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
</style>
</head>
<body><main><div class="mark">Reident</div><h1>${text.heading}</h1><p>${text[state]}</p>${form}</main></body>
</html>`;
}
