import { PlatformError } from '@reident/domain';
import { DEFAULT_RISK_CLASS, type LawClassCode, type RiskClass, STANDARD_CLASSES } from '@reident/domain/rekyc';
import { recordAudit } from '../access/record-audit.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

const CLASS = columns('risk_classes', 'code', 'law_class', 'cycle_years', 'confirmation_counts');

/** The two that the law knows, as the tenant has them, and the tenant's own. */
export async function listRiskClasses(tx: TenantTx): Promise<RiskClass[]> {
  const rows = await tx.query(sql<RowOf<typeof CLASS>>`
    select ${CLASS} from risk_classes where tenant_id = ${tx.tenant.id} order by code`);
  const stored = rows.map(
    (row): RiskClass => ({
      code: row.code,
      lawClass: row.law_class as LawClassCode,
      cycleYears: row.cycle_years,
      confirmationCounts: row.confirmation_counts,
    }),
  );
  const standard = STANDARD_CLASSES.filter(({ code }) => !stored.some((one) => one.code === code));
  return [...standard, ...stored];
}

/** @throws PlatformError `invalid_model` when the tenant has no such class */
export async function findRiskClass(tx: TenantTx, code: string = DEFAULT_RISK_CLASS): Promise<RiskClass> {
  const found = (await listRiskClasses(tx)).find((one) => one.code === code);
  if (found === undefined) {
    const message = 'is no risk class of this partner';
    throw new PlatformError('invalid_model', `risk_class ${message}`, { field: 'risk_class', message });
  }
  return found;
}

/** Writes down what a class means from now on. The dates of its persons are worked out anew by a job. */
export async function saveRiskClass(tx: TenantTx, riskClass: RiskClass, actor: Actor): Promise<void> {
  const { code, lawClass, cycleYears, confirmationCounts } = riskClass;
  const row = {
    tenant_id: tx.tenant.id,
    code,
    law_class: lawClass,
    cycle_years: cycleYears,
    confirmation_counts: confirmationCounts,
  };
  await tx.query(sql`
    ${insertInto('risk_classes', row)}
    on conflict (tenant_id, code) do update set
      law_class = excluded.law_class, cycle_years = excluded.cycle_years, confirmation_counts = excluded.confirmation_counts`);
  await tx.query(sql`
    update due_states set stale = true where tenant_id = ${tx.tenant.id} and risk_class = ${code}`);
  const details = { law_class: lawClass, cycle_years: cycleYears, confirmation_counts: confirmationCounts };
  await recordAudit(tx, { actor, action: 'risk_class.saved', entity: code, details });
}
