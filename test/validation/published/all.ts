import { CALIBRATION_FINDINGS } from './calibration.ts';
import type { Finding } from './findings.ts';
import { FRAMING_CALIBRATION, FRAMING_FINDING } from './framing.ts';
import { MONTH_END_FINDING } from './month-end.ts';
import { PAY_FINDINGS } from './pay.ts';
import { PEER_FINDINGS } from './peers.ts';
import { PRACTICE_FINDINGS } from './practice.ts';
import { SEGMENT_FINDINGS } from './segments.ts';
import { THEORY_FINDINGS } from './theory.ts';

/** Every published finding that has a study, in the order of the page. */
export const FINDINGS: readonly Finding[] = [
  ...PAY_FINDINGS,
  ...SEGMENT_FINDINGS,
  FRAMING_FINDING,
  ...THEORY_FINDINGS,
  ...PRACTICE_FINDINGS,
  MONTH_END_FINDING,
  FRAMING_CALIBRATION,
  ...PEER_FINDINGS,
  ...CALIBRATION_FINDINGS,
];
