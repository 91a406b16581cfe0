import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';

/** For tests: holds the database of a folder until it is killed, and says the process id of the server. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const server = await startEmbeddedPostgres(process.argv[2] ?? '', silent);
process.stdout.write(`${server.pid()}\n`);
setInterval(() => undefined, 1_000);
