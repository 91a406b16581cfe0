import type { Certainty } from '../certainty.ts';

interface LawClass {
  /** No class that falls under this one may have a longer cycle. */
  mostYears: number;
  meaning: string;
  certainty: Certainty;
  source: string;
}

/** How often customer data has to be brought up to date at least. Every risk class of a tenant falls under one of these. */
// biome-ignore format: a table
export const LAW_CLASSES = {
  //       at least every             meaning                                      certainty    source
  normal: { mostYears: 5, meaning: 'customers without a higher risk',             certainty: 'published', source: 'Regulation (EU) 2024/1624, Art. 26(2)(b); BaFin, guidance in force since 1 February 2025' },
  high:   { mostYears: 1, meaning: 'customers to whom enhanced diligence applies', certainty: 'published', source: 'Regulation (EU) 2024/1624, Art. 26(2)(a); BaFin, guidance in force since 1 February 2025' },
} as const satisfies Record<string, LawClass>;

export type LawClassCode = keyof typeof LAW_CLASSES;

export const LAW_CLASS_CODES = Object.keys(LAW_CLASSES) as LawClassCode[];

/** A risk class of a tenant. `normal` and `high` are always there; others are the tenant's own. */
export interface RiskClass {
  code: string;
  lawClass: LawClassCode;
  cycleYears: number;
  /** Whether a confirmation of unchanged data begins the cycle anew, as an identification does. */
  confirmationCounts: boolean;
}

export const DEFAULT_RISK_CLASS = 'normal';

/** The classes of a tenant that has said nothing. */
export const STANDARD_CLASSES: readonly RiskClass[] = LAW_CLASS_CODES.map((code) => ({
  code,
  lawClass: code,
  cycleYears: LAW_CLASSES[code].mostYears,
  confirmationCounts: false,
}));
