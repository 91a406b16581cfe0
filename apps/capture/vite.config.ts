import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
// By its path: this file is run as it is, and the package's own exports are TypeScript.
import { CAPTURE_MESSAGES } from '../../packages/messages/capture.ts';
import { wordsInHtml } from '../../packages/messages/words-in-html.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, '../../node_modules');

/** One script and one style sheet: the page's policy allows no others, and the customer waits for nothing else. */
export default defineConfig({
  root: path.join(here, 'page'),
  base: '/assets/capture/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  html: { cspNonce: 'REIDENT_NONCE' },
  // What the engine finds faces with.
  resolve: { alias: { '@reident/face-kernels': path.join(packages, '@tensorflow/tfjs-backend-wasm/dist') } },
  worker: { plugins: () => [withoutThreads()] },
  plugins: [wordsInHtml(CAPTURE_MESSAGES, ({ bare }) => bare)],
  build: {
    outDir: path.join(here, '../../dist/capture'),
    emptyOutDir: true,
    assetsDir: 'assets',
    modulePreload: false,
    target: 'es2022',
  },
});

/** TensorFlow's kernels on several threads need headers that a framed page cannot have; their code would only be carried along. */
function withoutThreads(): Plugin {
  const dropped = /tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/;
  return {
    name: 'reident-without-threads',
    enforce: 'pre',
    resolveId: (source) => (dropped.test(source) ? '\0without-threads' : null),
    load: (id) => (id === '\0without-threads' ? "export default null;\nexport const wasmWorkerContents = '';\n" : null),
  };
}
