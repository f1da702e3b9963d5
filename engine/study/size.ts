import { endsOf, type Localised } from '../kernel/quantity.ts';
import type { NormalStudy } from './normal.ts';
import { PARAMETER } from './parameters.ts';

/** Most customers at the start of a warm-up: about 200 MB a worker. */
const MOST_CUSTOMERS = 1_000_000;

/** Most market leads a month. */
const MOST_LEADS = 500_000;

/** Most replications, every alternative counting: some 700 MB of figures held for the comparison. */
const MOST_RESULTS = 1_000_000;

/** Most figures of one parameter draw, seats and months of every alternative and replication together: 400 MB. */
const MOST_FIGURES = 50_000_000;

/** Rough figures kept per seat, and per month, of a replication. */
const PER_SEAT = 12;
const PER_MONTH = 24;

/** Something of which a study asks for more than memory can hold. */
export interface TooMuch {
  /** The section of the study that asks for it. */
  readonly section: 'company' | 'run';
  readonly found: Localised;
  readonly expected: Localised;
}

/** What a study asks too much of, whole numbers of it; empty for any study of sane size. */
export function tooMuch(study: NormalStudy): TooMuch[] {
  const { run, reps } = study;
  const alternatives = study.alternatives.length;
  const months = Math.ceil(run.horizonDays / 21);
  const perReplication = (reps + study.inertReps) * PER_SEAT + months * PER_MONTH;
  const list: [TooMuch['section'], number, number, string, string][] = [
    ['company', reps * highest(study, 'customers.base-per-rep'), MOST_CUSTOMERS, 'customers', '名客户'],
    [
      'company',
      reps * highest(study, 'market.leads-per-rep-month'),
      MOST_LEADS,
      'leads a month',
      '条线索（每月）',
    ],
    [
      'run',
      run.maxDraws * run.replicationsPerDraw * alternatives,
      MOST_RESULTS,
      'replications, every alternative counted',
      '次模拟（各备选合计）',
    ],
    [
      'run',
      run.replicationsPerDraw * alternatives * perReplication,
      MOST_FIGURES,
      'figures of seats and months in one draw: fewer replications-per-draw',
      '个席位与月度数值（每组抽样）：请减少 replications-per-draw',
    ],
  ];
  return list
    .filter(([, asked, most]) => asked > most)
    .map(([section, asked, most, en, zh]) => ({
      section,
      found: { en: `asks for ${Math.round(asked)} ${en}`, zh: `共需 ${Math.round(asked)} ${zh}` },
      expected: { en: `expected at most ${most}`, zh: `最多 ${most}` },
    }));
}

/** The highest value a parameter may take. */
function highest(study: NormalStudy, id: string): number {
  return endsOf(study.world.scalars[id] ?? PARAMETER.get(id)!.fallback)[1];
}
