/** `npm run coverage:interval`. Bundled: under a loader that wraps closures it would take many times as long. */
import { runBundled } from './bundled.mjs';

await runBundled('coverage', 'coverage/measure.ts');
