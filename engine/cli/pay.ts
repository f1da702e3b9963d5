import type {
  Effect,
  GroupChange,
  Histogram,
  PayOutcome,
  PaySplit,
  ReachedMark,
} from '../experiment/index.ts';
import { formatDifference, formatRange, formatShare, formatValue, type Language } from '../kernel/format.ts';
import type { NormalStudy } from '../study/index.ts';
import { PAY_WORDS } from './pay-words.ts';
import { type Align, textTable, width, wrap } from './text-table.ts';

/** Columns that nothing here exceeds, and of an alternative's id. */
const COLUMNS = 100;
const NAME = 20;

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** What every plan pays as tables, an alternative a row: cost, who reaches what, when bookings come, what changes for whom. */
export function payText(
  study: NormalStudy,
  outcomes: readonly PayOutcome[],
  splits: readonly PaySplit[],
  language: Language,
): string[] {
  const tables = new PayTables(study, language);
  const parts = [
    tables.cost(outcomes),
    tables.reached(outcomes),
    tables.spread(outcomes),
    tables.people(outcomes),
    tables.tenths(outcomes),
    splits.length > 0 ? tables.split(splits) : [],
    tables.winners(outcomes.filter((one) => one.winners !== null)),
    tables.notes(outcomes, splits),
  ];
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]);
  return [PAY_WORDS[language].title, ...lines];
}

class PayTables {
  readonly #study: NormalStudy;
  readonly #language: Language;

  constructor(study: NormalStudy, language: Language) {
    this.#study = study;
    this.#language = language;
  }

  get #words() {
    return PAY_WORDS[this.#language];
  }

  cost(outcomes: readonly PayOutcome[]): string[] {
    const { cost, fairness } = this.#words;
    const single = outcomes.every((one) => one.payCostYear !== null);
    const head = [
      single ? cost.single : cost.averaged,
      cost.usual,
      cost.dear,
      cost.sales,
      fairness.slope,
      fairness.correlation,
      fairness.inversions,
    ];
    const rows = outcomes.map((one) => {
      const { p50, p90 } = single ? one.payCostYear! : one.payCost;
      return [
        this.#name(one.alternative),
        this.#money(p50),
        this.#money(p90),
        share(one.costOfSales),
        share(one.fairness?.slope),
        one.fairness?.correlation.toFixed(2) ?? '–',
        share(one.fairness?.inversions),
      ];
    });
    return table(head, rows);
  }

  reached(outcomes: readonly PayOutcome[]): string[] {
    const { reached } = this.#words;
    const mark = (one: ReachedMark | undefined, quota: boolean): string =>
      one === undefined
        ? '–'
        : `${formatShare(one.share)}${quota ? '' : ` (${percent(one.at)}${one.own ? '' : '*'})`}`;
    const rows = outcomes.map((one) => [
      this.#name(one.alternative),
      mark(one.reached?.threshold, false),
      mark(one.reached?.target, true),
      mark(one.reached?.excellence, false),
    ]);
    const head = [reached.title, reached.threshold, reached.target, reached.excellence];
    return table(head, rows);
  }

  spread(outcomes: readonly PayOutcome[]): string[] {
    const { spread } = this.#words;
    const rows = outcomes.map((one) => [
      this.#name(one.alternative),
      bars(one.attainmentShares),
      bars(one.payoutShares),
    ]);
    const head = [spread.title, spread.attainment, spread.payout];
    return table(head, [...rows, ['', spread.scale, spread.scale]], ['left', 'left', 'left']);
  }

  people(outcomes: readonly PayOutcome[]): string[] {
    const { people } = this.#words;
    const spread = (q: PayOutcome['attainment'], say: (x: number) => string): string =>
      q === null ? '–' : `${say(q['50'])} (${say(q['5'])} – ${say(q['95'])})`;
    const rows = outcomes.map((one) => [
      this.#name(one.alternative),
      spread(one.attainment, formatShare),
      spread(one.variablePay, (x) => this.#money(x)),
    ]);
    return table([people.title, people.attainment, people.variable], rows);
  }

  tenths(outcomes: readonly PayOutcome[]): string[] {
    const told = outcomes.filter((one) => one.linearity !== null);
    if (told.length === 0) return [];
    const row = (name: string, shares: readonly number[], evenly: readonly number[]): string[] => [
      name,
      strip(shares.map((one, i) => (evenly[i]! > 0 ? one / evenly[i]! : 0))),
      ...shares.map((one) => (100 * one).toFixed(1)),
    ];
    const rows = told.flatMap(({ alternative, linearity }, i) => {
      const { shares, evenly } = linearity!;
      const own = row(
        this.#name(alternative),
        shares.map(({ mean }) => mean ?? 0),
        evenly,
      );
      // What the days alone would bring is told once for all plans with the same period.
      const next = told[i + 1]?.linearity?.evenly;
      const last = next === undefined || next.some((one, k) => one !== evenly[k]);
      return last ? [own, row(`  ${this.#words.evenly}`, evenly, evenly)] : [own];
    });
    const numbers = Array.from({ length: 10 }, (_, i) => String(i + 1));
    return [this.#words.tenths, ...table(['', '', ...numbers], rows, ['left', 'left'])];
  }

  /** A row for every part, so that both ends of every interval find room. */
  split(splits: readonly PaySplit[]): string[] {
    const { split } = this.#words;
    const range = (one: Effect): string =>
      one.interval[0] === null || one.mean === 0
        ? ''
        : formatRange(one.interval, 'money', this.#study.currency, this.#language);
    const rows = splits.flatMap((one) =>
      (['mechanics', 'behaviour', 'practices', 'total'] as const).flatMap((part) => {
        const effect = one[part];
        if (effect === null) return [];
        const name = part === 'mechanics' ? this.#name(one.alternative) : '';
        const change = effect.mean === null ? '–' : effect.mean === 0 ? '0' : this.#change(effect.mean);
        return [[name, split[part], change, range(effect)]];
      }),
    );
    return [
      split.title,
      ...table(['', '', split.change, split.range], rows, ['left', 'left', 'right', 'right']),
    ];
  }

  /** Groups are rows here, alternatives columns, as many side by side as fit. */
  winners(changed: readonly PayOutcome[]): string[] {
    const { winners } = this.#words;
    const cell = ({ change, lose }: GroupChange): string => {
      if (change === null) return '–';
      return `${change === 0 ? '0' : this.#change(change)}; ${share(lose)}`;
    };
    const draw = (list: readonly PayOutcome[]): string[] => {
      const group = (
        title: string,
        names: readonly string[],
        by: keyof NonNullable<PayOutcome['winners']>,
      ) => [
        [title],
        ...names.map((name, g) => [`  ${name}`, ...list.map((one) => cell(one.winners![by][g]!))]),
      ];
      return table(
        [winners.title, ...list.map((one) => this.#name(one.alternative))],
        [
          ...group(winners.attainment, winners.fifths, 'byAttainment'),
          ...group(winners.ability, winners.fifths, 'byAbility'),
          ...group(winners.tenure, winners.tenures, 'byTenure'),
        ],
      );
    };
    const blocks: PayOutcome[][] = [];
    for (const one of changed) {
      const block = blocks.at(-1);
      if (block === undefined || width(draw([...block, one])[1]!) > COLUMNS) blocks.push([one]);
      else block.push(one);
    }
    return blocks.flatMap((block, i) => [...(i > 0 ? [''] : []), ...draw(block)]);
  }

  notes(outcomes: readonly PayOutcome[], splits: readonly PaySplit[]): string[] {
    const { notes } = this.#words;
    const marks = outcomes.flatMap(({ reached }) =>
      reached === null ? [] : [reached.threshold, reached.excellence],
    );
    const halves = outcomes.flatMap(
      ({ linearity }) =>
        linearity?.shares.map(({ mean, interval: [low, high] }) =>
          Math.max((high ?? 1) - (mean ?? 0), (mean ?? 1) - (low ?? 0)),
        ) ?? [],
    );
    const list = [
      outcomes.every((one) => one.payCostYear !== null) ? notes.single : notes.averaged,
      notes.slope,
      ...(marks.length > 0 ? [notes.reached] : []),
      ...(marks.some(({ own }) => !own) ? [notes.usual] : []),
      ...(halves.length > 0 ? [notes.tenths((100 * Math.max(...halves)).toFixed(1))] : []),
      ...(splits.length > 0 ? [notes.split] : []),
      ...(splits.some((one) => one.practices !== null) ? [notes.practices] : []),
      ...(outcomes.some((one) => one.winners !== null) ? [notes.winners] : []),
    ];
    return list.flatMap((note) => wrap(note, COLUMNS));
  }

  #name(alternative: string): string {
    if (alternative === this.#study.alternatives[0]!.id) return this.#words.today;
    if (width(alternative) <= NAME) return alternative;
    // Both ends, because names often differ at one of them only.
    return `${alternative.slice(0, NAME - 8)}…${alternative.slice(-7)}`;
  }

  #money(x: number): string {
    return formatValue(x, 'money', this.#study.currency, this.#language);
  }

  #change(x: number): string {
    return formatDifference(x, 'money', this.#study.currency, this.#language);
  }
}

/** A table whose first column stands left and, unless told otherwise, all others right. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[] = ['left'],
): string[] {
  return textTable(
    head,
    rows.map((row) => head.map((_, i) => row[i] ?? '')),
    head.map((_, i) => align[i] ?? 'right'),
  );
}

/** Shares as blocks, the largest the tallest; what is there at all shows. */
function bars(histogram: Histogram | null): string {
  return histogram === null ? '–' : strip(histogram.shares);
}

function strip(values: readonly number[]): string {
  const most = Math.max(...values, 1e-12);
  return values.map((x) => (x > 0 ? BLOCKS[Math.min(7, Math.floor((x / most) * 7.999))]! : ' ')).join('');
}

function percent(x: number): string {
  return `${Number((100 * x).toPrecision(4))} %`;
}

function share(x: number | null | undefined): string {
  return x === null || x === undefined ? '–' : formatShare(x);
}
