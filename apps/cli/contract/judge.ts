import { fieldOf, type RawAnswer } from './contract-client.ts';
import { Difference } from './difference.ts';

/** What a field may be. */
export interface FieldRule {
  title: string;
  holds(value: unknown): boolean;
}

export const text: FieldRule = { title: 'a text', holds: (value) => typeof value === 'string' && value !== '' };
export const nothing: FieldRule = { title: 'null', holds: (value) => value === null };
export const whole: FieldRule = { title: 'a whole number', holds: (value) => Number.isInteger(value) };
export const flag: FieldRule = { title: 'true or false', holds: (value) => typeof value === 'boolean' };
export const list: FieldRule = { title: 'a list', holds: Array.isArray };
export const missing: FieldRule = { title: 'missing', holds: (value) => value === undefined };
export const unset: FieldRule = { title: 'null or missing', holds: (value) => value === undefined || value === null };
export const timestamp: FieldRule = {
  title: 'a time in UTC',
  holds: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value),
};

export const day: FieldRule = {
  title: 'a day',
  holds: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
};

export function idWith(suffix: string): FieldRule {
  const pattern = new RegExp(`^[0-9a-f]{32}${suffix}$`);
  return { title: `32 hex digits and ${suffix || 'no suffix'}`, holds: (value) => pattern.test(String(value)) };
}

export function exactly(expected: string | number | boolean): FieldRule {
  return { title: JSON.stringify(expected), holds: (value) => value === expected };
}

/** @throws Difference */
export function expectStatus(answer: RawAnswer, ...allowed: number[]): void {
  if (allowed.includes(answer.status)) return;
  const code = codeIn(answer.body);
  throw new Difference(`HTTP ${answer.status}${code === null ? '' : ` ${code}`}, not ${allowed.join(' or ')}`);
}

/** @throws Difference naming every field that is not as it should be, with what kind of thing it is instead */
export function expectFields(body: unknown, rules: Readonly<Record<string, FieldRule>>): void {
  const faults = Object.entries(rules)
    .filter(([name, rule]) => !rule.holds(fieldOf(body, name)))
    .map(([name, rule]) => `${name} is ${kindOf(fieldOf(body, name))}, not ${rule.title}`);
  if (faults.length > 0) throw new Difference(faults.join('; '));
}

/** An error in the published envelope. @throws Difference */
export function expectError(answer: RawAnswer, status: number, ...codes: string[]): void {
  expectStatus(answer, status);
  const code = codeIn(answer.body);
  if (code === null) throw new Difference('no envelope { errors: [{ code }] }');
  if (codes.length > 0 && !codes.includes(code)) throw new Difference(`code ${code}, not ${codes.join(' or ')}`);
}

/** @throws Difference */
export function expectList(answer: RawAnswer): unknown[] {
  expectStatus(answer, 200);
  if (!Array.isArray(answer.body)) throw new Difference(`the body is ${kindOf(answer.body)}, not a bare list`);
  return answer.body;
}

/** @throws Difference */
export function expectHeader(answer: RawAnswer, name: string, pattern: RegExp): void {
  const value = answer.headers.get(name);
  if (value === null) throw new Difference(`the header ${name} is missing`);
  if (!pattern.test(value)) throw new Difference(`the header ${name} is not like ${pattern.source}`);
}

export function codeIn(body: unknown): string | null {
  const errors = fieldOf(body, 'errors');
  const code = Array.isArray(errors) ? fieldOf(errors[0], 'code') : undefined;
  return typeof code === 'string' ? code : null;
}

/** What something is, without saying what it says. Codes of the contract may be told. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return /^[a-z][a-z_]{2,40}$/i.test(value) ? JSON.stringify(value) : 'another text';
  return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}
