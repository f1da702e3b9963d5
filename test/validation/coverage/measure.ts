/**
 * Measures whether what is said of a difference holds: `npm run coverage:interval [PART …]`, each part the id of a
 * made-up study or `engine`, all of them unless told otherwise; `page` measures nothing. Keeps the counts in
 * measured.json beside this file and writes engine/experiment/coverage.md from all that are there: the same bytes on any
 * machine.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { COUNTED } from './engine-study.ts';
import { type Measured, page, RULES } from './page.ts';
import { engineWorlds, POPULATION, simulated } from './population.ts';
import { repeated } from './repeated.ts';
import type { Tally } from './tally.ts';
import { WORLDS } from './worlds.ts';

/** Runs of every study, ended by every rule. */
const RUNS = 2000;

/** Draws of the population that are simulated in one go. */
const CHUNK = 25;

const root = new URL('../../', import.meta.url);
const measuredFile = fileURLToPath(new URL('test/validation/coverage/measured.json', root));

/** What a child hands back: the counts of one made-up study, or a stretch of the simulator's population. */
type Part =
  | { readonly world: string; readonly tallies: Tally[] }
  | { readonly from: number; readonly differences: number[][] };

function child(which: number, of: number, parts: readonly string[]): void {
  const send = (part: Part): void => void process.send!(part);
  let turn = 0;
  const mine = (): boolean => turn++ % of === which;
  if (parts.includes('engine'))
    for (let from = 0; from < POPULATION; from += CHUNK)
      if (mine()) send({ from, differences: simulated(from, Math.min(POPULATION, from + CHUNK)) });
  for (const world of WORLDS)
    if (parts.includes(world.id) && mine()) send({ world: world.id, tallies: repeated(world, RULES, RUNS) });
  process.disconnect();
}

async function parent(parts: readonly string[]): Promise<void> {
  const tallies = new Map<string, readonly Tally[]>(Object.entries(read()));
  const stretches: { from: number; differences: number[][] }[] = [];
  const processes = availableParallelism();
  const finished = Array.from({ length: processes }, (_, which) => {
    const one: ChildProcess = fork(fileURLToPath(import.meta.url), [
      'child',
      String(which),
      String(processes),
      ...parts,
    ]);
    one.on('message', (part: Part) => {
      if ('world' in part) tallies.set(part.world, part.tallies);
      else stretches.push(part);
      process.stderr.write('world' in part ? `${part.world}\n` : `draws from ${part.from}\n`);
    });
    return new Promise<void>((resolve, reject) => {
      one.on('error', reject);
      one.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a child ended with ${code}`))));
    });
  });
  await Promise.all(finished);
  if (parts.includes('engine')) {
    stretches.sort((a, b) => a.from - b.from);
    // A figure that is not defined crosses between processes as null.
    const population = COUNTED.map((_, i) =>
      stretches.flatMap(({ differences }) => differences[i]!.map((x: number | null) => x ?? Number.NaN)),
    );
    for (const world of engineWorlds(population)) {
      tallies.set(world.id, repeated(world, RULES, RUNS));
      process.stderr.write(`${world.id}\n`);
    }
  }
  const ids = [...tallies.keys()].sort();
  const measured = Object.fromEntries(ids.map((id) => [id, tallies.get(id)!]));
  writeFileSync(measuredFile, lines(measured));
  writeFileSync(fileURLToPath(new URL('engine/experiment/coverage.md', root)), page(measured));
}

/** A line for every run that ended by a rule. */
function lines(measured: Measured): string {
  const studies = Object.entries(measured).map(
    ([id, tallies]) => `"${id}": [\n${tallies.map((one) => JSON.stringify(one)).join(',\n')}\n]`,
  );
  return `{\n${studies.join(',\n')}\n}\n`;
}

function read(): Measured {
  try {
    return JSON.parse(readFileSync(measuredFile, 'utf8')) as Measured;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

const every = [...WORLDS.map(({ id }) => id), 'engine'];
const [first, ...rest] = process.argv.slice(2);
if (first === 'child') {
  child(Number(rest[0]), Number(rest[1]), rest.slice(2));
} else {
  const parts = first === undefined ? every : [first, ...rest];
  const unknown = parts.filter((part) => part !== 'page' && !every.includes(part));
  if (unknown.length > 0) throw new RangeError(`no part ${unknown.join(', ')}: one of ${every.join(', ')}`);
  await parent(parts);
}
