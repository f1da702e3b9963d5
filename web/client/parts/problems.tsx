import type { VNode } from 'preact';
import type { Problem } from '../../contract/index.ts';
import { language } from '../shell/preferences.ts';
import { problems, problemsAt } from '../study/check.ts';
import type { Path } from '../study/document.ts';
import { unitsNamed } from '../study/written.ts';
import { said, t } from '../texts/index.ts';

/** One problem in plain words. */
export function Wrong({ problem }: { problem: Problem }): VNode {
  const found = unitsNamed(said(problem.found), (unit) => t(`unit.${unit}`));
  return (
    <>
      {sentence(`${found}${t('problem.then')}${said(problem.expected)}`)}
      {problem.suggestion !== null && t('problem.meant', { name: problem.suggestion })}
    </>
  );
}

/** A capital at the start, a full stop at the end, in the reader's writing. */
function sentence(text: string): string {
  return language.value === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
}

/** The problems at a path, to stand beside its field; `id` ties them to it. Those at keys with fields of their own stand there. */
export function ProblemsAt(props: {
  readonly path: Path;
  readonly id?: string;
  readonly except?: readonly string[];
}): VNode | null {
  const { path, id, except = [] } = props;
  const elsewhere = new Set(except.flatMap((key) => problemsAt([...path, key])));
  const found = problemsAt(path).filter((one) => !elsewhere.has(one));
  if (found.length === 0) return null;
  return (
    <div id={id} role="alert">
      {found.map((problem) => (
        <p class="wrong" key={problem.code + problem.path}>
          <Wrong problem={problem} />
        </p>
      ))}
    </div>
  );
}

/** All problems of the study, with where they are. */
export function AllProblems(): VNode | null {
  if (problems.value.length === 0) return null;
  return (
    <details class="notice bad" open>
      <summary>{t('problem.title', { n: problems.value.length })}</summary>
      <ul>
        {problems.value.map((problem) => (
          <li key={problem.code + problem.path}>
            <code>{problem.path}</code> <Wrong problem={problem} />
          </li>
        ))}
      </ul>
    </details>
  );
}
