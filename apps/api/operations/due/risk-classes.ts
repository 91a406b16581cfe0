import { PlatformError } from '@reident/domain';
import { LAW_CLASS_CODES, LAW_CLASSES, type LawClassCode } from '@reident/domain/rekyc';
import { listRiskClasses as list, saveRiskClass as save, scheduleJob } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { RiskClassCode, RiskClassResource, toRiskClass } from '../../resources/due.ts';

/** How often the persons of each class have to be identified again. */
export const listRiskClasses = defineOperation({
  method: 'GET',
  path: '/reident/v1/risk_classes',
  tag: 'Reident',
  summary: 'List the risk classes',
  description: '`normal` and `high` are always there; others are your own.',
  answer: z.array(RiskClassResource),
  errors: [],

  async handle(_, { tx }) {
    return (await list(tx)).map(toRiskClass);
  },
});

const RiskClassInput = requestComponent(
  'RiskClassInput',
  z.object({
    law_class: z.enum(LAW_CLASS_CODES),
    cycle_years: z.int().min(1).max(LAW_CLASSES.normal.mostYears),
    confirmation_counts: z.boolean().default(false),
  }),
);

/** Makes a class of the partner's own, or shortens one. No class can have a longer cycle than the law allows. */
export const saveRiskClass = defineOperation({
  method: 'PUT',
  path: '/reident/v1/risk_classes/{code}',
  tag: 'Reident',
  summary: 'Create or change a risk class',
  description:
    'The due dates of its persons are worked out anew. `confirmation_counts` needs the setting `dataConfirmation`, which takes two admins in a live tenant.',
  params: { code: RiskClassCode },
  body: RiskClassInput,
  answer: RiskClassResource,
  errors: ['unauthorized_action'],
  example: { request: { law_class: 'normal', cycle_years: 3, confirmation_counts: false } },

  async handle({ params, body }, { tx, caller }) {
    const { law_class: lawClass, cycle_years: cycleYears, confirmation_counts: confirmationCounts } = body;
    rejectLongerThanLaw(params.code, lawClass, cycleYears);
    if (confirmationCounts && !tx.tenant.settings.dataConfirmation)
      throw new PlatformError(
        'unauthorized_action',
        'A confirmation of data counts only once the setting dataConfirmation allows it (rule data_confirmation)',
      );
    const riskClass = { code: params.code, lawClass, cycleYears, confirmationCounts };
    await save(tx, riskClass, caller.actor);
    await scheduleJob(tx, { kind: 'refresh_due', key: 'stale' });
    return toRiskClass(riskClass);
  },
});

function rejectLongerThanLaw(code: string, lawClass: LawClassCode, cycleYears: number): void {
  if ((LAW_CLASS_CODES as string[]).includes(code) && code !== lawClass) {
    const message = `must be ${code}: the classes of the law keep their limits`;
    throw new PlatformError('invalid_model', `law_class ${message}`, { field: 'law_class', message });
  }
  const { mostYears } = LAW_CLASSES[lawClass];
  if (cycleYears <= mostYears) return;
  const message = `must be at most ${mostYears} for law_class ${lawClass}`;
  throw new PlatformError('invalid_model', `cycle_years ${message}`, { field: 'cycle_years', message });
}
