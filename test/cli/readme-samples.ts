/**
 * Output that the read-me shows. Above such a block stands what prints it, how the line begins that it goes from, and the
 * one that it goes up to, where it is not all: `<!-- schemelab run STUDY --pay | What each | Change of -->`.
 */
export interface Sample {
  /** Words behind `schemelab`. */
  readonly args: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly shown: string;
  /** Where the shown text begins in the read-me. */
  readonly at: number;
}

const BLOCK = /<!-- schemelab ([^|>]+?)(?: \| ([^|>]+?))?(?: \| ([^|>]+?))? -->\n```text\n([\s\S]*?)```/g;

/** The samples of a text, in order. */
export function samplesIn(text: string): Sample[] {
  return [...text.matchAll(BLOCK)].map(([block, words, from, to, shown]) => ({
    args: words!.split(' '),
    from: from ?? null,
    to: to ?? null,
    shown: shown!,
    at: text.indexOf(block) + block.length - '```'.length - shown!.length,
  }));
}

/** The part of an output that a sample shows. @throws RangeError when the output has no such lines */
export function partOf(output: string, { from, to }: Pick<Sample, 'from' | 'to'>): string {
  const lines = output.replace(/\n+$/, '').split('\n');
  const find = (start: string, after: number): number => {
    const found = lines.findIndex((line, i) => i >= after && line.startsWith(start));
    if (found < 0) throw new RangeError(`the output has no line that begins with “${start}”`);
    return found;
  };
  const first = from === null ? 0 : find(from, 0);
  const end = to === null ? lines.length : find(to, first + 1);
  return `${lines.slice(first, end).join('\n').trimEnd()}\n`;
}

/** The arguments that print a sample from the repository's folder, leaving nothing there. @param out for a run's folder */
export function argsOf({ args }: Sample, out: string): string[] {
  return args[0] === 'run' ? [...args, '--out', out] : [...args];
}

/** The text with every sample as `printed` says. */
export function withSamples(text: string, printed: (sample: Sample) => string): string {
  let result = text;
  // From the last on, so that earlier places stay where they are.
  for (const sample of samplesIn(text).reverse())
    result = result.slice(0, sample.at) + printed(sample) + result.slice(sample.at + sample.shown.length);
  return result;
}
