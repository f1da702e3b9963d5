/** `npm run baselines`. */
import { runBundled } from './bundled.mjs';

await runBundled('baselines', 'write-baselines.ts', 'engine/model/baselines.md');
