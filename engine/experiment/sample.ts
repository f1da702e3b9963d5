/** Figures of finished parameter draws that statistics need: metrics, details, and what is derived from months and seats. */
export interface Sample {
  /** Draws in the prefix the run stopped at. */
  readonly draws: number;
  readonly replications: number;
  readonly alternatives: number;
  readonly figures: number;
  /** [draw][replication][alternative][figure]. */
  readonly data: Float64Array;
}

/** One figure of one alternative over the sample, [draw][replication]. */
export function column(sample: Sample, alternative: number, figure: number): Float64Array {
  const rows = sample.draws * sample.replications;
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    values[row] = sample.data[(row * sample.alternatives + alternative) * sample.figures + figure]!;
  }
  return values;
}
