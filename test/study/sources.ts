import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type NormalStudy, ProblemsError, readStudy, type StudySource } from '../../engine/study/index.ts';

/** Files held in memory, by name; names are relative to the file that mentions them. */
export function memory(files: Readonly<Record<string, string>>): StudySource {
  return {
    read(path, from) {
      const file = normalize(from === null ? path : join(dirname(from), path));
      const text = files[file];
      return text === undefined ? null : { file, text };
    },
  };
}

/** Files of the project. */
export const disk: StudySource = {
  read(path, from) {
    const file = from === null ? path : join(dirname(from), path);
    try {
      return { file, text: readFileSync(file, 'utf8') };
    } catch {
      return null;
    }
  },
};

/** A study from text; `#` lines of the preamble may be left out: version and context are added when `body` names none. */
export function study(body: string, files: Readonly<Record<string, string>> = {}): NormalStudy {
  return readStudy('study.yaml', memory({ 'study.yaml': withHead(body), ...files }));
}

/** The problems of such a study, as `line:column code`; lines count from the body's first. */
export function problemsOf(body: string, files: Readonly<Record<string, string>> = {}): string[] {
  try {
    study(body, files);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map((p) => `${p.line - HEAD_LINES}:${p.column} ${p.code}`);
  }
  return [];
}

const HEAD = 'schemelab: 1\ncontext: b2b-saas\n';
const HEAD_LINES = 2;

function withHead(body: string): string {
  return HEAD + body;
}
