import { PRESETS } from '../../../engine/study/presets/index.ts';
import { EXTREMES, expectedIn, type Range } from './expected.ts';
import { type Cell, LOOKED_AT } from './judge.ts';
import { NAMES_ZH } from './names-zh.ts';

/** What came out in one context. */
export interface ContextResult {
  readonly context: string;
  readonly replications: number;
  readonly cells: readonly Cell[];
  readonly laughable: readonly string[];
}

const HEAD = `# Extreme conditions 极端情形

Made by \`npm run extremes\`; do not edit. 由 \`npm run extremes\` 生成，请勿手改。

A model's first test: what happens if nobody is paid, if half the force leaves on one day, if everything is done at once? Ranges of what should come out within two years were written down before anything was computed (\`test/validation/extremes/expected.ts\`, with the reasons). They hold sign and order of magnitude. Changes against today in per cent; exits as a multiple of today's. Figures outside their range are set in bold with the range behind them.

模型的第一道检验：分文不付、一天之内半数人离职、所有做法一起上，会怎样？两年内应有的结果范围在计算之前写定（\`test/validation/extremes/expected.ts\`，附理由），只规定正负与数量级。数字为相对今日的变化百分比，离职为今日的倍数；超出范围者以粗体标出，并附范围。
`;

const HEADINGS: Readonly<Record<string, string>> = {
  bookings: 'Bookings 签约额',
  contribution: 'Net contribution 净贡献',
  value: 'Net value 净价值',
  turnover: 'Exits 离职',
};

/** The whole page. */
export function page(results: readonly ContextResult[]): string {
  const all = results.flatMap(({ cells }) => cells);
  const agree = all.filter((one) => one.agrees).length;
  const summary = `As expected: ${agree} of ${all.length}. 符合预期：${agree}/${all.length}。`;
  return `${HEAD}\n${summary}\n\n${results.map(section).join('\n')}`;
}

function section({ context, replications, cells, laughable }: ContextResult): string {
  const { name } = PRESETS.find(({ id }) => id === context)!;
  const columns = LOOKED_AT.map(([looked]) => HEADINGS[looked]!);
  const rows = Object.keys(EXTREMES).map((id) => {
    const own = cells.filter(({ extreme }) => extreme === id);
    return `| ${EXTREMES[id]!.name} ${NAMES_ZH[id]!} | ${own.map(cellText).join(' | ')} |`;
  });
  const worst =
    laughable.length === 0
      ? 'No absurd alternative beats today for certain by net value. 没有荒唐的方案在净价值上确定胜过今日。'
      : `**Absurd, and yet better than today for certain by net value 荒唐却确定胜过今日:** ${laughable
          .map((id) => `${EXTREMES[id]!.name} ${NAMES_ZH[id]!}`)
          .join('; ')}.`;
  return [
    `## ${name.en} ${name.zh} (\`${context}\`)`,
    '',
    `${replications} replications of two years. 两年，${replications} 次重复。 ${worst}`,
    '',
    `| Extreme 极端 | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

function cellText({ looked, computed, expected, agrees }: Cell): string {
  const told = looked === 'turnover' ? `×${computed.toFixed(2)}` : `${signed(computed)} %`;
  return agrees ? told : `**${told}** (${rangeText(expected, looked === 'turnover')})`;
}

function rangeText([low, high]: Range, times: boolean): string {
  const end = (x: number): string => (Number.isFinite(x) ? (times ? `×${x}` : signed(x)) : '…');
  return `${end(low)} … ${end(high)}`;
}

function signed(x: number): string {
  const digits = Math.abs(x) < 10 ? 1 : 0;
  const text = Math.abs(x).toFixed(digits);
  return x < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Contexts that have an expectation of every extreme: all of them. */
export const CONTEXTS: readonly string[] = PRESETS.map(({ id }) => id);

for (const id of Object.keys(EXTREMES)) {
  if (NAMES_ZH[id] === undefined) throw new Error(`no Chinese name of ${id}`);
  for (const context of CONTEXTS) expectedIn(EXTREMES[id]!, context);
}
