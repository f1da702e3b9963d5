import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import type { z } from 'zod';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { API, RUN_FILES, type RunResult } from '../contract/index.ts';
import type { Checks } from './checks.ts';
import { summaryCsv } from './csv.ts';
import { notFound, RequestFailure } from './failures.ts';
import { jsonOnly } from './guard.ts';
import type { Prepared } from './prepared.ts';
import { ROUTES, type Route } from './routes.ts';
import { commandOf, listedOf, runText } from './run-answers.ts';
import type { RunEntry } from './run-entry.ts';
import type { RunService } from './run-service.ts';

/** Bytes of a request's body: the longest study, each character escaped, and its options. */
const LONGEST_BODY = 1_000_000;

/** Streams of events open at once. */
const MOST_WATCHERS = 2000;

/** Milliseconds that a request for chart data waits for them; then it is told how far they are. */
const CHARTS_WITHIN = 2000;

/** What the API needs. */
export interface ApiOptions {
  readonly service: RunService;
  readonly checks: Checks;
  /** The catalogue; it never changes while the server runs. */
  readonly catalogue: Prepared;
  /** Path of the page, ending in `/`. */
  readonly base: string;
}

/** The API, to be mounted under its version. */
export function makeApi({ service, checks, catalogue, base }: ApiOptions): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.use(jsonOnly, express.json({ limit: LONGEST_BODY, strict: true, inflate: false }));

  const on = (route: Route, handle: (request: Request, response: Response) => unknown): void => {
    router[route.method](route.path, async (request, response) => {
      response.locals.path = `${API}${route.path}`;
      await handle(request, response);
    });
  };
  const entryOf = (request: Request): RunEntry => service.get(String(request.params.id));
  const begun = (response: Response, status: number, { id, state }: RunEntry): void => {
    response.status(status).json({ id, state });
  };
  const json = (response: Response, text: string): void => {
    response.type('application/json').send(text);
  };

  on(ROUTES.health, (_request, response) => {
    response.json({ ok: true, engine: ENGINE_VERSION, ...service.load });
  });
  on(ROUTES.catalogue, (request, response) => {
    response.type('application/json');
    catalogue.send(request, response);
  });
  on(ROUTES.weeks, async (request, response) => {
    response.json(await checks.weeks(String(request.params.context)));
  });
  on(ROUTES.checkStudy, async (request, response) => {
    const { study } = parsed(ROUTES.checkStudy.body, request.body);
    response.json((await checks.study(study)).answer);
  });
  on(ROUTES.checkPlan, async (request, response) => {
    const { plan, context } = parsed(ROUTES.checkPlan.body, request.body);
    response.json(await checks.plan(plan, context));
  });
  on(ROUTES.begin, async (request, response) => {
    const { study: written, options } = parsed(ROUTES.begin.body, request.body);
    // First of all, so that a flood costs nothing.
    service.refuseMore();
    const { study, text } = await checks.study(written);
    begun(response, 201, service.begin(study, text, options));
  });
  on(ROUTES.list, (_request, response) => {
    response.json({ runs: service.all.map(listedOf) });
  });
  on(ROUTES.run, (request, response) => json(response, runText(service, entryOf(request))));
  on(ROUTES.remove, async (request, response) => {
    await service.remove(entryOf(request).id);
    response.status(204).end();
  });
  on(ROUTES.stop, async (request, response) => {
    begun(response, 200, await service.stop(entryOf(request).id));
  });
  on(ROUTES.continue, (request, response) => {
    const how = parsed(ROUTES.continue.body, request.body ?? {});
    begun(response, 201, service.continue(entryOf(request).id, how));
  });
  on(ROUTES.events, (request, response) => watch(service, entryOf(request), request, response));
  on(ROUTES.result, (request, response) => {
    const dir = service.shelf.finishedDir(entryOf(request));
    response.type('application/json').sendFile('result.json', fileOf(dir));
  });

  on(ROUTES.charts, async (request, response) => {
    const entry = entryOf(request);
    service.shelf.finishedDir(entry);
    const making = service.shelf.papers.charts(entry.id);
    const file = await Promise.race([making.file, pause(CHARTS_WITHIN, null, { ref: false })]);
    if (file === null) response.status(202).setHeader('Retry-After', '1').json({ share: making.share });
    else response.type('application/json').sendFile(basename(file), fileOf(dirname(file)));
  });
  on(ROUTES.file, (request, response) => {
    const name = RUN_FILES.find((one) => one === request.params.name);
    if (name === undefined) throw notFound();
    const dir = service.shelf.finishedDir(entryOf(request));
    response.attachment(name);
    if (name === 'summary.csv') {
      const result = JSON.parse(readFileSync(join(dir, 'result.json'), 'utf8')) as RunResult;
      response.type('text/csv').send(summaryCsv(result));
    } else response.sendFile(name, fileOf(dir));
  });

  const reportOf = (request: Request, pdf: boolean): Promise<string | Uint8Array> => {
    const { lang } = parsed(ROUTES.report.query, request.query);
    const entry = entryOf(request);
    service.shelf.finishedDir(entry);
    const link = `${request.protocol}://${request.host}${base}#/runs/${entry.id}/compare`;
    const command = commandOf(entry);
    return service.shelf.papers.report(entry.id, { lang: lang ?? 'en', link, command, pdf });
  };
  const named = (request: Request, ending: string): string =>
    `inline; filename="schemelab-${entryOf(request).id}.${ending}"`;
  on(ROUTES.report, async (request, response) => {
    const html = await reportOf(request, false);
    response.setHeader('Content-Disposition', named(request, 'html'));
    // The report carries its own style and no script at all.
    response.setHeader('Content-Security-Policy', REPORT_POLICY);
    response.type('html').send(html);
  });
  on(ROUTES.reportPdf, async (request, response) => {
    const pdf = await reportOf(request, true);
    response.setHeader('Content-Disposition', named(request, 'pdf'));
    response.type('application/pdf').send(Buffer.from(pdf));
  });
  return router;
}

/** How a file of a run is sent: nothing about keeping it but what is said of every answer. */
function fileOf(root: string) {
  return { root, cacheControl: false, dotfiles: 'allow' } as const;
}

const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a request must be. @throws RequestFailure `bad-request` naming the first key that is wrong */
function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value ?? {});
  if (success) return data;
  const issue = error.issues[0]!;
  const where = issue.path.join('.').slice(0, 100);
  throw new RequestFailure(400, 'bad-request', {
    en: `The request is not as it should be${where === '' ? '' : ` at ${where}`}: ${issue.message.slice(0, 200)}.`,
    zh: `请求不符合要求${where === '' ? '' : `（${where}）`}。`,
  });
}

/** Opens a stream of a run's events. */
function watch(service: RunService, entry: RunEntry, request: Request, response: Response): void {
  const last = request.headers['last-event-id'];
  const seen = typeof last === 'string' ? last.slice(0, 40) : undefined;
  const over = entry.state === 'done' || entry.state === 'stopped' || entry.state === 'failed';
  if (over && entry.feed.isCurrent(seen)) {
    response.status(204).end();
    return;
  }
  if (service.watchers >= MOST_WATCHERS)
    throw new RequestFailure(
      503,
      'too-many-watchers',
      { en: 'Too many are watching already.', zh: '观看者过多。' },
      10,
    );
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'X-Accel-Buffering': 'no',
  });
  response.socket?.setNoDelay(true);
  response.write('retry: 1000\n\n');
  entry.feed.connect(response, seen, () => service.snapshot(entry));
  if (over || entry.state === 'interrupted') response.end();
}
