import { computed, signal } from '@preact/signals';

/** Where the reader is: the six steps, each with what it is about. */
export type Route =
  | { readonly step: 'start' }
  | { readonly step: 'today' | 'alternatives'; readonly study: string }
  | { readonly step: 'run' | 'compare' | 'take'; readonly run: string }
  | { readonly step: 'nowhere' };

const ID = /^\w[\w.-]{0,119}$/;

/** Reads `#/study/ID/today`, `#/runs/ID/compare` and the like. */
export function parseRoute(hash: string): Route {
  const path = hash.split('?')[0]!;
  const [kind, id, step] = path.replace(/^#?\/?/, '').split('/');
  if (kind === undefined || kind === '') return { step: 'start' };
  if (id === undefined || !ID.test(id)) return { step: 'nowhere' };
  if (kind === 'study' && (step === 'today' || step === 'alternatives')) return { step, study: id };
  if (kind === 'runs' && step === undefined) return { step: 'run', run: id };
  if (kind === 'runs' && (step === 'compare' || step === 'take')) return { step, run: id };
  return { step: 'nowhere' };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  switch (route.step) {
    case 'today':
    case 'alternatives':
      return `#/study/${route.study}/${route.step}`;
    case 'run':
      return `#/runs/${route.run}`;
    case 'compare':
    case 'take':
      return `#/runs/${route.run}/${route.step}`;
    default:
      return '#/';
  }
}

const hash = signal(typeof location === 'undefined' ? '' : location.hash);

/** The route in force. */
export const route = computed<Route>(() => parseRoute(hash.value));

/** Id of the run in the address, or null. */
export const runId = computed<string | null>(() => ('run' in route.value ? route.value.run : null));

/** Goes to an address such as `#/runs/ID`; the back button leads back. */
export function navigate(to: string | Route): void {
  location.hash = typeof to === 'string' ? to : hrefOf(to);
  // At once, not when the event comes: what changes together with the address is shown together.
  hash.value = location.hash;
}

/** Follows the address bar. Called once, at the start. */
export function followAddress(): void {
  hash.value = location.hash;
  window.addEventListener('hashchange', () => {
    hash.value = location.hash;
  });
}
