/** The database, the keys, the blobs and the queue of one installation. */
export type { Statement } from './batch.ts';
export { BlobMissing, type BlobStore, openBlobStore } from './blobs/blob-store.ts';
export { getPersonBlob, putPersonBlob } from './blobs/person-blobs.ts';
export type { Connection } from './connection.ts';
export { type Database, type DatabaseOptions, openDatabase, type StoreLog } from './database.ts';
export { prepareSocketFolder } from './embedded/socket-folder.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
export { DatabaseUnavailable, LeaseLost, SealBroken, StartError } from './errors.ts';
export { deriveKey, loadRootKey } from './keys/root-key.ts';
export { migrateDatabase } from './migrate.ts';
export { projectRoot } from './project-root.ts';
export * from './queries/capture-sessions.ts';
export * from './queries/captures.ts';
export * from './queries/case-claims.ts';
export * from './queries/case-queue.ts';
export * from './queries/change-requests.ts';
export {
  changeStatus,
  insertIdentification,
  type NewIdentification,
  type StatusChange,
} from './queries/change-status.ts';
export {
  addClientSecret,
  type Client,
  type ClientRow,
  createClient,
  findToken,
  issueToken,
  listClients,
  revokeClient,
  revokeToken,
  TOKEN_BELIEVED_MS,
  TokenMemory,
  verifyClient,
} from './queries/clients.ts';
export * from './queries/decisions.ts';
export * from './queries/delivery-log.ts';
export * from './queries/devices.ts';
export * from './queries/documents.ts';
export * from './queries/erasure.ts';
export * from './queries/event-feed.ts';
export * from './queries/examinations.ts';
export * from './queries/idempotency.ts';
export {
  findIdentification,
  findIdentificationByLink,
  findIdentificationByReference,
  findReferenceHolder,
  listEvents,
  readIdentification,
  recentDecisionSeconds,
  recordProofOfAddress,
} from './queries/identifications.ts';
export {
  type IdentificationQuery,
  identificationCountStatement,
  listIdentifications,
} from './queries/list-identifications.ts';
export * from './queries/mobile-numbers.ts';
export { enqueueNotification, type NewNotification } from './queries/notifications.ts';
export * from './queries/operators.ts';
export type { Listed, Page } from './queries/pages.ts';
export {
  findPerson,
  insertPerson,
  listPersons,
  markIdentified,
  personStatement,
  updatePerson,
} from './queries/persons.ts';
export { countAudit, listAudit, recordAudit } from './queries/record-audit.ts';
export * from './queries/repeats.ts';
export * from './queries/settings.ts';
export * from './queries/sitting-places.ts';
export {
  cutOver,
  deleteSubscription,
  disableSubscription,
  enableSubscription,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  lockSubscription,
  rotateSecret,
  setChaos,
} from './queries/subscriptions.ts';
export {
  advanceClock,
  createTenant,
  findTenant,
  findTenantByCompany,
  goLive,
  listTenants,
  type NewTenant,
  updateSettings,
} from './queries/tenants.ts';
export * from './queue/deliveries.ts';
export { freeLease } from './queue/free-lease.ts';
export * from './queue/jobs.ts';
export { onWork } from './queue/on-work.ts';
export type { Schema } from './schema.ts';
export { type Branding, brandVariables, DEFAULT_BRANDING } from './settings/branding.ts';
export { ID_PLACEHOLDERS } from './settings/rules.ts';
export { settingsOf, TENANT_SETTINGS } from './tenant-settings.ts';
export type { TenantKeys, TenantTx, TenantView } from './tenant-tx.ts';
export type * from './types.ts';
