import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from 'vega';
import type { Chart } from '../../charts/index.ts';
import { t } from '../texts/index.ts';

/** A chart drawn by Vega without eval; the same can be saved as a picture. */
export function Drawing({ chart }: { chart: Chart }): VNode {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<View | null>(null);
  const spec = JSON.stringify(chart.spec);
  useEffect(() => {
    let gone = false;
    void draw(spec, place.current!).then((made) => {
      if (gone) made.finalize();
      else view.current = made;
    });
    return () => {
      gone = true;
      view.current?.finalize();
      view.current = null;
    };
  }, [spec]);
  return (
    <>
      <div class="drawing" role="img" aria-label={chart.words}>
        {/* Vega's own roles inside would be read mark by mark; the words say it better. */}
        <div ref={place} aria-hidden="true" />
      </div>
      <p class="row">
        <button type="button" class="plain" onClick={() => void save(view.current, chart.id, 'svg')}>
          {t('compare.svg')}
        </button>
        <button type="button" class="plain" onClick={() => void save(view.current, chart.id, 'png')}>
          {t('compare.png')}
        </button>
      </p>
    </>
  );
}

async function draw(spec: string, place: HTMLElement): Promise<View> {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  const { spec: drawn } = compile(JSON.parse(spec));
  const runtime = vega.parse(drawn, undefined, { ast: true });
  const options = { renderer: 'svg', container: place, expr: expressionInterpreter, hover: false };
  const view = new vega.View(runtime, options as ConstructorParameters<typeof vega.View>[1]);
  await view.runAsync();
  return view;
}

async function save(view: View | null, name: string, kind: 'svg' | 'png'): Promise<void> {
  if (view === null) return;
  const url =
    kind === 'png'
      ? await view.toImageURL('png', 2)
      : URL.createObjectURL(new Blob([await view.toSVG()], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${kind}`;
  link.click();
}
