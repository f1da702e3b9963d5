/**
 * Writes scenarios/published/README.md and README.zh.md afresh: what publications found, and what their studies give.
 * Arguments: the folder; then, to look at some alone without writing, the studies to run.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NormalStudy, readStudy, type StudySource } from '../../engine/study/index.ts';
import { FINDINGS } from './published/all.ts';
import { page, type Result } from './published/page.ts';
import { observe } from './published/run.ts';

const [, , folder, ...only] = process.argv as [string, string, string, ...string[]];
const source: StudySource = {
  read(path, from) {
    const file = from === null ? path : join(dirname(from), path);
    try {
      return { file, text: readFileSync(file, 'utf8') };
    } catch {
      return null;
    }
  },
};

const results: Result[] = [];
for (const finding of FINDINGS) {
  if (only.length > 0 && !only.includes(finding.study)) continue;
  process.stderr.write(`${finding.study}\n`);
  const read = (name: string): NormalStudy => readStudy(join(folder, `${name}.yaml`), source);
  const study = read(finding.study);
  const beside = new Map((finding.beside ?? []).map((name) => [name, read(name)] as const));
  results.push({ finding, study, observed: observe(study, finding.statements, beside) });
}
if (only.length > 0) {
  process.stdout.write(page(results, 'en'));
} else {
  writeFileSync(join(folder, 'README.md'), page(results, 'en'));
  writeFileSync(join(folder, 'README.zh.md'), page(results, 'zh'));
}
