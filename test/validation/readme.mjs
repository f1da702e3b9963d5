/** `npm run readme`: the samples of output in the read-me, fresh from the engine. */
import { runBundled } from './bundled.mjs';

await runBundled('readme', 'write-readme.ts', 'README.md');
