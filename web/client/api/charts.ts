import type { ChartData } from '../../contract/index.ts';
import { request } from './request.ts';

/** Milliseconds before the server is asked again for what it is still making. */
const AGAIN = 300;

/**
 * Chart data of a finished run; those of a large one take the server a while the first time.
 *
 * @param onShare told now and then what share of them is made
 * @throws Refused, or the signal's reason
 */
export async function chartsOf(
  run: string,
  signal: AbortSignal,
  onShare: (share: number) => void = () => {},
): Promise<ChartData> {
  for (;;) {
    const path = `/runs/${run}/charts`;
    const got = await request<ChartData | { share: number }>('GET', path, undefined, signal);
    if (!('share' in got)) return got;
    onShare(got.share);
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    signal.throwIfAborted();
  }
}
