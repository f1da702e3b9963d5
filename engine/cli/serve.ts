import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Failure } from '../kernel/failure.ts';
import type { Language } from '../kernel/format.ts';

/** `schemelab serve` as it was asked for. */
export interface ServeCommand {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly token?: string;
  readonly basePath?: string;
  readonly threads: number;
  readonly quiet?: boolean;
  readonly lang: Language;
}

/** The part of the server's door that is used here. Its code is loaded only by this verb: the others start faster without. */
interface Door {
  serve(options: {
    readonly port: number;
    readonly host: string;
    readonly data: string;
    readonly token: string | null;
    readonly base?: string;
    readonly threads: number;
    readonly log: (line: string) => void;
  }): Promise<{ readonly url: string; close(): Promise<void> }>;
}

const WORDS = {
  en: {
    open: (url: string) => `Open ${url} in a browser. Ctrl-C ends the server; runs go on at the next start.`,
    runs: (data: string) => `Runs are kept in ${data}`,
    building: 'Building the page …',
  },
  zh: {
    open: (url: string) => `请在浏览器中打开 ${url}。按 Ctrl-C 结束；未完成的运行将在下次启动时继续。`,
    runs: (data: string) => `运行保存在 ${data}`,
    building: '正在构建页面……',
  },
} as const;

/** Serves the page until interrupted. Returns the exit status. @throws Failure `usage` when it cannot start */
export async function servePage(command: ServeCommand): Promise<number> {
  const words = WORDS[command.lang];
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  const require = createRequire(import.meta.url);
  await buildPage(require, () => say(words.building));
  const door = (await import(pathToFileURL(require.resolve('#server')).href)) as Door;
  const { port, host, data, threads } = command;
  const serving = await door
    .serve({
      port,
      host,
      data,
      threads,
      token: command.token ?? process.env.SCHEMELAB_TOKEN ?? null,
      ...(command.basePath === undefined ? {} : { base: command.basePath }),
      log: command.quiet ? () => {} : (line) => say(`${clock()} ${line}`),
    })
    .catch((error: unknown) => {
      // The server is a bundle of its own, so its failures are of another class than this one's.
      const { name, code, text } = error as Failure;
      throw name === 'Failure' ? new Failure(code, text, error) : error;
    });
  say(words.open(serving.url));
  say(words.runs(data));
  await new Promise<void>((resolve) => {
    const end = (): void => resolve();
    process.once('SIGINT', end).once('SIGTERM', end);
  });
  await serving.close();
  return 0;
}

/** In a checkout the page is built when its sources are newer; an installed package ships it. */
async function buildPage(require: NodeJS.Require, say: () => void): Promise<void> {
  const root = new URL('../../', pathToFileURL(require.resolve('#server')));
  const builder = new URL('web/build.mjs', root);
  if (!existsSync(builder)) return;
  const { buildPage: build } = (await import(builder.href)) as {
    buildPage(options: { building: () => void }): Promise<void>;
  };
  try {
    await build({ building: say });
  } catch (error) {
    throw new Failure(
      'usage',
      {
        en: `the page cannot be built: ${(error as Error).message}`,
        zh: `页面无法构建：${(error as Error).message}`,
      },
      error,
    );
  }
}

function clock(): string {
  return new Date(performance.timeOrigin + performance.now()).toISOString();
}
