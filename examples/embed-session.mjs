/**
 * A partner's page that opens the customer's session in a frame, as docs/guides/embedding.md describes.
 *
 *   node examples/embed-session.mjs [port]
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { openSandbox } from './reident.mjs';

const port = Number(process.argv[2] ?? 8090);
const call = await openSandbox();
const html = await readFile(new URL('embed-session.html', import.meta.url), 'utf8');

/** As the partner's server does it when the customer presses a button in the bank's own app. */
async function newLink() {
  const person = await call('POST', '/v1/persons', { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Example' });
  const { id } = await call('POST', `/v1/persons/${person.id}/identifications`, { method: 'idnow_autoident' });
  const { url } = await call('PATCH', `/v1/persons/${person.id}/identifications/${id}/request`);
  return url;
}

const server = createServer(async (request, response) => {
  if (request.url !== '/') return response.writeHead(404).end();
  const link = await newLink();
  const page = html
    .replace('https://ident.example/embed.js', new URL('/embed.js', link).href)
    .replace('https://ident.example/north-bank/identifications/ID/TOKEN', link);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
});

server.listen(port, '127.0.0.1', () => {
  console.log(
    `Allow this page once:  npx reident admin settings set <company> 'embedOrigins=["http://localhost:${port}"]'`,
  );
  console.log(`Then open              http://localhost:${port}/`);
});
