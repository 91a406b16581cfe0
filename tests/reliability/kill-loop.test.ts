import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchToken } from '../fixtures/api/fetch-token.ts';
import { freePort } from '../fixtures/free-port.ts';
import { postmasterPid, type ReidentProcess, startProcess } from '../fixtures/process.ts';

const KILLS = Number(process.env.REIDENT_KILLS ?? 60);
/** Who is killed in turn. A database that dies alone is started again by the server, which goes on meanwhile. */
const VICTIMS = ['server', 'database', 'both', 'database'] as const;
const WRITERS = 4;

interface Received {
  notificationId: string;
  identificationId: string;
}

const received: Received[] = [];
let receiver: Server;
let dataDir: string;
let port: number;
let running: ReidentProcess | undefined;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      if (text !== '') {
        received.push({
          notificationId: String(request.headers['solaris-webhook-id']),
          identificationId: (JSON.parse(text) as { id: string }).id,
        });
      }
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-kill-'));
  port = await freePort();
});

afterAll(async () => {
  await running?.stop();
  await new Promise((resolve) => receiver.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

it(
  `after ${KILLS} kills of server, database or both no acknowledged write is lost and each is notified [REL-1] [REL-2]`,
  async () => {
    running = await startProcess({ dataDir, port });
    const setup = await client();
    const subscription = await setup('POST', '/v1/webhooks', {
      event_type: 'IDENTIFICATION',
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    });
    expect(subscription.status).toBe(201);
    const person = (await setup('POST', '/v1/persons', { first_name: 'Mara', last_name: 'Kill' })).body as {
      id: string;
    };

    const acknowledged = new Set<string>();
    const starts: number[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const call = await client();
      let writing = true;
      const writers = Array.from({ length: WRITERS }, async () => {
        while (writing) {
          try {
            const answer = await call('POST', `/v1/persons/${person.id}/identifications`, {
              method: 'idnow_autoident',
            });
            if (answer.status === 201) acknowledged.add((answer.body as { id: string }).id);
            // As a partner would: asked again at once, a server without its database does nothing but refuse.
            else await sleep(20);
          } catch {
            return; // the connection died with the process: not acknowledged
          }
        }
      });
      await sleep(60 + ((round * 97) % 340));
      const victim = VICTIMS[round % VICTIMS.length];
      const database = victim === 'server' ? null : postmasterPid(dataDir);
      if (database !== null) process.kill(database, 'SIGKILL');
      if (victim === 'database') {
        const before = acknowledged.size;
        await expect.poll(() => acknowledged.size).toBeGreaterThan(before + WRITERS);
        expect(running.child.exitCode ?? running.child.signalCode).toBeNull();
        writing = false;
        await Promise.all(writers);
        continue;
      }
      await running.kill();
      writing = false;
      await Promise.all(writers);
      running = await startProcess({ dataDir, port });
      starts.push(running.readyInMs);
    }

    expect(acknowledged.size).toBeGreaterThan(KILLS);
    const call = await client();
    const stored = new Set<string>();
    for (let page = 1; ; page += 1) {
      const answer = await call('GET', `/v1/persons/${person.id}/identifications?page[number]=${page}&page[size]=1000`);
      const rows = answer.body as { id: string }[];
      for (const row of rows) stored.add(row.id);
      if (rows.length < 1000) break;
    }
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);

    const missing = () => {
      const notified = new Set(received.map((one) => one.identificationId));
      return [...stored].filter((id) => !notified.has(id));
    };
    const deadline = Date.now() + 300_000;
    while (missing().length > 0 && Date.now() < deadline) await sleep(250);
    expect(missing()).toEqual([]);

    const idsOf = new Map<string, Set<string>>();
    for (const one of received) {
      idsOf.set(one.identificationId, (idsOf.get(one.identificationId) ?? new Set()).add(one.notificationId));
    }
    expect([...idsOf.values()].filter((ids) => ids.size !== 1)).toEqual([]);
    console.log(
      `${KILLS} kills: ${acknowledged.size} acknowledged, ${stored.size} stored, ${received.length} deliveries; ` +
        `restart median ${median(starts)} ms, worst ${Math.max(...starts)} ms (process crash only, not power loss)`,
    );
  },
  300_000 + KILLS * 10_000,
);

async function client() {
  const credentials = JSON.parse(readFileSync(path.join(dataDir, 'sandbox-credentials.json'), 'utf8')) as Record<
    string,
    string
  >;
  const token = await fetchToken(
    `http://127.0.0.1:${port}`,
    `${credentials.client_id}`,
    `${credentials.client_secret}`,
  );
  return async (method: string, target: string, body?: unknown) => {
    const response = await fetch(`http://127.0.0.1:${port}${target}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
