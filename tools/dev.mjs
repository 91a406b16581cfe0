/**
 * `npm run dev`: Reident that builds anew whatever you change, and shows it.
 *
 * ```
 * browser ──▶ this process, port 8080 ──▶ the server, a port of its own ──▶ PostgreSQL
 * ```
 *
 * A change to a page or to the server ends the server and starts it again, which takes a second; calls wait meanwhile, and then
 * open pages load themselves again. PostgreSQL goes on, and the data folder stays, with all that is in it. The variables of
 * `npm start` work here too. Ctrl-C ends everything.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as call, createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import path from 'node:path';
import { loadRootKey, startEmbeddedPostgres } from '@reident/store';
import { context } from 'esbuild';
import { build } from 'vite';
import { commandLine, embed, forgetBuild, PAGES, programs, root } from './build.mjs';

const HOST = process.env.REIDENT_HOST ?? '127.0.0.1';
const PORT = Number(process.env.REIDENT_PORT ?? 8080);
const DATA = path.resolve(process.env.REIDENT_DATA_DIR ?? 'data');
/** One saved file often changes several bundles; they are waited for before the server starts again. */
const SETTLE_MS = 100;
/** How long calls that are under way keep the server from starting again. */
const ANSWER_MS = 2_000;

const say = (text) => console.log(`dev: ${text}`);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** What is being built at this moment. */
const building = new Set();
/** Pages that wait to be told that there is something new. */
const pages = new Set();
/** Calls that the server has not answered yet. */
const underWay = new Set();
const ends = [];
/** Servers that end because they were told to. */
const ending = new WeakSet();
let restarting;
let server = null;
let stopping = false;
let stoppedAt = 0;
let ready = withResolvers();

const port = await freePort();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

forgetBuild();
mkdirSync(path.join(root, 'dist'), { recursive: true });
const environment = { ...process.env, ...(await database()), ...address() };
const [programsBuilt] = await Promise.all([
  watchPrograms('server and programs', await programs()),
  watchPrograms('command line', commandLine()),
  watchPrograms('script for partners’ pages', embed()),
  ...Object.entries(PAGES).map(([name, configFile]) => watchPage(name, configFile)),
]);
if (!programsBuilt) say('The server starts as soon as it can be built.');
await listen();
begin();

/** The address that people use is this process's; whoever comes through it is known by what it passes on. */
function address() {
  return {
    REIDENT_HOST: '127.0.0.1',
    REIDENT_PORT: String(port),
    REIDENT_PUBLIC_URL: process.env.REIDENT_PUBLIC_URL ?? `http://${HOST}:${PORT}`,
    REIDENT_TRUST_PROXY: '127.0.0.1',
    // A program that npm has started ends when what is above it is gone: so it does if this process is killed.
    npm_lifecycle_event: 'dev',
  };
}

/** The embedded PostgreSQL belongs to this process, so that it outlives the server. */
async function database() {
  if (process.env.DATABASE_URL) return {};
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  loadRootKey(DATA);
  const quiet = { info: () => undefined, warn: () => undefined, error: (_, text) => say(text) };
  const postgres = await startEmbeddedPostgres(DATA, quiet);
  ends.push(() => postgres.stop());
  const { host, port: at, user, database: name } = postgres.connection;
  const parameters = new URLSearchParams({ host, port: String(at), user });
  return { DATABASE_URL: `postgresql:///${name}?${parameters}` };
}

/** @returns whether the first build succeeded */
async function watchPrograms(name, options) {
  const first = withResolvers();
  let startedAt = 0;
  const tell = {
    name: 'reident-dev',
    setup(build) {
      build.onStart(() => {
        startedAt = Date.now();
        building.add(name);
      });
      // Written here, because esbuild removes what it has written when the next build fails, and the server runs it.
      build.onEnd(({ errors, outputFiles = [] }) => {
        if (errors.length === 0) for (const file of outputFiles) writeFileSync(file.path, file.contents);
        first.resolve(errors.length === 0);
        built(name, errors.length === 0, Date.now() - startedAt);
      });
    },
  };
  const watched = await context({ ...options, write: false, plugins: [tell] });
  ends.push(() => watched.dispose());
  await watched.watch();
  return first.promise;
}

async function watchPage(name, configFile) {
  const first = withResolvers();
  const watcher = await build({
    configFile: path.join(root, configFile),
    logLevel: 'error',
    build: { watch: {}, minify: false, emptyOutDir: true },
  });
  ends.push(() => watcher.close());
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_START') building.add(name);
    if (event.code === 'BUNDLE_END') built(name, true, event.duration);
    if (event.code === 'ERROR') {
      console.error(String(event.error?.message ?? event.error));
      built(name, false, 0);
    }
    if ('result' in event) void event.result?.close?.();
    if (event.code === 'END' || event.code === 'ERROR') first.resolve(event.code === 'END');
  });
  return first.promise;
}

/** Something is ready, or is not: the server starts anew when nothing is being built any more. */
function built(name, succeeded, ms) {
  building.delete(name);
  say(succeeded ? `${name}: built in ${seconds(ms)}` : `${name}: does not build, what was there before goes on`);
  if (succeeded && name !== 'command line') begin();
}

function begin() {
  clearTimeout(restarting);
  restarting = setTimeout(() => {
    if (building.size > 0) return begin();
    void restart();
  }, SETTLE_MS);
}

let turn = Promise.resolve();
/** One after the other: a change during a start counts once it is over. */
function restart() {
  turn = turn.then(async () => {
    if (stopping) return;
    ready = server === null ? ready : withResolvers();
    const isFirst = server === null;
    const startedAt = Date.now();
    await answered();
    await end(server);
    // Told to stop meanwhile: nobody would end what is started now.
    if (stopping) return;
    server = start(isFirst);
    const runs = await answers(server);
    ready.resolve();
    if (!runs) return;
    if (!isFirst) say(`restarted in ${seconds(Date.now() - startedAt)}`);
    for (const page of pages) page.write('event: reload\ndata: \n\n');
  });
  return turn;
}

/** A server that ends cuts the calls off that it is at. Those that wait for something longer are cut off all the same. */
function answered() {
  const limit = new Promise((resolve) => setTimeout(resolve, ANSWER_MS).unref());
  return Promise.race([Promise.all(underWay), limit]);
}

/** What it prints at every start has been read the first time. Its errors are always shown. */
function start(isFirst) {
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'tools/start.mjs'), '--built'], {
    cwd: root,
    env: environment,
    // Ctrl-C reaches this process, which ends the server itself.
    detached: true,
    stdio: ['ignore', isFirst ? 'inherit' : 'ignore', 'inherit'],
  });
  child.once('exit', (code, signal) => {
    if (!ending.has(child)) say(`the server ended (${signal ?? code}); it starts again with the next change`);
  });
  return child;
}

async function answers(child) {
  while (child.exitCode === null && child.signalCode === null && !stopping) {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

async function end(child) {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  ending.add(child);
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(impatient);
}

/** A terminal, npm and tsx each hand on one Ctrl-C, so a second signal means impatience only when it comes later. */
async function stop() {
  if (stopping) return Date.now() - stoppedAt > 1_000 ? process.exit(130) : undefined;
  stopping = true;
  stoppedAt = Date.now();
  const last = server;
  await end(last);
  for (const close of ends.reverse()) await close().catch((error) => console.error(String(error)));
  process.exit(0);
}

/** Passes everything on, and tells pages to load themselves again. */
function listen() {
  const front = createServer((request, response) => {
    if (request.url === '/dev/reload.js') return serveScript(response);
    if (request.url === '/dev/events') return subscribe(response);
    void ready.promise.then(() => pass(request, response));
  });
  front.on('error', (error) => {
    console.error(`dev: port ${PORT} on ${HOST} cannot be used (${error.code}). Set REIDENT_PORT.`);
    void stop();
  });
  return new Promise((resolve) => front.listen(PORT, HOST, resolve));
}

function pass(request, response) {
  const over = new Promise((resolve) => response.once('close', resolve)).then(() => underWay.delete(over));
  underWay.add(over);
  const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress };
  // A page is changed below, so it may not come compressed.
  if (headers.accept?.includes('text/html')) delete headers['accept-encoding'];
  const { method, url } = request;
  const passed = call({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
    const isPage = String(answer.headers['content-type']).startsWith('text/html') && nonce !== undefined;
    if (!isPage) {
      response.writeHead(answer.statusCode, answer.headers);
      return answer.pipe(response);
    }
    const chunks = [];
    answer.on('data', (chunk) => chunks.push(chunk));
    answer.on('end', () => {
      const tag = `<script nonce="${nonce}" src="/dev/reload.js"></script></body>`;
      const { 'content-length': _, ...kept } = answer.headers;
      response.writeHead(answer.statusCode, kept);
      response.end(Buffer.concat(chunks).toString().replace('</body>', tag));
    });
  });
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('The server does not run: see the terminal.\n');
  });
  response.on('close', () => passed.destroy());
  request.pipe(passed);
}

function serveScript(response) {
  response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
  response.end("new EventSource('/dev/events').addEventListener('reload', () => location.reload());\n");
}

function subscribe(response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': waiting\n\n');
  pages.add(response);
  response.on('close', () => pages.delete(response));
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createListener().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

/** `Promise.withResolvers` is not in Node 20. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve) => {
    made.resolve = resolve;
  });
  return made;
}
