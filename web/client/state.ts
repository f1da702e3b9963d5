/** The page's state: language and theme, where the reader is, the draft study, the catalogue, and starting a run. */
export { catalogue, loadCatalogue } from './api/catalogue.ts';
export { type Language, language, theme, themeChoice } from './shell/preferences.ts';
export { hrefOf, navigate, type Route, route, runId } from './shell/router.ts';
export { problems, problemsAt, startRun } from './study/check.ts';
export type { Json, Path, StudyDocument } from './study/document.ts';
export {
  canRedo,
  canUndo,
  change,
  createDraft,
  draft,
  edit,
  openDraft,
  redo,
  saving,
  study,
  undo,
} from './study/draft.ts';
export { t } from './texts/index.ts';
