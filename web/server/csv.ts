import type { RunResult } from '../contract/index.ts';

const HEAD = [
  'alternative',
  'metric',
  'unit',
  'mean',
  'low',
  'high',
  'difference',
  'difference low',
  'difference high',
  'chance that the change is for the better',
];

/** A result as a table for a spreadsheet: a row per alternative and metric. */
export function summaryCsv(result: RunResult): string {
  const rows: (string | number | null)[][] = [HEAD];
  for (const { id, metrics } of result.alternatives) {
    const against = result.comparisons.find((one) => one.alternative === id);
    for (const [name, metric] of Object.entries(metrics)) {
      const d = against?.metrics[name];
      rows.push([
        ...[id, name, metric.unit, metric.mean, ...metric.interval],
        ...(d === undefined ? [null, null, null, null] : [d.mean, ...d.interval, d.probabilityBetter]),
      ]);
    }
  }
  // Spreadsheets on Windows need the mark to read UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
