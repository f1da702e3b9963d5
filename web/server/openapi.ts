import { z } from 'zod';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { API, failure } from '../contract/index.ts';
import { ROUTES, type Route } from './routes.ts';

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not understood; says what is wrong and where',
  401: 'A token is needed',
  403: 'Wrong host or origin',
  404: 'There is no such thing',
  409: 'Not possible in this state',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too much at once; Retry-After says when to try again',
  503: 'Too busy; Retry-After says when to try again',
};

/** Refusals that any path may give. */
const ANYWHERE = [401, 403];

/** The OpenAPI 3.1 document, from the very schemas that requests are checked by. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    const path = `${API}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Schemelab',
      version: ENGINE_VERSION,
      description:
        'Simulate a change of sales management or pay before anyone’s pay is touched. The same study, seed and engine give the same result, to the byte, by this API and by the command line.',
    },
    paths,
    components: {
      schemas: { Failure: json(failure, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{}, { token: [] }],
  };
}

function operation(name: string, route: Route): Record<string, unknown> {
  const { body, answer, meanwhile, query } = route;
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const parameters = [
    ...names.map((one) => ({ name: one, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query?.shape ?? {}).map(([key, schema]) => ({
      name: key,
      in: 'query',
      required: false,
      schema: json(schema as z.ZodType, 'input'),
    })),
  ];
  const bodied = body === undefined ? [] : [415];
  const refusals = [...ANYWHERE, ...bodied, ...(route.refusals ?? [])].sort((a, b) => a - b);
  return {
    operationId: name,
    summary: route.summary.en,
    description: route.summary.zh,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: json(body, 'input') } } },
        }),
    responses: {
      [answer.status]: { description: 'Done', ...contentOf(answer.content) },
      ...(meanwhile === undefined
        ? {}
        : { 202: { description: 'Being made; ask again', ...contentOf(meanwhile) } }),
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          {
            description: REFUSALS[status]!,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
          },
        ]),
      ),
    },
  };
}

function contentOf(content: Route['answer']['content']): Record<string, unknown> {
  if (content === null) return {};
  if (typeof content === 'string') return { content: { [content]: {} } };
  return { content: { 'application/json': { schema: json(content, 'output') } } };
}

function json(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
