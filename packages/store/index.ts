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
export {
  changeRole,
  createLoginLink,
  createOperator,
  disableOperator,
  endOperatorSession,
  ensureOperator,
  findOperatorSession,
  listOperators,
  redeemLoginLink,
} from './access/operators.ts';
export { countAudit, listAudit, recordAudit } from './access/record-audit.ts';
export { BlobMissing, type BlobStore } from './blobs/blob-store.ts';
export { openBlobStore } from './blobs/open-blob-store.ts';
export { getPersonBlob, putPersonBlob } from './blobs/person-blobs.ts';
export {
  endCaptureSessions,
  findCaptureSession,
  insertCaptureSession,
  listCaptureSessions,
  loadCaptureSession,
  saveCaptureSession,
} from './captures/capture-sessions.ts';
export {
  findCapture,
  insertCapture,
  listCaptures,
  saveReading,
  stepsSentForOthers,
  supersedeCapture,
  supersedeCaptures,
} from './captures/captures.ts';
export { type DuplicateCandidate, findDuplicates, saveFingerprints } from './captures/duplicates.ts';
export {
  type Counted,
  enterFunnelStep,
  type Funnel,
  type FunnelStep,
  type Quantiles,
  readFunnel,
  type StageTransition,
} from './captures/funnel-steps.ts';
export { type CaseClaim, dropCaseClaim, findCaseClaim, takeCaseClaim } from './cases/case-claims.ts';
export { countQueue, listQueue, type QueuedCase, type QueueShelf } from './cases/case-queue.ts';
export { insertDecision, listDecisions } from './cases/decisions.ts';
export { findLatestExamination, insertExamination, listExamined } from './cases/examinations.ts';
export { prepareSocketFolder } from './embedded/socket-folder.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
export { DatabaseUnavailable, LeaseLost, SealBroken, StartError } from './errors.ts';
export {
  changeStatus,
  insertIdentification,
  type NewIdentification,
  type StatusChange,
} from './identifications/change-status.ts';
export {
  deleteDocument,
  findDocument,
  insertDocument,
  listDocuments,
  updateDocument,
} from './identifications/documents.ts';
export {
  claimKey,
  forgetKey,
  type OnceAnswer,
  type OnceRequest,
  type OnceState,
  personIn,
  rememberKey,
} from './identifications/idempotency.ts';
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
export {
  concludeChange,
  expectChangeCode,
  expectSignature,
  findChangeRequest,
  insertChangeRequest,
  proveChangeCode,
} from './persons/change-requests.ts';
export {
  answerChallenge,
  challengeIsOpen,
  deviceNotFound,
  findDevice,
  hasDevice,
  insertDevice,
  listDevices,
  type NewDevice,
} from './persons/devices.ts';
export {
  deleteMobileNumber,
  expectNumberCode,
  findMobileNumber,
  hasVerifiedNumber,
  insertMobileNumber,
  proveNumberCode,
} from './persons/mobile-numbers.ts';
export {
  findPerson,
  findPersons,
  insertPerson,
  listPersons,
  markIdentified,
  personStatement,
  updatePerson,
} from './persons/persons.ts';
export { projectRoot } from './project-root.ts';
export {
  type AttemptReport,
  isOvertaking,
  type LeasedDelivery,
  leaseDeliveries,
  listAttempts,
  listDeliveries,
  postponeDelivery,
  recordAttempt,
  releaseDelivery,
  replayDelivery,
} from './queue/deliveries.ts';
export { JOB_KINDS, type JobKind } from './queue/job-kinds.ts';
export {
  cancelJob,
  completeJob,
  failJob,
  type JobOrder,
  type LeasedJob,
  leaseJobs,
  retryJob,
  scheduleJob,
} from './queue/jobs.ts';
export { listenForWork } from './queue/listen-for-work.ts';
export { releaseLease } from './queue/release-lease.ts';
export {
  type Batch,
  type BatchCounts,
  type BatchLine,
  countBatchLines,
  endBatch,
  findBatch,
  insertBatch,
  listBatchLines,
  listWaitingLines,
  settleBatchLine,
} from './rekyc/batches.ts';
export {
  BOARD_STAGES,
  type BoardPerson,
  type BoardRows,
  type BoardStage,
  listBoardPersons,
  readBoard,
} from './rekyc/board.ts';
export {
  type Campaign,
  findCampaign,
  finishCampaign,
  insertCampaign,
  listCampaigns,
  markPlanned,
  moveCampaign,
  replacePlan,
} from './rekyc/campaigns.ts';
export {
  type DueChange,
  type DueFilter,
  type DueHistoryLine,
  type DueState,
  findDueState,
  listDue,
  listDueHistory,
  listStale,
  recordObjection,
  saveDueState,
} from './rekyc/due-states.ts';
export {
  type CampaignCounts,
  type Candidate,
  type CandidateCursor,
  type Conversion,
  campaignClock,
  countBetween,
  countInvitations,
  endCampaignInvitations,
  endInvitationsOf,
  findInvitation,
  type Invitation,
  type InvitationState,
  lapseDeadInvitations,
  listCandidates,
  listFollowUps,
  listInvitations,
  listPlanned,
  measureConversion,
  planInvitations,
  planTask,
  replanInvitations,
  saveInvitation,
} from './rekyc/invitations.ts';
export {
  findMessage,
  insertMessage,
  listMessages,
  type Message,
  type MessageState,
  saveMessage,
} from './rekyc/messages.ts';
export { listPersonEvents, type PersonEvent, reportPersonEvent, settlePersonEvents } from './rekyc/person-events.ts';
export { findRiskClass, listRiskClasses, saveRiskClass } from './rekyc/risk-classes.ts';
export {
  type DeletionProof,
  findDeletionProof,
  insertDeletionProof,
  listDeletionProofs,
} from './retention/deletion-proofs.ts';
export { erasePerson, findRetention, type Retention, saveRetention } from './retention/erase-person.ts';
export { findExtension, type RetentionExtension, saveExtension } from './retention/extensions.ts';
export type { NewTenant } from './tenants/new-tenant.ts';
export {
  changeSettings,
  confirmProposal,
  findLogo,
  listProposals,
  saveLogo,
  withdrawProposal,
} from './tenants/settings.ts';
export {
  advanceClock,
  createTenant,
  findTenant,
  findTenantByCompany,
  goLive,
  listTenants,
  updateSettings,
} from './tenants/tenants.ts';
export type { Connection } from './transaction/connection.ts';
export { type Database, type DatabaseOptions, openDatabase, type StoreLog } from './transaction/database.ts';
export { migrateDatabase } from './transaction/migrate.ts';
export type { Listed, Page } from './transaction/pages.ts';
export { type Sql, sql } from './transaction/sql.ts';
export type { TenantKeys, TenantTx, TenantView } from './transaction/tenant-tx.ts';
export type {
  Actor,
  Address,
  AuditEntry,
  Capture,
  CaptureFlow,
  CaptureNonce,
  CaptureSession,
  ChangeRequest,
  ChangeRequestStatus,
  Chaos,
  ConsentRecord,
  Decision,
  Delivery,
  DeliveryAttempt,
  Device,
  Examination,
  FunnelPosition,
  Identification,
  IdentificationEvent,
  MobileNumber,
  Operator,
  Person,
  PersonAttributes,
  ProviderSession,
  SettingProposal,
  StoredBlob,
  StoredDocument,
  Subscription,
  Tenant,
} from './types.ts';
export { findDelivery, type LoggedDelivery, type ReplayRange, replayRange } from './webhooks/delivery-log.ts';
export { type FeedEvent, readEventFeed } from './webhooks/event-feed.ts';
export { enqueueNotification, type NewNotification } from './webhooks/notifications.ts';
export {
  cutOver,
  deleteSubscription,
  disableSubscription,
  enableSubscription,
  findSubscription,
  hasSubscriber,
  insertSubscription,
  listSubscriptions,
  lockSubscription,
  rotateSecret,
  setChaos,
} from './webhooks/subscriptions.ts';
