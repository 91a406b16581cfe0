import { describeDue, refreshDue } from '@reident/platform';
import {
  type DueFilter,
  findDueState,
  findPerson,
  findRiskClass,
  listDueHistory as history,
  listDue as list,
  recordObjection,
} from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { Day } from '../../contract/schemas.ts';
import {
  DueHistoryEntry,
  DueResource,
  DueSummary,
  ProductTag,
  RiskClassCode,
  toDue,
  toDueHistoryEntry,
  toDueSummary,
} from '../../resources/due.ts';
import { PersonId } from '../../resources/person.ts';

/** When a person has to be identified again, why, and what would move it. */
export const getDue = defineOperation({
  method: 'GET',
  path: '/reident/v1/persons/{person_id}/due',
  tag: 'Reident',
  summary: 'Retrieve the due date of a person',
  params: { person_id: PersonId },
  answer: DueResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toDue(await describeDue(tx, await findPerson(tx, params.person_id)));
  },
});

const RiskProfileInput = requestComponent(
  'RiskProfileInput',
  z.object({
    risk_class: RiskClassCode.optional(),
    product_tags: z.array(ProductTag).max(20).optional().describe('Replaces those before'),
  }),
);

/** Sets the risk class and the product tags of a person. */
export const setRiskProfile = defineOperation({
  method: 'PUT',
  path: '/reident/v1/persons/{person_id}/risk_profile',
  tag: 'Reident',
  summary: 'Set the risk class of a person',
  params: { person_id: PersonId },
  body: RiskProfileInput,
  answer: DueResource,
  errors: [],
  example: { request: { risk_class: 'high', product_tags: ['giro'] } },

  async handle({ params, body }, { tx, caller }) {
    const person = await findPerson(tx, params.person_id);
    const { risk_class: riskClass, product_tags: productTags } = body;
    if (riskClass !== undefined) await findRiskClass(tx, riskClass);
    await refreshDue(tx, person, 'class_changed', caller.actor, {
      ...(riskClass !== undefined && { riskClass }),
      ...(productTags !== undefined && { productTags: [...new Set(productTags)].sort() }),
    });
    return toDue(await describeDue(tx, person));
  },
});

/** Which due dates a person had, and what changed them. */
export const listDueHistory = defineOperation({
  method: 'GET',
  path: '/reident/v1/persons/{person_id}/due_history',
  tag: 'Reident',
  summary: "List a person's due dates so far",
  params: { person_id: PersonId },
  answer: z.array(DueHistoryEntry),
  errors: [],

  async handle({ params }, { tx }) {
    const { id } = await findPerson(tx, params.person_id);
    return (await history(tx, id)).map(toDueHistoryEntry);
  },
});

const OBJECTION = {
  path: '/reident/v1/persons/{person_id}/objection',
  tag: 'Reident',
  params: { person_id: PersonId },
  answer: DueSummary,
  errors: [],
} as const;

/** The person does not want to be written to: no invitation and no reminder from now on. The due date stays. */
export const objectToContact = defineOperation({
  ...OBJECTION,
  method: 'PUT',
  summary: 'Record that a person objects to being contacted',
  description: 'No campaign invites or reminds the person. The due date stays, and a person has to look at the case.',

  async handle({ params }, { tx, caller }) {
    const { id } = await findPerson(tx, params.person_id);
    const state = await findDueState(tx, id, { lock: true });
    if (state.objectedAt === null) await recordObjection(tx, state, tx.now, caller.actor);
    return toDueSummary(await findDueState(tx, id));
  },
});

export const withdrawObjection = defineOperation({
  ...OBJECTION,
  method: 'DELETE',
  summary: 'Take the objection of a person back',

  async handle({ params }, { tx, caller }) {
    const { id } = await findPerson(tx, params.person_id);
    const state = await findDueState(tx, id, { lock: true });
    if (state.objectedAt !== null) await recordObjection(tx, state, null, caller.actor);
    return toDueSummary(await findDueState(tx, id));
  },
});

export const DUE_QUERY = {
  due_from: Day.optional(),
  due_to: Day.optional(),
  risk_class: RiskClassCode.optional(),
  product_tag: ProductTag.optional(),
};

type DueQuery = { due_from?: string; due_to?: string; risk_class?: string; product_tag?: string };

export function filterOf({ due_from, due_to, risk_class, product_tag }: DueQuery): DueFilter {
  return {
    dueFrom: due_from?.slice(0, 10),
    dueTo: due_to?.slice(0, 10),
    riskClasses: risk_class === undefined ? undefined : [risk_class],
    productTags: product_tag === undefined ? undefined : [product_tag],
  };
}

/** Who is due, the earliest first. */
export const listDue = defineOperation({
  method: 'GET',
  path: '/reident/v1/due',
  tag: 'Reident',
  summary: 'List who is due',
  description:
    'The earliest first. Persons for whom nothing is known to count from have no due date and are not listed.',
  query: { ...DUE_QUERY, ...PAGING },
  answer: z.array(DueSummary),
  paged: true,
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await list(tx, filterOf(query), asked);
    return new PageAnswer(rows.map(toDueSummary), { asked, total });
  },
});
