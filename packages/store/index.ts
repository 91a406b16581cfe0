/** The database, the keys, the blobs and the queue of one installation. */

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
} from './access/clients.ts';
export * from './access/operators.ts';
export { countAudit, listAudit, recordAudit } from './access/record-audit.ts';
export { BlobMissing, type BlobStore, openBlobStore } from './blobs/blob-store.ts';
export { getPersonBlob, putPersonBlob } from './blobs/person-blobs.ts';
export * from './captures/capture-sessions.ts';
export * from './captures/captures.ts';
export * from './captures/duplicates.ts';
export * from './captures/funnel-steps.ts';
export * from './cases/case-claims.ts';
export * from './cases/case-queue.ts';
export * from './cases/decisions.ts';
export * from './cases/examinations.ts';
export { prepareSocketFolder } from './embedded/socket-folder.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
export { DatabaseUnavailable, LeaseLost, SealBroken, StartError } from './errors.ts';
export {
  changeStatus,
  insertIdentification,
  type NewIdentification,
  type StatusChange,
} from './identifications/change-status.ts';
export * from './identifications/documents.ts';
export * from './identifications/idempotency.ts';
export {
  findIdentification,
  findIdentificationByLink,
  findIdentificationByReference,
  findReferenceHolder,
  listEvents,
  readIdentification,
  recentDecisionSeconds,
  recordProofOfAddress,
} from './identifications/identifications.ts';
export {
  type IdentificationQuery,
  identificationCountStatement,
  listIdentifications,
} from './identifications/list-identifications.ts';
export { deriveKey, loadRootKey } from './keys/root-key.ts';
export * from './persons/change-requests.ts';
export * from './persons/devices.ts';
export * from './persons/erasure.ts';
export * from './persons/mobile-numbers.ts';
export {
  findPerson,
  insertPerson,
  listPersons,
  markIdentified,
  personStatement,
  updatePerson,
} from './persons/persons.ts';
export { projectRoot } from './project-root.ts';
export * from './queue/deliveries.ts';
export { freeLease } from './queue/free-lease.ts';
export * from './queue/jobs.ts';
export { onWork } from './queue/on-work.ts';
export type { Schema } from './schema.ts';
export * from './tenants/settings.ts';
export {
  advanceClock,
  createTenant,
  findTenant,
  findTenantByCompany,
  goLive,
  listTenants,
  type NewTenant,
  updateSettings,
} from './tenants/tenants.ts';
export type { Statement } from './transaction/batch.ts';
export type { Connection } from './transaction/connection.ts';
export { type Database, type DatabaseOptions, openDatabase, type StoreLog } from './transaction/database.ts';
export { migrateDatabase } from './transaction/migrate.ts';
export type { Listed, Page } from './transaction/pages.ts';
export type { TenantKeys, TenantTx, TenantView } from './transaction/tenant-tx.ts';
export type * from './types.ts';
export * from './webhooks/delivery-log.ts';
export * from './webhooks/event-feed.ts';
export { enqueueNotification, type NewNotification } from './webhooks/notifications.ts';
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
} from './webhooks/subscriptions.ts';
