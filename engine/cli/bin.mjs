#!/usr/bin/env node
// In a checkout the sources are newer than any build, so build first; an installed package ships its build.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (existsSync(fileURLToPath(new URL('../../tsconfig.json', import.meta.url)))) {
  const { build } = await import('./build.mjs');
  await build();
}
process.setSourceMapsEnabled(true);
const { main } = await import('../../dist/node/cli.js');
process.exitCode = await main(process.argv.slice(2));
