import { describe, expect, it } from 'vitest';
import { ERRORS, isErrorCode } from './errors.ts';
import { PlatformError } from './platform-error.ts';

describe('an error', () => {
  it('takes HTTP status and title from the table, and sentence, field and cause from whoever refuses', () => {
    const cause = new Error('below');
    const error = new PlatformError('invalid_model', 'first_name is too long (maximum is 50 characters)', {
      field: 'first_name',
      message: 'is too long (maximum is 50 characters)',
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'PlatformError',
      code: 'invalid_model',
      status: 400,
      title: 'Invalid Model',
      message: error.detail,
      field: 'first_name',
      fieldMessage: 'is too long (maximum is 50 characters)',
      cause,
    });
  });

  it('has a code of the table, spelled in snake case, with a status that says it is no success', () => {
    for (const [code, { status, title }] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(title.toLowerCase().replaceAll(' ', '_').slice(0, 4)).toBe(code.slice(0, 4));
    }
    expect(isErrorCode('hasOwnProperty')).toBe(false);
    expect(isErrorCode('wrong_status')).toBe(true);
  });
});
