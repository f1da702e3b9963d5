import { formatDifference, formatMoney, type Language } from '../../../engine/kernel/format.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { effect } from '../effects.ts';
import { Replications } from '../published/run.ts';
import { inBoth, meanOf, type Row, settingOf, span } from '../table.ts';
import { levelVerdict } from '../verdicts.ts';
import { text } from './claims.ts';

/** The largest account claimed, CNY a year. */
const CLAIMED = 1_000_000;

/**
 * Yearly value of the largest account at the end of the horizon, which no metric tells, of the baseline and of the first
 * alternative: [draw × replications a draw].
 */
export function largestAccounts(study: NormalStudy): { before: number[]; after: number[] } {
  const runs = new Replications(study);
  const before: number[] = [];
  const after: number[] = [];
  for (let draw = 0; draw < study.run.maxDraws; draw++) {
    runs.each(draw, (arms) => {
      const largest = (id: string): number => {
        const { customers, market } = arms(id).world;
        let most = 0;
        for (let row = 0; row < market.customers[0]!; row++) {
          if (customers.state[row] === 1) most = Math.max(most, customers.recurring[row]!);
        }
        return most;
      };
      before.push(largest('baseline'));
      after.push(largest(study.alternatives[1]!.id));
    });
  }
  return { before, after };
}

/** The row of the largest account, with key-account managers and without. */
export function accountRow(file: string, claim: Row['claim'], study: NormalStudy): Row {
  const { before, after } = largestAccounts(study);
  const none = before.map(() => 0);
  const each = study.run.replicationsPerDraw;
  const change = effect(after, before, each);
  const share = (list: readonly number[]): string =>
    `${Math.round((100 * list.filter((x) => x > CLAIMED).length) / list.length)} %`;
  const money = (x: number, l: Language): string => formatMoney(x, study.currency, l);
  const more = (x: number, l: Language): string => formatDifference(x, 'money', study.currency, l);
  const from = effect(before, none, each);
  const to = effect(after, none, each);
  return {
    id: 'D06',
    study: file,
    claim,
    setting: settingOf(study),
    simulated: {
      en: `largest account from ${money(from.mean, 'en')} to ${money(to.mean, 'en')}: ${meanOf(change, (x) => more(x, 'en'))}; over ¥1 m in ${share(before)} of firms without, ${share(after)} with`,
      zh: `最大客户从 ${money(from.mean, 'zh')} 到 ${money(to.mean, 'zh')}：${meanOf(change, (x) => more(x, 'zh'))}；超过百万的公司：不采用 ${share(before)}，采用 ${share(after)}`,
    },
    interval: inBoth((l) => span(change.range, (x) => more(x, l))),
    replications: before.length,
    verdict: levelVerdict(from, to, change, CLAIMED),
    why: text(
      'The largest of many accounts of very unequal size is large by chance; a manager of its own can keep and widen it, at a cost that is the same for a small one.',
      '众多大小悬殊的客户中，最大者之大多属偶然；专职经理能留住并扩展它，但管小客户的成本也一样。',
    ),
  };
}
