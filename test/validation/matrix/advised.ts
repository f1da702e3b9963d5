/** What `schemelab advise` names in each row of the matrix, beside what the simulation found of it. */
import { advise } from '../../../engine/experiment/index.ts';
import { bareStudy, type Cell, type Size } from './cells.ts';
import { CONTEXTS, SIZES } from './expected.ts';

/** How many of those ranked last are looked at. */
const LAST = 5;

interface Advised {
  readonly context: string;
  readonly size: Size;
  readonly shortlist: readonly string[];
  /** Mean net value of the shortlist and of those ranked last, a share of gross margin. */
  readonly named: number;
  readonly last: number;
}

function advisedIn(context: string, size: Size, row: readonly Cell[]): Advised {
  const { shortlist, scores } = advise(bareStudy(context, size, 'advice'));
  const meanOf = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + row.find((cell) => cell.id === id)!.value, 0) / ids.length;
  const ids = shortlist.map(({ id }) => id);
  return {
    context,
    size,
    shortlist: ids,
    named: meanOf(ids),
    last: meanOf(scores.slice(-LAST).map(({ id }) => id)),
  };
}

/** The table, and a sentence that counts. @param percent how a share is told */
export function adviceTable(
  rowOf: (context: string, size: Size) => readonly Cell[],
  percent: (x: number) => string,
): string {
  const all = CONTEXTS.flatMap((context) =>
    (Object.keys(SIZES) as Size[]).map((size) => advisedIn(context, size, rowOf(context, size))),
  );
  const count = (holds: (one: Advised) => boolean): string => `${all.filter(holds).length} of ${all.length}`;
  const lines = all.map(
    ({ context, size, shortlist, named, last }) =>
      `| ${context} | ${SIZES[size]} | ${shortlist.join(', ')} | ${percent(named)} | ${percent(last)} |`,
  );
  return `\`schemelab advise\` judges by stated conditions alone. The mean value of its shortlist is above that of the ${LAST} practices it
ranks last in **${count((one) => one.named > one.last)}** rows, and above zero in **${count((one) => one.named > 0)}**.
\`schemelab advise\` 只看所列条件。其短名单的平均价值高于排名最后 ${LAST} 项的有 **${count((one) => one.named > one.last)}** 行，为正的有 **${count((one) => one.named > 0)}** 行。

| trade 行业 | reps 人数 | shortlist 短名单 | its mean value 平均价值 % | of the last ${LAST} 最后 ${LAST} 项 % |
| --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}
