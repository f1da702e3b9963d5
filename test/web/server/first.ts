import type { z } from 'zod';
import { firstStudy } from '../../../web/client/start/first-study.ts';
import { runOptions } from '../../../web/client/study/run-options.ts';
import type { catalogue } from '../../../web/contract/index.ts';
import { eventsOf, post } from './serving.ts';

/** How soon a run shows something, in milliseconds since it was asked for. */
export interface First {
  readonly context: string;
  readonly question: 'pay' | 'mix' | 'rollout';
  /** When the server had begun it. */
  readonly begun: number;
  /** When its first rough result had come. */
  readonly rough: number;
  /** Replications behind that. */
  readonly replications: number;
}

/** Runs, one after the other, the study that the page begins with for every industry and question, until something shows. */
export async function firstResults(
  url: string,
  contexts: (id: string) => boolean = () => true,
): Promise<First[]> {
  const api = `${url}/api/v1`;
  const { presets, schemes } = (await (await fetch(`${api}/catalogue`)).json()) as z.infer<typeof catalogue>;
  const practices = schemes.filter((one) => one.kind === 'scheme');
  const names = { title: 'First', pay: 'Pay', together: 'Both', once: 'At once', staged: 'In stages' };
  const list: First[] = [];
  for (const preset of presets.filter(({ id }) => contexts(id)))
    for (const question of ['pay', 'mix', 'rollout'] as const) {
      const study = firstStudy(question, preset, Math.round(preset.reps.mode), names, practices);
      const at = performance.now();
      const { status, json } = await post(`${api}/runs`, { study, options: runOptions(study) });
      if (status !== 201) throw new Error(`${preset.id}, ${question}: ${JSON.stringify(json)}`);
      const begun = performance.now() - at;
      let replications = 0;
      await eventsOf(`${api}/runs/${json.id}/events`, {
        until: ({ type, data }) => {
          if (type !== 'summary' && type !== 'done') return false;
          replications = data.result.run.replications;
          return true;
        },
      });
      list.push({ context: preset.id, question, begun, rough: performance.now() - at, replications });
      await fetch(`${api}/runs/${json.id}`, { method: 'DELETE' });
    }
  return list;
}
