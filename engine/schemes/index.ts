/** The catalogue of management practices. */
export { optionsOf } from './compose.ts';
export type { Scheme, SchemeContext, SchemeId, Shift } from './contract.ts';
export { degree, type Fit, TRAITS, type Trait, type TraitId } from './fits.ts';
export { meantScheme } from './meant.ts';
export { optionKey, optionUnit } from './option-units.ts';
export { exclusion, SCHEMES, schemeById } from './registry.ts';
export { contestText, costsOf, defaultsOf, restsOn } from './told.ts';
