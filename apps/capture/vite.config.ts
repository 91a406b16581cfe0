import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

/** One script and one style sheet: the page's policy allows no others, and the customer waits for nothing else. */
export default defineConfig({
  root: path.join(here, 'page'),
  base: '/assets/capture/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  html: { cspNonce: 'REIDENT_NONCE' },
  build: {
    outDir: path.join(here, '../../dist/capture'),
    emptyOutDir: true,
    assetsDir: 'assets',
    modulePreload: false,
    target: 'es2022',
  },
});
