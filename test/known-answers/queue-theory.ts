/** Exact laws of queues, worked out without the engine. */

/** Erlang's C: the chance to wait in M/M/c, and the mean wait before service. */
export function erlangC(servers: number, lambda: number, mu: number): { waits: number; wait: number } {
  const load = lambda / mu;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) {
    term *= load / k;
    sum += term;
  }
  term *= load / servers;
  const rho = load / servers;
  const last = term / (1 - rho);
  const waits = last / (sum + last);
  return { waits, wait: waits / (servers * mu - lambda) };
}

/** Chances of 0 … most in a Poisson law. */
function poissonLaw(mean: number, most: number): number[] {
  const law = [Math.exp(-mean)];
  for (let k = 1; k <= most; k++) law.push((law[k - 1]! * mean) / k);
  return law;
}

/** Chances of 0 … n successes in a binomial law. */
function binomialLaw(n: number, p: number): number[] {
  let law = [1];
  for (let i = 0; i < n; i++) {
    const next = new Array<number>(law.length + 1).fill(0);
    law.forEach((chance, k) => {
      next[k]! += chance * (1 - p);
      next[k + 1]! += chance * p;
    });
    law = next;
  }
  return law;
}

/**
 * Stationary law of the number left at a day's end when Poisson(arrivals) come each morning, then each of `servers`
 * serves one of those present and finishes it with chance `finish`. States above `most` are folded into it.
 * Solved by the reduction of Grassmann, Taksar & Heyman, which subtracts nothing.
 */
export function dailyQueue(servers: number, arrivals: number, finish: number, most: number): number[] {
  const incoming = poissonLaw(arrivals, 60);
  const done = Array.from({ length: servers + 1 }, (_, busy) => binomialLaw(busy, finish));
  const size = most + 1;
  const p = Array.from({ length: size }, () => new Float64Array(size));
  for (let from = 0; from < size; from++) {
    incoming.forEach((chance, a) => {
      const present = from + a;
      done[Math.min(servers, present)]!.forEach((share, k) => {
        p[from]![Math.min(most, present - k)]! += chance * share;
      });
    });
  }
  for (let n = size - 1; n > 0; n--) {
    let leaving = 0;
    for (let j = 0; j < n; j++) leaving += p[n]![j]!;
    for (let i = 0; i < n; i++) p[i]![n]! /= leaving;
    for (let i = 0; i < n; i++) {
      const into = p[i]![n]!;
      if (into === 0) continue;
      for (let j = 0; j < n; j++) p[i]![j]! += into * p[n]![j]!;
    }
  }
  const law = new Array<number>(size).fill(0);
  law[0] = 1;
  let total = 1;
  for (let n = 1; n < size; n++) {
    for (let i = 0; i < n; i++) law[n]! += law[i]! * p[i]![n]!;
    total += law[n]!;
  }
  return law.map((chance) => chance / total);
}

/** Mean of a law over 0, 1, 2 … */
export function meanOf(law: readonly number[]): number {
  return law.reduce((sum, chance, k) => sum + k * chance, 0);
}
