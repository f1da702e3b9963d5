/** What the page and the server say to each other: one schema for both, and for the OpenAPI document. */
export * from './catalogue.ts';
export * from './charts.ts';
export * from './pay.ts';
export * from './problems.ts';
export * from './runs.ts';
export * from './studies.ts';
export * from './text.ts';

/** Where every path of the API begins. */
export const API = '/api/v1';
