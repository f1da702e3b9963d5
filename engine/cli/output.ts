/**
 * Standard output and error as a command's reader may treat them: closed early (`| head`), or full. What is written to a
 * closed pipe is dropped and the work goes on; anything else that goes wrong is told once all is done.
 */
import { systemReason } from '../kernel/failure.ts';
import type { Localised } from '../kernel/quantity.ts';

/** Keeps errors of the output from ending the process. */
export function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** Waits until all output is written. @returns what went wrong with it, or null */
export async function endOutput(): Promise<Localised | null> {
  const { stdout } = process;
  if (stdout.writable) await new Promise<void>((resolve) => stdout.write('', () => resolve()));
  const error: NodeJS.ErrnoException | null = stdout.errored;
  if (error === null || error.code === 'EPIPE') return null;
  const reason = systemReason(error);
  return { en: `The output could not be written: ${reason.en}.`, zh: `无法写出结果：${reason.zh}。` };
}
