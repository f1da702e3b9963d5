/** The server of the page and its API. */
export { type Limits, type ServeOptions, type Serving, serve } from './serve.ts';
