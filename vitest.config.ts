import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Statistical tests of every practice's effect: `npm run test:long`.
    exclude: ['test/**/*.long.test.ts'],
    globalSetup: ['test/build-first.ts'],
    // Only against tests that never end: how long one takes is the machine's affair.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    expect: { poll: { timeout: 1_200_000 } },
    pool: 'forks',
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['engine/**/*.ts'],
      exclude: ['engine/cli/**'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
