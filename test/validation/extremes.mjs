/** `npm run extremes`. */
import { runBundled } from './bundled.mjs';

await runBundled('extremes', 'write-extremes.ts', 'engine/model/extremes.md');
