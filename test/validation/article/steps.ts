import type { Localised } from '../../../engine/kernel/quantity.ts';
import type { Trial } from '../effects.ts';
import { inBoth, meanOf, percent, type Row, settingOf, span } from '../table.ts';
import { signVerdict } from '../verdicts.ts';
import { text } from './claims.ts';
import { netOf } from './rows.ts';
import { triedFirst } from './trial-first.ts';

/** The studies of small steps, and the practices of each that are also tried alone. */
export const STEPS: readonly {
  readonly study: string;
  readonly bundle: Localised;
  readonly alone: readonly string[];
}[] = [
  {
    study: 'd13-three',
    bundle: text('standard process, automation, territories', '标准流程、自动化、分区'),
    alone: ['structured', 'automation', 'territories'],
  },
  {
    study: 'd13-six',
    bundle: text(
      'goals, lifecycle, training, automation, process control, customer experience',
      '目标导向、生命周期、培训、自动化、过程管控、客户体验',
    ),
    alone: [],
  },
];

/** The rows of a bundle: one after the other, and tried first, each against all at once. */
export function stepRows({ study, bundle, alone }: (typeof STEPS)[number], trial: Trial): Row[] {
  const each = alone.map((id) => percent(netOf(trial, id, 'baseline').mean));
  const practices =
    each.length === 0
      ? bundle
      : text(`${bundle.en} (each alone ${each.join(', ')})`, `${bundle.zh}（各自单用 ${each.join('、')}）`);
  const base = {
    id: 'D13',
    study,
    setting: settingOf(trial.study, practices),
    replications: trial.sample.draws * trial.sample.replications,
  };
  const atOnce = percent(netOf(trial, 'at-once', 'baseline').mean);
  const steps = netOf(trial, 'steps', 'at-once');
  const tried = triedFirst(trial);
  const kept = `${(100 * tried.kept).toFixed(0)} %`;
  const stepsAlone = percent(netOf(trial, 'steps', 'baseline').mean);
  const triedAlone = percent(tried.againstNothing.mean);
  return [
    {
      ...base,
      claim: text(
        'Small steps, not all at once: one every three months',
        '先小步试错，别一口气全上：每三个月上一种',
      ),
      simulated: {
        en: `${meanOf(steps, percent)} against all at once (against nothing: ${stepsAlone} in steps, ${atOnce} at once)`,
        zh: `比一次全上 ${meanOf(steps, percent)}（比不做：分步 ${stepsAlone}，一次全上 ${atOnce}）`,
      },
      interval: inBoth(() => span(steps.range, percent)),
      verdict: signVerdict(steps, 1),
      why: text(
        'One change at a time takes root faster and burdens less; what helps comes later, and so does what harms.',
        '一次一项扎根更快、负担更轻；有益的来得晚，有害的也来得晚。',
      ),
    },
    {
      ...base,
      claim: text(
        'Small steps: reaching people by lot over a year, and dropped at half time unless those reached do better',
        '小步试错：一年内逐人推广，半年时若先行者不占优则放弃',
      ),
      simulated: {
        en: `${meanOf(tried.againstAtOnce, percent)} against all at once (against nothing: ${triedAlone} tried first, ${atOnce} at once); kept in ${kept} of firms`,
        zh: `比一次全上 ${meanOf(tried.againstAtOnce, percent)}（比不做：先试 ${triedAlone}，一次全上 ${atOnce}）；${kept} 的公司予以保留`,
      },
      interval: inBoth(() => span(tried.againstAtOnce.range, percent)),
      verdict: signVerdict(tried.againstAtOnce, 1),
      why: text(
        'A trial saves what failure costs and delays what success brings; half a year of a few people’s sales says little of which it is.',
        '试点省下失败的代价，也推迟成功的收益；少数人半年的业绩难以看出成败。',
      ),
    },
  ];
}
