export { type ComparedField, type Comparison, compareCase } from './comparison.ts';
export { type ReportPicture, writeKycReport } from './write-kyc-report.ts';
