/** The catalogue in Chinese keeps to the signs of Chinese. */
import { expect, test } from 'vitest';
import { fittingText } from '../../engine/cli/advise.ts';
import { catalogueText, schemeText } from '../../engine/cli/schemes.ts';
import { SCHEMES } from '../../engine/schemes/index.ts';

/** A bracket of the other alphabet around Chinese, or a colon of it after Chinese. */
const FOREIGN = /\([^()\n]*\p{Script=Han}|\p{Script=Han}: /u;

test('brackets and colons are full-width', () => {
  for (const text of [catalogueText('zh'), fittingText('insurance', 'zh')]) expect(text).not.toMatch(FOREIGN);
  for (const { id } of SCHEMES) expect(schemeText(id, 'zh').split('\n')[0]).not.toMatch(FOREIGN);
});
