import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Localised } from '../../engine/kernel/quantity.ts';
import type { Example } from '../contract/index.ts';

/** The plans and studies that come with the program; two levels below the project's folder, built or not. */
const SCENARIOS = new URL('../../scenarios/', import.meta.url);

/** Plans that stand alone. Those that change another file are left out: a study from a client has no files. */
export function examplePlans(): Example[] {
  return filesOf('plans').flatMap(({ id, yaml }) => {
    const { extends: base, title } = parseDocument(yaml).toJS() as { extends?: string; title?: Title };
    return base?.endsWith('.yaml') === true ? [] : [{ id, title: localised(title, id), yaml }];
  });
}

/** One study for each industry, with the plans it names written in. */
export function exampleStudies(): Example[] {
  const plans = new Map(filesOf('plans').map(({ id, yaml }) => [`../plans/${id}.yaml`, { id, yaml }]));
  return filesOf('industries').map(({ id, yaml }) => {
    const study = parseDocument(yaml);
    const alternatives = study.get('alternatives');
    const names = isMap(alternatives) ? alternatives.items.map(({ key }) => String(key)) : [];
    for (const path of [['baseline', 'pay'], ...names.map((name) => ['alternatives', name, 'pay'])]) {
      const at = study.getIn(path, true);
      const plan = isScalar(at) ? plans.get(String(at.value)) : undefined;
      if (plan === undefined) continue;
      const written = parseDocument(plan.yaml).toJS() as Record<string, unknown>;
      study.setIn(path, study.createNode({ id: plan.id, ...written }));
    }
    const { title } = study.toJS() as { title?: Title };
    return { id, title: localised(title, id), yaml: study.toString({ lineWidth: 110 }) };
  });
}

type Title = Localised | string;

function localised(title: Title | undefined, id: string): Localised {
  return typeof title === 'object' ? title : { en: title ?? id, zh: title ?? id };
}

/** The YAML files of a folder of scenarios, by name. */
function filesOf(folder: string): { id: string; yaml: string }[] {
  const at = new URL(`${folder}/`, SCENARIOS);
  return readdirSync(fileURLToPath(at))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ id: name.slice(0, -'.yaml'.length), yaml: readFileSync(new URL(name, at), 'utf8') }));
}
