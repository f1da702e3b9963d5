import { b2bSaas } from './b2b-saas.ts';
import type { Preset } from './contract.ts';
import { customProject } from './custom-project.ts';
import { fmcg } from './fmcg.ts';
import { insurance } from './insurance.ts';
import { medicalDevices } from './medical-devices.ts';
import { realEstate } from './real-estate.ts';

/** The industries the simulator knows. */
export const PRESETS: readonly Preset[] = [
  insurance,
  b2bSaas,
  medicalDevices,
  fmcg,
  realEstate,
  customProject,
];

/** The preset with this id, if there is one. */
export function presetById(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
