import type { Samples } from '../report/samples.ts';

/** What a part of the bench is given. */
export interface GroupContext {
  readonly samples: Samples;
  readonly quick: boolean;
  /** Tells whoever waits at the terminal what is being done. */
  readonly say: (what: string) => void;
}
