import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Spec } from '../../charts/index.ts';

/** Width of a Latin character, relative to the font's size, in the system fonts that reports name; an estimate. */
const LATIN = 0.53;

/** A Chinese character is as wide as it is high. */
const WIDE = 1;

/** Without a canvas Vega cannot measure text and takes every character for equally narrow; so it is told better. */
function measured(item: { fontSize?: number }, text: unknown): number {
  let width = 0;
  for (const char of String(text)) width += /[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? WIDE : LATIN;
  return width * (item.fontSize ?? 11);
}

/**
 * Draws a chart as SVG text, without a browser. Given the same specification and name the text is the same each time.
 *
 * @param name of the chart within its page, so that no two charts of one page share an id
 */
export async function svgOf(spec: Spec, name: string): Promise<string> {
  // Vega exports it, its types do not say so.
  (vega as unknown as { textMetrics: { width: typeof measured } }).textMetrics.width = measured;
  const { spec: drawn } = compile(spec as unknown as TopLevelSpec);
  const runtime = vega.parse(drawn, undefined, { ast: true });
  const view = new vega.View(runtime, {
    renderer: 'none',
    expr: expressionInterpreter,
  } as ConstructorParameters<typeof vega.View>[1]);
  try {
    return renamed(await view.toSVG(), name);
  } finally {
    view.finalize();
  }
}

/** Vega numbers what it clips from one counter for the whole process; here each chart counts for itself. */
function renamed(svg: string, name: string): string {
  const numbers = new Map<string, number>();
  return svg.replace(/(id="|url\(#)((?:clip|gradient)\w*)/g, (_, lead: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return `${lead}${name}-${numbers.get(id)}`;
  });
}
