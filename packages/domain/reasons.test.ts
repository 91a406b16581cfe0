import { describe, expect, it } from 'vitest';
import { isReason, REASON_CODES, REASONS, RESULT_BY_GROUP, visibleReason } from './reasons.ts';
import { STATUS_CODES } from './statuses.ts';

describe('reasons', () => {
  it('are shown with canceled and aborted only, never with failed [API-5]', () => {
    const shown = STATUS_CODES.filter((status) => visibleReason(status, 'ID_GLARE') !== null);
    expect(shown).toEqual(['aborted', 'canceled']);
    expect(visibleReason('canceled', 'ID_GLARE')).toBe('ID_GLARE');
    expect(visibleReason('canceled', null)).toBeNull();
  });

  it('belong to the group that their first word says', () => {
    const groupByWord: Record<string, string> = {
      USER_CANCELLATION: 'ABORTED',
      APP_CANCELLATION: 'ABORTED',
      WARNING: 'FRAUD_SUSPICION_CONFIRMED',
      OTHER_ERROR: 'FAILED',
    };
    for (const code of REASON_CODES) {
      const word = Object.keys(groupByWord).find((start) => code.startsWith(start));
      expect(REASONS[code].group, code).toBe(word === undefined ? 'CANCELLED' : groupByWord[word]);
    }
  });

  it('of the list spelled CANCELLED go with the result CANCELED', () => {
    expect(RESULT_BY_GROUP.CANCELLED).toBe('CANCELED');
  });

  it('are known by their exact code', () => {
    expect(isReason('ID_BLURRY')).toBe(true);
    for (const other of ['id_blurry', 'ID_BLUR', 'constructor', '', undefined]) expect(isReason(other)).toBe(false);
  });
});
