import { Argument, Command, CommanderError, Option } from 'commander';
import { Failure, isSystemError, systemReason } from '../kernel/failure.ts';
import type { Language } from '../kernel/format.ts';
import { formatProblem, ProblemsError } from '../kernel/problems.ts';
import { ENGINE_VERSION } from '../kernel/version.ts';
import { PRESETS } from '../study/index.ts';
import { type AdviseCommand, adviseStudy, fitText, fittingText } from './advise.ts';
import { newStudy, writeNewStudy } from './new.ts';
import { type Common, seedText, usageFailure, usualLanguage, usualThreads, wholeNumber } from './options.ts';
import { endOutput, watchOutput } from './output.ts';
import { type PayoutCommand, payoutText } from './payout.ts';
import { type RunCommand, runStudy } from './run.ts';
import { runsText, USUAL_FOLDER, verifyText } from './runs.ts';
import { catalogueText, schemeJson, schemeText } from './schemes.ts';
import { type ServeCommand, servePage } from './serve.ts';
import { validateText } from './validate.ts';

/** What a process's exit status says. */
export const STATUS = { done: 0, failed: 1, badInput: 2, interrupted: 130 } as const;

/** Failures of the work itself; all others are the caller's to mend. */
const WORK_FAILED = new Set(['worker', 'journal-write', 'journal-corrupt', 'disk']);

/** Runs the command line. Returns the exit status: 0 done, 1 failed, 2 bad input, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = STATUS.done;
  watchOutput();
  const language = languageOf(argv);
  const program = commandLine((next) => {
    status = next;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    status = complain(error, language);
  }
  const unwritten = await endOutput();
  if (unwritten === null) return status;
  process.stderr.write(`schemelab: ${unwritten[language]}\n`);
  return STATUS.failed;
}

/** Says on stderr what went wrong, and which status that is. */
function complain(error: unknown, language: Language): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.badInput;
  if (error instanceof ProblemsError) {
    for (const problem of error.problems) process.stderr.write(`${formatProblem(problem, language)}\n`);
    return STATUS.badInput;
  }
  if (error instanceof Failure) {
    process.stderr.write(`schemelab: ${error.in(language)}\n`);
    return WORK_FAILED.has(error.code) ? STATUS.failed : STATUS.badInput;
  }
  if (isSystemError(error)) {
    const { en, zh } = systemReason(error);
    const at = error.path ?? '';
    const text = language === 'zh' ? `${at}：${zh}。` : `${at}: ${en}.`;
    process.stderr.write(`schemelab: ${at === '' ? text.slice(1).trim() : text}\n`);
    return STATUS.failed;
  }
  process.stderr.write(
    `schemelab: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return STATUS.failed;
}

function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice(7);
  return given === 'zh' || given === 'en' ? given : usualLanguage(process.env);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function commandLine(finish: (status: number) => void): Command {
  const program = new Command('schemelab')
    .description(
      'Test a change of sales management or pay on a simulated sales force before anyone’s pay is touched.\n在动任何人的薪酬之前，先在模拟销售团队上检验管理与薪酬的改动。',
    )
    .version(ENGINE_VERSION)
    .showHelpAfterError('(schemelab --help lists the commands)')
    .exitOverride();
  const language = (): Option =>
    new Option('--lang <language>', 'language of what is printed / 输出语言').choices(['en', 'zh']);
  const speak = (options: Partial<Common>): Language => options.lang ?? usualLanguage(process.env);

  program
    .command('run')
    .argument('[study]', 'study file (YAML or JSON); leave it out with --resume')
    .description('simulate every alternative against the baseline and compare / 模拟并比较各备选')
    .option('--seed <text>', 'seed instead of the study’s / 随机种子', seedText)
    .option(
      '--replications <n>',
      'exactly this many, rounded up to whole draws / 模拟次数',
      wholeNumber(1_000_000),
    )
    .option('--threads <n>', 'worker threads; results do not depend on it / 线程数', wholeNumber(256))
    .option('--out <dir>', 'result folder; default runs/STUDY-HASH / 结果文件夹')
    .option('--resume <run>', 'go on with a run that was stopped / 继续中断的运行')
    .option('--json', 'print result.json on stdout and nothing else / 只输出 JSON')
    .option('--all', 'show every metric in the table / 显示全部指标')
    .option('--why', 'take every alternative apart into its steps; takes longer / 逐步拆解各备选')
    .option('--pay', 'also tell what every pay plan pays, and to whom / 说明各薪酬方案发给谁、发多少')
    .option('--quiet', 'no progress, no table / 不显示进度与表格')
    .addOption(language())
    .action(
      async (study: string | undefined, options: Omit<RunCommand, 'study' | 'lang'> & Partial<Common>) => {
        finish(
          await runStudy({
            ...options,
            study,
            lang: speak(options),
            threads: options.threads ?? usualThreads(),
          }),
        );
      },
    );

  program
    .command('new')
    .addArgument(new Argument('<context>', 'industry to begin with').choices(PRESETS.map((one) => one.id)))
    .description('write a study to begin with, your company’s facts first / 生成一份待填写的研究文件')
    .option('--out <file>', 'write it to a new file instead of printing it / 写入文件')
    .addOption(language())
    .action((context: string, options: { out?: string } & Partial<Common>) => {
      const lang = speak(options);
      if (options.out === undefined) process.stdout.write(newStudy(context, lang));
      else print(writeNewStudy(options.out, context, lang));
    });

  program
    .command('validate')
    .argument('<study>', 'study file')
    .description('check a study without running it / 只检查研究文件')
    .option('--json', 'print the study as understood / 输出解析后的研究')
    .addOption(language())
    .action((study: string, options: { json?: boolean } & Partial<Common>) => {
      print(validateText(study, speak(options), options.json === true));
    });

  program
    .command('schemes')
    .argument('[id]', 'one practice to show in full')
    .description('the catalogue of management practices / 管理方案目录')
    .addOption(
      new Option(
        '--context <id>',
        'those that fit a usual company of an industry first / 按行业排序',
      ).choices(PRESETS.map((one) => one.id)),
    )
    .option('--json', 'one practice as JSON / 以 JSON 输出一个方案')
    .addOption(language())
    .action((id: string | undefined, options: { context?: string; json?: boolean } & Partial<Common>) => {
      const lang = speak(options);
      const { context } = options;
      if (options.json === true) {
        if (id === undefined)
          throw usageFailure('--json needs the id of a practice.', '--json 需要给出方案编号。');
        print(schemeJson(id, context));
      } else if (id === undefined)
        print(context === undefined ? catalogueText(lang) : fittingText(context, lang));
      else
        print(
          schemeText(id, lang, context) + (context === undefined ? '' : `\n\n${fitText(id, context, lang)}`),
        );
    });

  program
    .command('advise')
    .argument('<study>', 'study file')
    .description('shortlist the practices that suit a company, and why / 按公司情况推荐方案')
    .option('--simulate', 'simulate them: each alone, all at once, one a quarter / 立即模拟推荐的方案')
    .option('--seed <text>', 'seed instead of the study’s / 随机种子', seedText)
    .option('--replications <n>', 'as for run / 模拟次数', wholeNumber(1_000_000))
    .option('--threads <n>', 'as for run / 线程数', wholeNumber(256))
    .option('--out <dir>', 'result folder, as for run / 结果文件夹')
    .option('--json', 'as JSON / 输出 JSON')
    .option('--quiet', 'no progress, no table / 不显示进度与表格')
    .addOption(language())
    .action(async (study: string, options: Omit<AdviseCommand, 'study' | 'lang'> & Partial<Common>) => {
      const threads = options.threads ?? usualThreads();
      finish(await adviseStudy({ ...options, study, lang: speak(options), threads }));
    });

  program
    .command('payout')
    .argument('<plan...>', 'plan file, or an industry for its usual plan; several with --results')
    .description('what a pay plan says, pays and costs, without a simulation / 薪酬方案说明、测算与成本')
    .option('--results <file>', 'comparison: people’s results (CSV) under each plan / 同一业绩下比较各方案')
    .option(
      '--attainment <range>',
      'costing: 0%..200%, or mean and standard deviation 95%±30% / 按达成率核算成本',
    )
    .option('--people <n>', 'costing: how many people / 人数', wholeNumber(1_000_000))
    .option('--correlation <share>', 'costing: spread shared by all, default 20% / 共同波动占比')
    .option('--measure <id>', 'move this measure only, the others on target / 只变动一个指标')
    .addOption(
      new Option('--context <id>', 'industry that a flat plan’s “context” means / 行业').choices(
        PRESETS.map((one) => one.id),
      ),
    )
    .option('--json', 'as JSON / 输出 JSON')
    .addOption(language())
    .action((plans: string[], options: Omit<PayoutCommand, 'plans' | 'lang'> & Partial<Common>) => {
      print(payoutText({ ...options, plans, lang: speak(options) }));
    });

  program
    .command('runs')
    .argument('[dir]', 'folder that holds runs', USUAL_FOLDER)
    .description('list runs, finished and stopped / 列出运行记录')
    .option('--verify', 'compare every file of every finished run with its SHA-256 / 核对各文件的 SHA-256')
    .option('--json', 'as JSON / 输出 JSON')
    .addOption(language())
    .action((dir: string, options: { json?: boolean; verify?: boolean } & Partial<Common>) => {
      const json = options.json === true;
      if (options.verify !== true) return print(runsText(dir, speak(options), json));
      const { text, sound } = verifyText(dir, speak(options), json);
      print(text);
      finish(sound ? STATUS.done : STATUS.failed);
    });

  program
    .command('serve')
    .description('open the page in which leadership compares scenarios / 启动比较方案的网页')
    .option('--port <n>', 'port to listen on / 端口', wholeNumber(65_535), 8320)
    .option(
      '--host <address>',
      'address to listen on; others than this machine need a token / 地址',
      '127.0.0.1',
    )
    .option('--data <dir>', 'folder of the runs / 运行所在文件夹', 'runs/served')
    .option('--token <text>', 'what everyone is asked for; or SCHEMELAB_TOKEN / 访问令牌')
    .option('--base-path <path>', 'path under which a proxy in front shows the page / 反向代理下的路径前缀')
    .option('--threads <n>', 'worker threads of each run / 每次运行的线程数', wholeNumber(256))
    .option('--quiet', 'no line per request / 不记录请求')
    .addOption(language())
    .action(
      async (options: Omit<ServeCommand, 'lang' | 'threads'> & Partial<Common> & { threads?: number }) => {
        finish(
          await servePage({ ...options, lang: speak(options), threads: options.threads ?? usualThreads() }),
        );
      },
    );

  for (const command of program.commands) command.exitOverride();
  return program;
}
