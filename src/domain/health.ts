/** Why a page of LINE's is not fully understood. */
export const HEALTH_PROBLEMS = [
  /** A conversation is open, but no message row was recognised. */
  'rows-not-found',
  /** Rows were found, but for too many of them nothing tells who sent them. */
  'direction-unclear',
  /** Message ids and displayed clock times contradict each other. */
  'ids-distrusted',
  /** Messages lie in the future: the computer's clock is wrong by more than can be corrected. */
  'clock-wrong',
  /** Outgoing rows were found, but neither id nor clock of most of them could be read. */
  'times-unreadable',
  /** What is found by LINE's class names and words, and what by ids, place and layout, is not the same. */
  'readings-differ',
  /** A broadcast is being written, but buttons or fields of the editor were not recognised. */
  'editor-not-recognised',
  /** The page was open before Matta, so its requests are not held in the page; only the browser's lock guards. */
  'page-not-hooked',
  /** A layer of the gate is switched off or only observes. */
  'gate-not-enforced',
] as const;
export type HealthProblem = (typeof HEALTH_PROBLEMS)[number];

/**
 * `starting`: not looked yet. `idle`: no conversation is open, nothing to look at. `healthy`: all is as expected.
 * `degraded`: badges are shown, but some of them cannot tell. `lost`: the page is not recognised, no badge is shown.
 */
export const HEALTH_STATES = ['starting', 'idle', 'healthy', 'degraded', 'lost'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];
