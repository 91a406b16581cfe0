import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'samples/**/*.test.ts',
      'tests/**/*.test.ts',
      'benchmarks/**/*.test.ts',
    ],
    globalSetup: ['tests/fixtures/global-setup.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
