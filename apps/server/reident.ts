import path from 'node:path';
import { PlatformError } from '@reident/domain';
import { startEngineHost } from '@reident/engine';
import { assertFaceCurveFor, type Platform, reapplyErasures } from '@reident/platform';
import {
  createLoginLink,
  deriveKey,
  ensureOperator,
  listTenants,
  loadRootKey,
  migrateDatabase,
  openBlobStore,
  openDatabase,
  StartError,
  startEmbeddedPostgres,
  type Tenant,
} from '@reident/store';
import { egressRules, openEgress } from '@reident/webhooks';
import { startWorker } from '@reident/worker';
import { openAdminSocket } from './admin/open-admin-socket.ts';
import type { BannerFacts } from './banner.ts';
import type { ServerConfig } from './config.ts';
import { ensureFree } from './ensure-port-free.ts';
import { buildServer } from './http.ts';
import { createLog } from './log.ts';
import { mailSender } from './mail-sender.ts';
import { createMetrics } from './metrics.ts';
import { retryAtStart } from './retry-at-start.ts';
import { ensureSandbox } from './sandbox.ts';
import { smsSender } from './sms-sender.ts';

export interface RunningReident {
  url: string;
  platform: Platform;
  tenant: Tenant;
  facts: Omit<BannerFacts, 'startedInMs'>;
  stop(): Promise<void>;
}

/**
 * Starts one Reident: database, blobs, engine, routes and worker, as `config.role` says.
 *
 * What was started is stopped again in the opposite order, also when a later part refuses to start.
 * @throws StartError with one line for the operator
 */
export async function startReident(config: ServerConfig): Promise<RunningReident> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse())
      await end().catch((error) => log.error({ err: error }, 'while stopping'));
  };
  const log = createLog(config.logLevel);
  try {
    if (config.role !== 'worker') await ensureFree(config.host, config.port);
    const rootKey = loadRootKey(config.dataDir);
    const server = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir, log);
    if (server) stops.push(() => server.stop());
    const admin = server?.connection ?? { connectionString: config.databaseUrl as string };
    await migrateDatabase(admin, { rootKey });
    const database = await openDatabase({ admin, rootKey, log, answerTimeoutMs: config.databaseAnswerMs });
    stops.push(() => database.close());
    const blobs = await openBlobStore({ location: config.blobs ?? undefined, dataDir: config.dataDir });
    const erasedAgain = await retryAtStart(() => reapplyErasures({ database, blobs }));
    if (erasedAgain > 0) log.warn({ persons: erasedAgain }, 'erased again: the database is older than their erasure');
    const engine = startEngineHost({
      entry: path.join(config.projectRoot, 'dist/engine-host.mjs'),
      assetsDir: path.join(config.projectRoot, 'packages/engine'),
      timeoutSeconds: config.timeLimits?.readSeconds,
      decodeSeconds: config.timeLimits?.decodeSeconds,
      log,
    });
    stops.push(() => engine.stop());
    const egress = openEgress(egressRules(config));
    stops.push(() => egress.close());
    const metrics = createMetrics(config.metricsToken);
    const platform: Platform = {
      config,
      database,
      blobs,
      engine,
      egress,
      linkKey: deriveKey(rootKey, 'customer links'),
      log,
      funnel: metrics.funnel,
      ...(config.mail !== null && { mail: mailSender(log, config.mail) }),
      ...(config.sms !== null && { sms: smsSender(egress, log, config.sms) }),
    };

    await retryAtStart(() => assertFaceCurve(platform));
    const { tenant, credentials, file } = await retryAtStart(() =>
      ensureSandbox(database, config.dataDir, config.publicUrl),
    );
    // Everything that may still fail comes before the first call is answered.
    const operator = await retryAtStart(() =>
      ensureOperator(database, tenant.id, { displayName: 'Sandbox specialist', role: 'senior' }),
    );
    const login = await retryAtStart(() => createLoginLink(database, operator.id));
    let url = config.publicUrl;
    if (config.role !== 'worker') {
      const http = await buildServer(platform, metrics, config.trustProxy, platform.sms);
      stops.push(() => http.close());
      url = await listen(http, config);
      const socket = await openAdminSocket(platform);
      if (socket !== null) stops.push(() => socket.close());
    }
    if (config.role !== 'api') {
      const worker = startWorker(platform, metrics.worker);
      stops.push(() => worker.stop());
    }
    return {
      url,
      platform,
      tenant,
      facts: {
        url: config.publicUrl,
        version: config.version,
        credentials,
        credentialsFile: file,
        consoleLink: `${config.publicUrl}/console/login?token=${login}`,
        database: server ? 'embedded PostgreSQL' : 'your PostgreSQL',
        webhookAllow: config.webhookAllow,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws StartError when the engine would decide in a live tenant by a face threshold that nobody has measured */
async function assertFaceCurve({ database, config }: Platform): Promise<void> {
  for (const { company, kind, settings } of await listTenants(database)) {
    try {
      assertFaceCurveFor(kind, settings.reviewPolicy, config);
    } catch (cause) {
      if (!(cause instanceof PlatformError)) throw cause;
      throw new StartError(`Tenant ${company}: ${cause.detail}.`, { cause });
    }
  }
}

async function listen(http: Awaited<ReturnType<typeof buildServer>>, config: ServerConfig): Promise<string> {
  try {
    return await http.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw new StartError(
      `Port ${config.port} on ${config.host} cannot be used (${(error as NodeJS.ErrnoException).code}). Set REIDENT_PORT.`,
    );
  }
}
