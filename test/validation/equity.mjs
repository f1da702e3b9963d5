/** `npm run equity`. */
import { runBundled } from './bundled.mjs';

await runBundled('equity', 'write-equity.ts', 'engine/model/equity.md');
