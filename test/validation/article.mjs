/** `npm run article`: builds the worker as well, which its studies run on. */
import { build } from '../../engine/cli/build.mjs';
import { runBundled } from './bundled.mjs';

await build();
await runBundled('article', 'write-article.ts', 'scenarios/article');
