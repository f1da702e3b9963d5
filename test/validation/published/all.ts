import { CALIBRATION_FINDINGS } from './calibration.ts';
import type { Finding } from './findings.ts';
import { PRACTICE_FINDINGS } from './practice.ts';

/** Every published finding that has a study, in the order of the page. */
export const FINDINGS: readonly Finding[] = [...PRACTICE_FINDINGS, ...CALIBRATION_FINDINGS];
