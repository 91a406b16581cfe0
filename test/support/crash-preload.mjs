/**
 * Loaded into a server under test before anything else (`NODE_OPTIONS=--import`): kills the process with SIGKILL at one
 * point, on one side of something that leaves it. The program itself knows nothing of this; what it writes to its
 * sockets and files is watched. The file that `REIDENT_CRASH_FILE` names says where, and goes with the crash:
 *
 *   { "at": "commit", "of": "record-attempt", "when": "before" }   a transaction in which these words were sent (a regular expression)
 *   { "at": "claim", "of": "lease-jobs", "when": "after" }         a statement of its own that answers at least one row
 *   { "at": "send", "when": "after" }                              a notification: before it leaves, or once it is answered
 *   { "at": "rename" | "rm", "when": "before", "nth": 2 }          the nth file that gets its name, or goes
 */
import { existsSync, promises as files, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';

const file = process.env.REIDENT_CRASH_FILE ?? '';
/** What a connection has sent since its transaction began, and what it waits for. */
const SENT = Symbol('sent');
const AWAITED = Symbol('awaited');
const counts = { rename: 0, rm: 0 };

const armed = () => (file !== '' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

function crash() {
  rmSync(file);
  process.kill(process.pid, 'SIGKILL');
  // Nothing of this process may happen any more, and the signal needs a moment.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

const named = (text, name) => text.includes(`\0${name}\0`);

const write = Socket.prototype.write;
Socket.prototype.write = function (chunk, ...rest) {
  const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
  const point = armed();
  if (point !== null) look(this, text, point);
  if (named(text, 'begin')) this[SENT] = '';
  this[SENT] = (this[SENT] ?? '') + text;
  return write.call(this, chunk, ...rest);
};

function look(socket, text, { at, of, when }) {
  const isPoint =
    (at === 'commit' && named(text, 'commit') && new RegExp(of).test(socket[SENT] ?? '')) ||
    (at === 'claim' && named(text, of)) ||
    (at === 'send' && /^POST [\s\S]*webhook-id/i.test(text));
  if (!isPoint) return;
  if (when === 'before') crash();
  socket[AWAITED] = ANSWERS[at];
}

/** How the answer to each begins or ends. */
const ANSWERS = { commit: /COMMIT\0/, claim: /SELECT [1-9]/, send: /^HTTP\/1\.1 \d/ };

const emit = Socket.prototype.emit;
Socket.prototype.emit = function (event, ...values) {
  if (event === 'data' && this[AWAITED]?.test(Buffer.from(values[0]).toString('latin1')) && armed() !== null) crash();
  return emit.call(this, event, ...values);
};

for (const call of ['rename', 'rm']) {
  const original = files[call];
  files[call] = async (...values) => {
    const point = armed();
    if (point?.at !== call) return original(...values);
    counts[call] += 1;
    const isPoint = counts[call] === (point.nth ?? 1);
    if (isPoint && point.when === 'before') crash();
    const result = await original(...values);
    if (isPoint) crash();
    return result;
  };
}
syncBuiltinESMExports();
