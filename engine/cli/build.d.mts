import type { BuildOptions } from 'esbuild';

export const BUNDLE: BuildOptions;
export function build(): Promise<void>;
