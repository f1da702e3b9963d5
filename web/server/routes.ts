import { z } from 'zod';
import * as contract from '../contract/index.ts';

/** A path of the API as its document tells it. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters as `:id`. */
  readonly path: string;
  readonly summary: contract.Localised;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Status and content of the answer when all is well; a text names a media type without schema. */
  readonly answer: { readonly status: number; readonly content: z.ZodType | string | null };
  /** Content of the answer with status 202, while what was asked for is being made. */
  readonly meanwhile?: z.ZodType;
  /** Statuses of refusals beside those any path may give. */
  readonly refusals?: readonly number[];
}

const ok = (content: z.ZodType | string): Route['answer'] => ({ status: 200, content });

export const health = z.strictObject({
  ok: z.literal(true),
  engine: z.string(),
  running: z.number().int(),
  queued: z.number().int(),
});

export const language = z.object({ lang: z.enum(['en', 'zh']).optional() });

/** Every path of the API. The server registers exactly these, a test sees to it. */
export const ROUTES = {
  health: {
    method: 'get',
    path: '/health',
    summary: { en: 'Whether the server is well', zh: '服务器是否正常' },
    answer: ok(health),
  },
  catalogue: {
    method: 'get',
    path: '/catalogue',
    summary: {
      en: 'Practices, industries, parameters, levers, metrics, plans and example studies',
      zh: '管理方案、行业、参数、杠杆、指标、薪酬方案与示例研究',
    },
    answer: ok(contract.catalogue),
  },
  weeks: {
    method: 'get',
    path: '/contexts/:context/weeks',
    summary: {
      en: 'What each practice makes of a rep’s week in a usual company of an industry',
      zh: '各方案使行业通常公司中销售的一周工时如何变化',
    },
    answer: ok(contract.weeks),
    refusals: [404, 503],
  },
  checkStudy: {
    method: 'post',
    path: '/studies/check',
    summary: { en: 'Check a study and say what it was understood to be', zh: '检查研究，并说明理解成了什么' },
    body: contract.studyQuestion,
    answer: ok(contract.studyAnswer),
    refusals: [400, 413],
  },
  checkPlan: {
    method: 'post',
    path: '/plans/check',
    summary: { en: 'Check a pay plan and say what it pays', zh: '检查薪酬方案，并说明发多少' },
    body: contract.planQuestion,
    answer: ok(contract.planAnswer),
    refusals: [400, 413],
  },
  begin: {
    method: 'post',
    path: '/runs',
    summary: { en: 'Begin a run of a study', zh: '开始运行一份研究' },
    body: contract.runQuestion,
    answer: { status: 201, content: contract.runBegun },
    refusals: [400, 409, 413, 429],
  },
  list: {
    method: 'get',
    path: '/runs',
    summary: { en: 'All runs, newest first', zh: '全部运行，最新在前' },
    answer: ok(contract.runList),
  },
  run: {
    method: 'get',
    path: '/runs/:id',
    summary: { en: 'A run: state, progress, latest result', zh: '一次运行：状态、进度、最新结果' },
    answer: ok(contract.run),
    refusals: [404],
  },
  remove: {
    method: 'delete',
    path: '/runs/:id',
    summary: { en: 'Stop a run and delete everything of it', zh: '停止运行并删除其全部内容' },
    answer: { status: 204, content: null },
    refusals: [404],
  },
  events: {
    method: 'get',
    path: '/runs/:id/events',
    summary: {
      en: 'Server-sent events of a run; Last-Event-ID goes on where a client was cut off',
      zh: '运行的服务器推送事件；以 Last-Event-ID 从中断处继续',
    },
    answer: ok('text/event-stream'),
    refusals: [404, 503],
  },
  stop: {
    method: 'post',
    path: '/runs/:id/stop',
    summary: { en: 'Stop a run; nothing finished is lost', zh: '停止运行；已完成的不会丢失' },
    answer: ok(contract.runBegun),
    refusals: [404],
  },
  continue: {
    method: 'post',
    path: '/runs/:id/continue',
    summary: {
      en: 'Let a stopped run go on, or make a finished one finer in a run of its own',
      zh: '继续已停止的运行，或另起一次运行使结果更精细',
    },
    body: contract.continueQuestion,
    answer: { status: 201, content: contract.runBegun },
    refusals: [400, 404, 409, 413, 429],
  },
  result: {
    method: 'get',
    path: '/runs/:id/result',
    summary: { en: 'result.json of a finished run, to the byte', zh: '已完成运行的 result.json，逐字节一致' },
    answer: ok(contract.result),
    refusals: [404, 409],
  },
  charts: {
    method: 'get',
    path: '/runs/:id/charts',
    summary: {
      en: 'The data behind a finished run’s charts, in aggregates',
      zh: '已完成运行各图所用的汇总数据',
    },
    answer: ok(contract.chartData),
    meanwhile: contract.chartsMeanwhile,
    refusals: [404, 409, 503],
  },
  file: {
    method: 'get',
    path: '/runs/:id/files/:name',
    summary: {
      en: `A file of a finished run: ${contract.RUN_FILES.join(', ')}`,
      zh: `已完成运行的文件：${contract.RUN_FILES.join('、')}`,
    },
    answer: ok('application/octet-stream'),
    refusals: [404, 409],
  },
  report: {
    method: 'get',
    path: '/runs/:id/report',
    summary: { en: 'The report as one self-contained page', zh: '单页报告，自成一体' },
    query: language,
    answer: ok('text/html'),
    refusals: [400, 404, 409, 503],
  },
  reportPdf: {
    method: 'get',
    path: '/runs/:id/report.pdf',
    summary: { en: 'The report as PDF, where a Chromium is found', zh: 'PDF 报告（需本机有 Chromium）' },
    query: language,
    answer: ok('application/pdf'),
    refusals: [400, 404, 409, 503],
  },
} as const satisfies Record<string, Route>;
