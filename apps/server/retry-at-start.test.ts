import { DatabaseUnavailable, StartError } from '@reident/store';
import { describe, expect, it, vi } from 'vitest';
import { retryAtStart } from './retry-at-start.ts';

const away = () => new DatabaseUnavailable(new Error('Query read timeout'));

describe('a step of the start', () => {
  it('is repeated while the database is away', async () => {
    const answers = [Promise.reject(away()), Promise.reject(away()), Promise.resolve('here')];
    for (const answer of answers) answer.catch(() => undefined);
    expect(await retryAtStart(() => answers.shift() ?? Promise.reject(new Error('asked again')))).toBe('here');
    expect(answers).toEqual([]);
  });

  it('gives up with one line for the operator when the database stays away', async () => {
    let asked = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => asked * 15);
    try {
      const refused = retryAtStart(() => {
        asked += 1;
        return Promise.reject(away());
      }, 20);
      await expect(refused).rejects.toThrow(StartError);
    } finally {
      clock.mockRestore();
    }
    expect(asked).toBe(2);
  });

  it('that fails for another reason fails at once', async () => {
    let asked = 0;
    const refused = retryAtStart(() => {
      asked += 1;
      return Promise.reject(new Error('a bug'));
    });
    await expect(refused).rejects.toThrow('a bug');
    expect(asked).toBe(1);
  });
});
