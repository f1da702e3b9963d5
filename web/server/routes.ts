import { z } from 'zod';
import * as contract from '../contract/index.ts';

/** A path of the API as its document tells it. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** With parameters as `:id`. */
  readonly path: string;
  readonly summary: string;
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
  health: { method: 'get', path: '/health', summary: 'Whether the server is well', answer: ok(health) },
  catalogue: {
    method: 'get',
    path: '/catalogue',
    summary: 'Practices, industries, parameters, levers, metrics, plans and example studies',
    answer: ok(contract.catalogue),
  },
  checkStudy: {
    method: 'post',
    path: '/studies/check',
    summary: 'Check a study and say what it was understood to be',
    body: contract.studyQuestion,
    answer: ok(contract.studyAnswer),
    refusals: [400, 413],
  },
  checkPlan: {
    method: 'post',
    path: '/plans/check',
    summary: 'Check a pay plan and say what it pays',
    body: contract.planQuestion,
    answer: ok(contract.planAnswer),
    refusals: [400, 413],
  },
  begin: {
    method: 'post',
    path: '/runs',
    summary: 'Begin a run of a study',
    body: contract.runQuestion,
    answer: { status: 201, content: contract.runBegun },
    refusals: [400, 409, 413, 429],
  },
  list: { method: 'get', path: '/runs', summary: 'All runs, newest first', answer: ok(contract.runList) },
  run: {
    method: 'get',
    path: '/runs/:id',
    summary: 'A run: state, progress, latest result',
    answer: ok(contract.run),
    refusals: [404],
  },
  remove: {
    method: 'delete',
    path: '/runs/:id',
    summary: 'Stop a run and delete everything of it',
    answer: { status: 204, content: null },
    refusals: [404],
  },
  events: {
    method: 'get',
    path: '/runs/:id/events',
    summary: 'Server-sent events of a run; Last-Event-ID goes on where a client was cut off',
    answer: ok('text/event-stream'),
    refusals: [404, 503],
  },
  stop: {
    method: 'post',
    path: '/runs/:id/stop',
    summary: 'Stop a run; nothing finished is lost',
    answer: ok(contract.runBegun),
    refusals: [404],
  },
  continue: {
    method: 'post',
    path: '/runs/:id/continue',
    summary: 'Let a stopped run go on, or make a finished one finer in a run of its own',
    body: contract.continueQuestion,
    answer: { status: 201, content: contract.runBegun },
    refusals: [400, 404, 409, 413, 429],
  },
  result: {
    method: 'get',
    path: '/runs/:id/result',
    summary: 'result.json of a finished run, to the byte',
    answer: ok(contract.result),
    refusals: [404, 409],
  },
  charts: {
    method: 'get',
    path: '/runs/:id/charts',
    summary: 'The data behind a finished run’s charts, in aggregates',
    answer: ok(contract.chartData),
    meanwhile: contract.chartsMeanwhile,
    refusals: [404, 409, 503],
  },
  file: {
    method: 'get',
    path: '/runs/:id/files/:name',
    summary: `A file of a finished run: ${contract.RUN_FILES.join(', ')}`,
    answer: ok('application/octet-stream'),
    refusals: [404, 409],
  },
  report: {
    method: 'get',
    path: '/runs/:id/report',
    summary: 'The report as one self-contained page',
    query: language,
    answer: ok('text/html'),
    refusals: [400, 404, 409, 503],
  },
  reportPdf: {
    method: 'get',
    path: '/runs/:id/report.pdf',
    summary: 'The report as PDF, where a Chromium is found',
    query: language,
    answer: ok('application/pdf'),
    refusals: [400, 404, 409, 503],
  },
} as const satisfies Record<string, Route>;
