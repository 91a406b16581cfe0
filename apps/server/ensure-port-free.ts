import { createServer } from 'node:net';
import { StartError } from '@reident/store';

/** Says at once that a port is taken, before a database is started for nothing. */
export async function ensureFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const what = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(new StartError(`Port ${port} on ${host} ${what}. Stop that program or set REIDENT_PORT.`));
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
