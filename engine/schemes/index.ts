/** The catalogue of management practices. */
export { optionsOf } from './compose.ts';
export type { Scheme, SchemeContext, SchemeCosts, Shift } from './contract.ts';
export { SCHEMES, schemeById } from './registry.ts';
