import type { Spec, View } from './chart.ts';

/** Colours that people with any colour vision tell apart (Okabe & Ito 2008), with inks for both themes. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly ground: string;
  readonly today: string;
  readonly change: string;
  readonly better: string;
  readonly worse: string;
  readonly unclear: string;
  /** Attainment bands, low to high. */
  readonly bands: readonly string[];
}

export const PALETTES: Readonly<Record<View['theme'], Palette>> = {
  light: {
    ink: '#1c2733',
    muted: '#55616e',
    grid: '#e3e7eb',
    ground: '#ffffff',
    today: '#6b7785',
    change: '#0072b2',
    better: '#0072b2',
    worse: '#c44e00',
    unclear: '#8a94a0',
    bands: ['#c44e00', '#e8b27a', '#8fc3e6', '#0072b2'],
  },
  dark: {
    ink: '#e8edf2',
    muted: '#a3b0bd',
    grid: '#33404d',
    ground: '#17212b',
    today: '#a3b0bd',
    change: '#56b4e9',
    better: '#56b4e9',
    worse: '#f08a3c',
    unclear: '#8a97a4',
    bands: ['#f08a3c', '#8a5a33', '#2f6d96', '#56b4e9'],
  },
};

/** System fonts, Chinese ones among them, so that nothing is fetched. */
export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif';

/** Room for row labels. */
export function labelRoom(view: View): number {
  return Math.round(Math.min(230, Math.max(96, view.width * 0.28)));
}

/** Width of the plot itself beside labels of `room` pixels. */
export function plotWidth(view: View, room: number): number {
  return Math.max(120, Math.round(view.width - room - 24));
}

/** What all charts share: fonts, inks, quiet grid lines. */
export function dressed(view: View, spec: Spec): Spec {
  const { ink, muted, grid } = PALETTES[view.theme];
  return {
    background: 'transparent',
    padding: { left: 0, right: 12, top: 6, bottom: 4 },
    ...spec,
    config: {
      font: FONT,
      lineBreak: '\n',
      view: { stroke: null },
      axis: {
        labelColor: muted,
        titleColor: muted,
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: 'normal',
        gridColor: grid,
        domain: false,
        tickColor: grid,
        labelLimit: 240,
        labelPadding: 6,
        titlePadding: 8,
      },
      legend: {
        labelColor: ink,
        labelFontSize: 12,
        title: null,
        orient: 'top',
        direction: 'horizontal',
        symbolType: 'circle',
        labelLimit: 320,
        columns: view.width < 560 ? 1 : 0,
        // Above the axis title, which stands on top of the plot.
        offset: 28,
        symbolOpacity: 1,
        symbolStrokeWidth: 2,
      },
      text: { color: ink, fontSize: 12 },
      title: { color: ink, fontSize: 12 },
      header: { labelColor: ink },
    },
  };
}

/** A horizontal axis of numbers. */
export function numbers(title: string, more: Spec = {}): Spec {
  return { title, tickCount: 5, format: ',.4~g', ...more };
}

/** An axis of row labels, as wide as agreed. */
export function rows(room: number): Spec {
  return {
    title: null,
    grid: false,
    ticks: false,
    minExtent: room,
    maxExtent: room,
    labelLimit: room,
    labelLineHeight: 14,
    // Vega places the first line only: of two, the one stands above the middle and the other below it.
    labelBaseline: {
      condition: { test: "indexof(datum.label, '\\n') >= 0", value: 'bottom' },
      value: 'middle',
    },
  };
}

/** A vertical axis of numbers with its title above it. */
export function upright(title: string, more: Spec = {}): Spec {
  return {
    title,
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'start',
    titleY: -14,
    titleX: -50,
    minExtent: 46,
    maxExtent: 46,
    tickCount: 4,
    format: ',.4~g',
    ...more,
  };
}

/** Breaks a name into lines of at most so many columns, a Chinese character counting two. */
export function broken(name: string, room: number): string {
  const most = Math.max(8, Math.floor(room / 6.6));
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of name.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ??
    []) {
    const size = /[\u3000-\u9fff\uff00-\uffef]/.test(word) ? 2 : word.length;
    if (width > 0 && width + word.trimEnd().length > most) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    line += word;
    width += size;
  }
  lines.push(line.trimEnd());
  const shown = lines.filter((one) => one !== '');
  return shown.length <= 3 ? shown.join('\n') : `${shown.slice(0, 3).join('\n')}…`;
}
