/** Every operation of the API, in the order of the reference pages. */
import type { Operation } from '../define-operation.ts';
import { createIdentification } from './create-identification.ts';
import { createPerson } from './create-person.ts';
import { getIdentification } from './get-identification.ts';
import { getPerson } from './get-person.ts';
import { issueToken, issueTokenLegacy } from './issue-token.ts';
import { listIdentifications, listIdentificationsOfPerson } from './list-identifications.ts';
import { listPersons } from './list-persons.ts';
import { listSupportedDocuments } from './list-supported-documents.ts';
import { moveClock, readClock } from './move-clock.ts';
import { requestIdentification } from './request-identification.ts';
import { setOutcome } from './set-outcome.ts';

export const OPERATIONS: readonly Operation[] = [
  issueToken,
  issueTokenLegacy,

  createPerson,
  listPersons,
  getPerson,

  createIdentification,
  listIdentificationsOfPerson,
  getIdentification,
  requestIdentification,
  listSupportedDocuments,
  listIdentifications,

  moveClock,
  readClock,
  setOutcome,
];
