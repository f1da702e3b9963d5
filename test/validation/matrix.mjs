/** `npm run matrix`. */
import { runBundled } from './bundled.mjs';

await runBundled('matrix', 'write-matrix.ts', 'engine/schemes/matrix.md');
