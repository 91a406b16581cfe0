#!/usr/bin/env node
/** `npx reident`: the command line. Builds it the first time; afterwards `npm start` or `npm run build` keep it fresh. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale, root } from './build.mjs';

const program = path.join(root, 'dist/reident.mjs');
if (!existsSync(program)) await buildIfStale();
await import(pathToFileURL(program).href);
