import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
// By its path: this file is run as it is, and the package's own exports are TypeScript.
import { console as de } from '../../packages/messages/de/console.ts';
import { console as en } from '../../packages/messages/en/console.ts';
import { wordsInHtml } from '../../packages/messages/words-in-html.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

/** One script and one style sheet: the page's policy allows no others. */
export default defineConfig({
  root: path.join(here, 'page'),
  base: '/assets/console/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  html: { cspNonce: 'REIDENT_NONCE' },
  plugins: [wordsInHtml({ de, en }, ({ noScript }) => ({ noScript }))],
  build: {
    outDir: path.join(here, '../../dist/console'),
    emptyOutDir: true,
    assetsDir: 'assets',
    modulePreload: false,
    target: 'es2022',
  },
});
