/** `npm run published`. */
import { runBundled } from './bundled.mjs';

await runBundled('published', 'write-published.ts', 'scenarios/published');
