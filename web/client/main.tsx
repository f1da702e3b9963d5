import { render } from 'preact';
import { loadCatalogue } from './api/catalogue.ts';
import { followPreferences } from './shell/preferences.ts';
import { followAddress } from './shell/router.ts';
import { Shell } from './shell/shell.tsx';
import { followChanges } from './study/check.ts';
import { followOtherTabs } from './study/draft.ts';

followPreferences();
followAddress();
followOtherTabs();
followChanges();
void loadCatalogue();
render(<Shell />, document.querySelector('#page')!);
