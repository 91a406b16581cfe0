import type { NamedOperation, Operation } from '../define-operation.ts';
import { authorizeChangeRequest } from './authorize-change-request.ts';
import { authorizeMobileNumber } from './authorize-mobile-number.ts';
import { createDevice, getDevice, listDevices, verifyDevice } from './bind-device.ts';
import { checkEligibility } from './check-eligibility.ts';
import { confirmChangeRequest } from './confirm-change-request.ts';
import { confirmMobileNumber } from './confirm-mobile-number.ts';
import { createIdentification } from './create-identification.ts';
import { createMobileNumber } from './create-mobile-number.ts';
import { createPerson } from './create-person.ts';
import { createSubscription } from './create-subscription.ts';
import { cutOverSubscriptionSecret } from './cut-over-subscription-secret.ts';
import { deleteDocument } from './delete-document.ts';
import { deleteMobileNumber } from './delete-mobile-number.ts';
import { deleteSubscription } from './delete-subscription.ts';
import { downloadDocument } from './download-document.ts';
import { enableSubscription } from './enable-subscription.ts';
import { cancelErasure, erasePerson, getErasure } from './erase-person.ts';
import { getDelivery } from './get-delivery.ts';
import { getDocument } from './get-document.ts';
import { getIdentification } from './get-identification.ts';
import { getLegitimationData } from './get-legitimation-data.ts';
import { getMobileNumber } from './get-mobile-number.ts';
import { getPerson } from './get-person.ts';
import { getSubscription } from './get-subscription.ts';
import { getSubscriptionHealth } from './get-subscription-health.ts';
import { holdPerson, releasePerson } from './hold-person.ts';
import { issueToken, issueTokenLegacy } from './issue-token.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listDocuments } from './list-documents.ts';
import { listEvents } from './list-events.ts';
import { listIdentifications, listIdentificationsOfPerson } from './list-identifications.ts';
import { listPersons } from './list-persons.ts';
import { listSubscriptionHealth } from './list-subscription-health.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { listSupportedDocuments } from './list-supported-documents.ts';
import { moveClock, readClock } from './move-clock.ts';
import { endChaos, playChaos } from './play-chaos.ts';
import { replayDeliveries } from './replay-deliveries.ts';
import { replayDelivery } from './replay-delivery.ts';
import { requestIdentification } from './request-identification.ts';
import { rotateSubscriptionSecret } from './rotate-subscription-secret.ts';
import { setOutcome } from './set-outcome.ts';
import { testDocumentUpdate } from './test-document-update.ts';
import { updateDocument } from './update-document.ts';
import { updatePerson } from './update-person.ts';
import { updatePersonForDevelopment } from './update-person-for-development.ts';
import { uploadDocument, uploadDocumentForIdentification } from './upload-document.ts';

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
