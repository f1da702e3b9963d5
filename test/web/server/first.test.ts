import { expect, test } from 'vitest';
import { firstResults } from './first.ts';
import { startServer } from './serving.ts';

test('the study that the page begins with shows something soon, whatever the question', async () => {
  const server = await startServer();
  try {
    const list = await firstResults(server.url, (id) => id === 'b2b-saas');
    expect(list.map(({ question }) => question)).toEqual(['pay', 'mix', 'rollout']);
    for (const { question, rough, replications } of list) {
      console.info(`${question}: rough after ${rough.toFixed(0)} ms, ${replications} worlds`);
      // Fewer worlds than a draw has: the look comes before the run's own first result.
      expect(replications).toBeLessThan(5);
      // How soon is the machine's affair here; `npm run load -- --first` holds every industry to a second.
      expect(rough).toBeGreaterThan(0);
    }
  } finally {
    await server.end();
  }
});
