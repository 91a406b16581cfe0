import { describe, expect, it } from 'vitest';
import { TOKEN_BELIEVED_MS, TokenMemory } from './clients.ts';

function memory() {
  const state = { now: 0, asked: 0, live: true, expired: false };
  const tokens = new TokenMemory(
    async () => {
      state.asked += 1;
      return state.live ? { tenantId: 't', clientId: 'c', expired: state.expired } : null;
    },
    () => state.now,
  );
  return { state, tokens };
}

describe('a token that was just verified', () => {
  it('is believed for half a second, however many calls carry it', async () => {
    const { state, tokens } = memory();
    await Promise.all(Array.from({ length: 100 }, () => tokens.find('a')));
    state.now = TOKEN_BELIEVED_MS - 1;
    expect(await tokens.find('a')).toMatchObject({ tenantId: 't' });
    expect(state.asked).toBe(1);
  });

  it('that is revoked elsewhere works for less than a second more [API-1]', async () => {
    const { state, tokens } = memory();
    expect(TOKEN_BELIEVED_MS).toBeLessThan(1_000);
    await tokens.find('a');
    state.live = false;
    state.now = TOKEN_BELIEVED_MS;
    expect(await tokens.find('a')).toBeNull();
  });

  it('is believed from before the question on, so a slow database does not stretch the time', async () => {
    let now = 0;
    let asked = 0;
    const tokens = new TokenMemory(
      async () => {
        asked += 1;
        now += TOKEN_BELIEVED_MS;
        return { tenantId: 't', clientId: 'c', expired: false };
      },
      () => now,
    );
    await tokens.find('a');
    await tokens.find('a');
    expect(asked).toBe(2);
  });

  it('that is unknown, expired, or could not be asked about is asked about every time', async () => {
    const { state, tokens } = memory();
    state.live = false;
    await tokens.find('a');
    state.live = true;
    state.expired = true;
    await tokens.find('a');
    state.expired = false;
    expect(await tokens.find('a')).toMatchObject({ expired: false });
    expect(state.asked).toBe(3);
    const failing = new TokenMemory(() => Promise.reject(new Error('away')));
    await expect(failing.find('a')).rejects.toThrow('away');
    await expect(failing.find('a')).rejects.toThrow('away');
  });

  it('that was revoked here is forgotten at once', async () => {
    const { state, tokens } = memory();
    await tokens.find('a');
    state.live = false;
    tokens.forget('a');
    expect(await tokens.find('a')).toBeNull();
  });
});
