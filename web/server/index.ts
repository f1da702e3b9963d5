/** The server of the page and its API. */
export type { Patience } from './app.ts';
export { type Limits, type ServeOptions, type Serving, serve } from './serve.ts';
