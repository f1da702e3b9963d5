import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The page, built into dist/web. Nothing is inlined as data, and nothing is fetched from elsewhere. */
export default defineConfig({
  root: path('./client'),
  base: './',
  cacheDir: path('../.cache/vite'),
  publicDir: path('./client/public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The preload helper would need an inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Vega is large and comes in a chunk of its own, after the first view.
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8320' } },
});
