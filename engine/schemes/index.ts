/** The catalogue of management practices. */
export { optionsOf } from './compose.ts';
export type { Scheme, SchemeContext, SchemeId, Shift } from './contract.ts';
export { COST_KEYS, COSTS, type SchemeCosts } from './costs.ts';
export { degree, type Fit, TRAITS, type Trait, type TraitId } from './fits.ts';
export { optionKey, optionUnit } from './option-units.ts';
export { SCHEMES, schemeById } from './registry.ts';
