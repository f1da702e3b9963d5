/** Vitest's global set-up: the worker and the command line are tested as built, so build them first. */
import { build } from '../engine/cli/build.mjs';

export default async function setup(): Promise<void> {
  await build();
}
