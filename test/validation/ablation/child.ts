/** Prints effects as JSON. Argument: numbers of the study to set, as JSON. */
import { printEffects } from './effects.ts';

printEffects(process.argv[2]!);
