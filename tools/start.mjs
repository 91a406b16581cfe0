/** `npm start`: builds what is missing, then runs the server in this very process until it is told to stop. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale, root } from './build.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Reident needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!existsSync(path.join(root, 'node_modules'))) {
  console.error('The packages are not installed yet: run "npm ci" first.');
  process.exit(1);
}

// Tests and images that have just built do not look for newer sources again.
if (!process.argv.includes('--built')) await buildIfStale();
const { main } = await import(pathToFileURL(path.join(root, 'dist/server.mjs')).href);
await main();
