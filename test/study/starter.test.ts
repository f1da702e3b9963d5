/** The study that `schemelab new` writes reads as it is, in every industry and both languages, and changes nothing. */
import { describe, expect, it } from 'vitest';
import { draftStudy, PARAMETERS, PRESETS, readStudy, starterStudy } from '../../engine/study/index.ts';

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
  it.each(['en', 'zh'] as const)('reads in %s with the industry’s own numbers', (language) => {
    const text = starterStudy(preset, language);
    const study = readStudy('new.yaml', {
      read: (path) => (path === 'new.yaml' ? { file: path, text } : null),
    });
    const usual = draftStudy(preset);
    const numbers = ({ world }: typeof study) =>
      PARAMETERS.map(({ id, fallback }) => [id, world.scalars[id] ?? fallback]);
    expect(numbers(study)).toEqual(numbers(usual));
    expect(study.world.stages).toEqual(usual.world.stages);
    expect(study.reps).toBe(usual.reps);
    expect(study.alternatives.map((one) => one.id)).toEqual(['baseline', 'accelerated']);
    // Facts come before anything that is a matter of taste or behaviour.
    expect(text.indexOf('deal-value')).toBeLessThan(text.indexOf('alternatives:'));
    expect(text.indexOf('alternatives:')).toBeLessThan(text.indexOf('effort-elasticity'));
  });
});
