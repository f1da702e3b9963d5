import type { PayoutCurve } from '../incentive/index.ts';
import { pad, width } from './text-table.ts';

/** Size of the drawing, in columns and lines of the terminal. */
const COLUMNS = 61;
const LINES = 12;

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * A payout curve in characters: pay upward, level rightward, and below it the marginal rate as a strip of blocks.
 *
 * @param top the rightmost level
 * @param money how amounts stand beside the vertical axis
 * @param level how levels stand below the horizontal one
 * @param strip what the strip shows, and its tallest block's value
 */
export function payoutChart(
  curve: PayoutCurve,
  top: number,
  money: (x: number) => string,
  level: (x: number) => string,
  strip: (highest: number) => string,
): string[] {
  const levels = Array.from({ length: COLUMNS }, (_, i) => (top * i) / (COLUMNS - 1));
  const pays = levels.map(curve.pay);
  const highest = Math.max(...pays, 1e-9);
  const heights = pays.map((pay) => Math.round((Math.max(0, pay) / highest) * (LINES - 1)));
  const labels = Array.from({ length: LINES }, (_, line) =>
    line % 4 === 3 || line === 0 ? money((highest * (LINES - 1 - line)) / (LINES - 1)) : '',
  );
  const margin = Math.max(...labels.map(width));
  const lines = labels.map((label, line) => {
    const height = LINES - 1 - line;
    const row = heights.map((at, i) => mark(at, heights[i - 1] ?? at, height)).join('');
    return `${pad(label, margin, 'right')} ┤${row}`.trimEnd();
  });
  const slopes = levels.map((x) => Math.max(0, curve.slope(x)));
  const steepest = Math.max(...slopes);
  const blocks = slopes.map((slope) =>
    steepest > 0 && slope > 0 ? BLOCKS[Math.min(7, Math.floor((slope / steepest) * 7.999))]! : ' ',
  );
  const indent = ' '.repeat(margin);
  return [
    ...lines,
    `${indent} └${axis()}`,
    `${indent}  ${ticks(level, top)}`.trimEnd(),
    ...(steepest > 0 ? [`${indent}  ${blocks.join('')}`.trimEnd(), `${indent}  ${strip(steepest)}`] : []),
  ];
}

/** The curve's own place, or the stroke of a jump on the way there. */
function mark(at: number, before: number, height: number): string {
  if (height === at) return '●';
  return height < at && height > before ? '│' : ' ';
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

function axis(): string {
  const line = new Array<string>(COLUMNS).fill('─');
  for (const share of QUARTERS) line[Math.round(share * (COLUMNS - 1))] = '┴';
  return line.join('');
}

function ticks(level: (x: number) => string, top: number): string {
  let line = '';
  for (const share of QUARTERS) {
    const label = level(top * share);
    const at = Math.round(share * (COLUMNS - 1)) - Math.floor(width(label) / 2);
    line = pad(line, Math.max(0, at), 'left') + label;
  }
  return line;
}
