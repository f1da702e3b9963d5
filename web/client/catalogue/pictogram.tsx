import type { VNode } from 'preact';

/** Line drawings on a 24 × 24 grid, one for each practice. */
const PATHS: Readonly<Record<string, string>> = {
  // Plan types: steps; a loop; a pyramid; bars on a grid; three heads.
  structured: 'M3 20h5v-5h5v-5h5V5h3',
  agile: 'M19 12a7 7 0 1 1-2-5M17 3v4h-4',
  'customer-tiering': 'M12 3l9 18H3zM8.5 10h7M6 15.5h12',
  'data-driven': 'M3 3v18h18M7 17v-4M11 17V8M15 17v-6M19 17V5',
  'team-based':
    'M12 8a2.5 2.5 0 1 0 0-.01M5 11a2 2 0 1 0 0-.01M19 11a2 2 0 1 0 0-.01M7 20c0-8 10-8 10 0zM2 19c0-4 3-5 5-4M22 19c0-4-3-5-5-4',
  // Schemes: a target; a checklist; a life line; a map; a box; a rod with milestones; a key; branches; a gear.
  'goal-oriented': 'M12 3a9 9 0 1 0 .01 0M12 7.5a4.5 4.5 0 1 0 .01 0M12 11.5v1',
  'process-control': 'M5 3h14v18H5zM8 8l1.5 1.5L12 7M8 14l1.5 1.5L12 13M14 8.5h3M14 14.5h3',
  'customer-lifecycle': 'M3 18c4 0 4-11 8-11s4 7 10 6M3 21h18M11 7V3M9 4.5L11 2.5l2 2',
  'region-industry': 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  'product-line': 'M3 8l9-5 9 5v8l-9 5-9-5zM3 8l9 5 9-5M12 13v8',
  'project-based': 'M3 5h10v3H3zM7 10.5h10v3H7zM11 16h10v3H11z',
  'key-account': 'M8 12a4 4 0 1 1 0 .01M12 12h9M18 12v4M21 12v3',
  channel: 'M3 12h5M8 12l5-7h8M8 12h13M8 12l5 7h8',
  automation:
    'M12 8.5a3.5 3.5 0 1 0 .01 0M12 2v4M12 18v4M2 12h4M18 12h4M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
  'social-media': 'M4 4h16v11H11l-5 5v-5H4zM8 8h8M8 11h5',
  telephone: 'M5 3h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c-9 2-18-7-16-16z',
  'event-marketing': 'M3 9v6l4 .5L16 20V4L7 8.5zM19 9c1.5 1.5 1.5 4.5 0 6M7 15.5V21h3v-4',
  'joint-selling': 'M9 12a5 5 0 1 0-.01 0M20 12a5 5 0 1 0-.01 0M9.5 12h5',
  'team-collaboration':
    'M6 8a2.5 2.5 0 1 0 0-.01M18 8a2.5 2.5 0 1 0 0-.01M2 20c0-7 8-7 8 0M14 20c0-7 8-7 8 0M9 5h6M13 3l2 2-2 2',
  'incentive-driven': 'M7 3h10v6a5 5 0 0 1-10 0zM7 5H3c0 4 2 5 4 5M17 5h4c0 4-2 5-4 5M12 14v4M8 21h8v-3H8z',
  training: 'M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
  'customer-experience': 'M12 20C2 13 3 5 8 5c2 0 3 1 4 3 1-2 2-3 4-3 5 0 6 8-4 15z',
  lean: 'M3 6h18M5 11h14M8 16h8M11 21h2',
  'cross-department':
    'M3 3h7v7H3zM14 14h7v7h-7zM14 3h7v7h-7zM3 14h7v7H3zM10 6.5h4M10 17.5h4M6.5 10v4M17.5 10v4',
  digital: 'M3 4h18v12H3zM8 20h8M12 16v4M7 12l3-3 2 2 5-4',
};

/** The drawing of a practice; it says nothing the name does not. */
export function Pictogram({ id }: { id: string }): VNode {
  return (
    <svg class="pictogram" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path d={PATHS[id] ?? 'M4 4h16v16H4z'} />
    </svg>
  );
}

/** Ids that have a drawing. */
export const DRAWN: readonly string[] = Object.keys(PATHS);
