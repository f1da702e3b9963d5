/** Vitest for `npm run test:long`: statistical tests of what every practice does, too long for each change. */
import { defineConfig } from 'vitest/config';
import usual from '../vitest.config.ts';

export default defineConfig({
  test: {
    ...usual.test,
    root: new URL('../', import.meta.url).pathname,
    include: ['test/**/*.long.test.ts'],
    exclude: [],
  },
});
