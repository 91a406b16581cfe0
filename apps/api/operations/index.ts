import type { NamedOperation, Operation } from '../contract/define-operation.ts';
import { issueToken, issueTokenLegacy } from './auth/issue-token.ts';
import { getBatch, listBatchedLines, startBatch } from './batches/batches.ts';
import { createCampaign, getCampaign, listCampaigns, moveCampaign, updateCampaign } from './campaigns/campaigns.ts';
import { dryRunCampaign, dryRunRows } from './campaigns/dry-run.ts';
import { closeTask, downloadLetter, getInvitation, listInvitations } from './campaigns/invitations.ts';
import { deleteDocument } from './documents/delete-document.ts';
import { downloadDocument } from './documents/download-document.ts';
import { getDocument } from './documents/get-document.ts';
import { listDocuments } from './documents/list-documents.ts';
import { listSupportedDocuments } from './documents/list-supported-documents.ts';
import { updateDocument } from './documents/update-document.ts';
import { uploadDocument, uploadDocumentForIdentification } from './documents/upload-document.ts';
import { exportBoard, getBoard, getTimeline } from './due/board.ts';
import {
  getDue,
  listDue,
  listDueHistory,
  objectToContact,
  setRiskProfile,
  withdrawObjection,
} from './due/due-dates.ts';
import { listDueRules } from './due/list-due-rules.ts';
import { listPersonEvents, reportPersonEvent } from './due/person-events.ts';
import { listRiskClasses, saveRiskClass } from './due/risk-classes.ts';
import { createIdentification } from './identifications/create-identification.ts';
import { getIdentification } from './identifications/get-identification.ts';
import { listIdentifications, listIdentificationsOfPerson } from './identifications/list-identifications.ts';
import { requestIdentification } from './identifications/request-identification.ts';
import { authorizeChangeRequest } from './persons/authorize-change-request.ts';
import { authorizeMobileNumber } from './persons/authorize-mobile-number.ts';
import { createDevice, getDevice, listDevices, verifyDevice } from './persons/bind-device.ts';
import { checkEligibility } from './persons/check-eligibility.ts';
import { confirmChangeRequest } from './persons/confirm-change-request.ts';
import { confirmMobileNumber } from './persons/confirm-mobile-number.ts';
import { createMobileNumber } from './persons/create-mobile-number.ts';
import { createPerson } from './persons/create-person.ts';
import { deleteMobileNumber } from './persons/delete-mobile-number.ts';
import { getLegitimationData } from './persons/get-legitimation-data.ts';
import { getMobileNumber } from './persons/get-mobile-number.ts';
import { getPerson } from './persons/get-person.ts';
import { listPersons } from './persons/list-persons.ts';
import { updatePerson } from './persons/update-person.ts';
import { getDeletionProof, listDeletionProofs } from './retention/deletion-proofs.ts';
import { cancelErasure, erasePerson, getErasure } from './retention/erase-person.ts';
import { holdPerson, releasePerson } from './retention/hold-person.ts';
import { endExtension, endRelationship, extendRetention, getRetention } from './retention/retention.ts';
import { moveClock, readClock } from './sandbox/move-clock.ts';
import { endChaos, playChaos } from './sandbox/play-chaos.ts';
import { setOutcome } from './sandbox/set-outcome.ts';
import { testDocumentUpdate } from './sandbox/test-document-update.ts';
import { updatePersonForDevelopment } from './sandbox/update-person-for-development.ts';
import { createSubscription } from './webhooks/create-subscription.ts';
import { cutOverSubscriptionSecret } from './webhooks/cut-over-subscription-secret.ts';
import { deleteSubscription } from './webhooks/delete-subscription.ts';
import { enableSubscription } from './webhooks/enable-subscription.ts';
import { getDelivery } from './webhooks/get-delivery.ts';
import { getSubscription } from './webhooks/get-subscription.ts';
import { getSubscriptionHealth } from './webhooks/get-subscription-health.ts';
import { listDeliveries } from './webhooks/list-deliveries.ts';
import { listEvents } from './webhooks/list-events.ts';
import { listSubscriptionHealth } from './webhooks/list-subscription-health.ts';
import { listSubscriptions } from './webhooks/list-subscriptions.ts';
import { replayDeliveries } from './webhooks/replay-deliveries.ts';
import { replayDelivery } from './webhooks/replay-delivery.ts';
import { rotateSubscriptionSecret } from './webhooks/rotate-subscription-secret.ts';

/** In the order of the reference pages. */
const NAMED: Readonly<Record<string, Operation>> = {
  issueToken,
  issueTokenLegacy,

  createPerson,
  listPersons,
  getPerson,
  updatePerson,
  createMobileNumber,
  getMobileNumber,
  deleteMobileNumber,
  authorizeMobileNumber,
  confirmMobileNumber,
  authorizeChangeRequest,
  confirmChangeRequest,
  createDevice,
  listDevices,
  getDevice,
  verifyDevice,

  createIdentification,
  listIdentificationsOfPerson,
  getIdentification,
  requestIdentification,
  listSupportedDocuments,
  getLegitimationData,
  uploadDocumentForIdentification,
  checkEligibility,
  listIdentifications,

  uploadDocument,
  listDocuments,
  getDocument,
  downloadDocument,
  updateDocument,
  deleteDocument,

  createSubscription,
  listSubscriptions,
  getSubscription,
  deleteSubscription,

  listEvents,
  listDeliveries,
  getDelivery,
  replayDelivery,
  replayDeliveries,
  listSubscriptionHealth,
  getSubscriptionHealth,
  enableSubscription,
  rotateSubscriptionSecret,
  cutOverSubscriptionSecret,
  erasePerson,
  getErasure,
  cancelErasure,
  holdPerson,
  releasePerson,
  endRelationship,
  getRetention,
  extendRetention,
  endExtension,
  getDeletionProof,
  listDeletionProofs,

  listDue,
  getDue,
  setRiskProfile,
  listDueHistory,
  reportPersonEvent,
  listPersonEvents,
  objectToContact,
  withdrawObjection,
  listRiskClasses,
  saveRiskClass,
  listDueRules,
  createCampaign,
  listCampaigns,
  getCampaign,
  updateCampaign,
  dryRunCampaign,
  dryRunRows,
  moveCampaign,
  listInvitations,
  getInvitation,
  downloadLetter,
  closeTask,
  getBoard,
  exportBoard,
  getTimeline,
  startBatch,
  getBatch,
  listBatchedLines,

  moveClock,
  readClock,
  setOutcome,
  playChaos,
  endChaos,
  updatePersonForDevelopment,
  testDocumentUpdate,
};

/** Every operation under the name by which clients know it. */
export const OPERATIONS: readonly NamedOperation[] = Object.entries(NAMED).map(([name, operation]) => ({
  ...operation,
  name,
}));
