import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Failure } from '../../../engine/kernel/failure.ts';

/** Longest a print may take, in milliseconds. */
const PATIENCE = 60_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where a Chromium is: the one `CHROMIUM` names, or the first on the path; null when there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path)) ?? null;
}

/**
 * Prints a page without scripts as PDF, by Chromium, which is given no network.
 *
 * @throws Failure `no-chromium` when none is found or it does not print
 */
export async function reportPdf(html: string): Promise<Uint8Array> {
  const chromium = findChromium();
  if (chromium === null) throw noChromium();
  const folder = mkdtempSync(join(tmpdir(), 'schemelab-print-'));
  try {
    const page = join(folder, 'report.html');
    const pdf = join(folder, 'report.pdf');
    writeFileSync(page, html);
    await promisify(execFile)(
      chromium,
      [
        '--headless',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-pdf-header-footer',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${join(folder, 'profile')}`,
        // Chromium's sandbox does not start for root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { timeout: PATIENCE },
    );
    return readFileSync(pdf);
  } catch (error) {
    throw noChromium(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function noChromium(cause?: unknown): Failure {
  const text = {
    en: 'PDF needs Chromium, and none was found that prints.',
    zh: '生成 PDF 需要 Chromium，但未找到可用的。',
  };
  return new Failure('no-chromium', text, cause);
}
