import type { Language } from '../kernel/format.ts';
import { practiceWeeks, WEEK_USES, type Week, type Weeks } from '../run/index.ts';
import { draftStudy, presetById } from '../study/index.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  en: {
    title: 'A rep’s week, in hours',
    head: ['', 'Before', 'First week', 'A year on', 'Change'],
    all: 'In all',
    overtime: 'of which overtime',
  },
  zh: {
    title: '销售的一周（小时）',
    head: ['', '之前', '第一周', '一年后', '变化'],
    all: '合计',
    overtime: '其中加班',
  },
} as const;

/** What a practice makes of the week of a rep in a usual company of an industry. */
export function weeksOfPractice(id: string, industry: string): Weeks {
  return practiceWeeks(draftStudy(presetById(industry)!), [id]).get(id)!;
}

/** The same as a table: uses that nothing is spent on are left out. */
export function weekLines({ before, starting, settled }: Weeks, language: Language): string[] {
  const words = WORDS[language];
  const row = (name: string, of: (week: Week) => number): string[] => {
    const change = of(settled) - of(before);
    const sign = Math.abs(change) < 0.05 ? '' : change > 0 ? '+' : '−';
    return [
      name,
      ...[before, starting, settled].map((week) => of(week).toFixed(1)),
      sign + Math.abs(change).toFixed(1),
    ];
  };
  const uses = WEEK_USES.filter(({ id }) =>
    [before, starting, settled].some(({ hours }) => hours[id] >= 0.05),
  );
  const total = ({ hours }: Week): number => WEEK_USES.reduce((sum, { id }) => sum + hours[id], 0);
  return [
    `${words.title}:`,
    ...textTable(
      words.head,
      [
        ...uses.map(({ id, name }) => row(name[language], ({ hours }) => hours[id])),
        row(words.all, total),
        row(words.overtime, ({ overtime }) => overtime),
      ],
      ['left', 'right', 'right', 'right', 'right'],
    ),
  ];
}
