import type { Clock } from '../../../domain/clock.ts';
import { type KeptValues, keptValues } from '../../../platform/kept-values.ts';
import { saveFile } from '../../save-file.ts';

/** What the making of signed files needs from outside. */
export interface SigningPorts {
  readonly clock: Clock;
  /** Where the supervisor's key lies, which can be used and not be read out. */
  readonly keys: Pick<KeptValues, 'get' | 'put'>;
  /** Lets the browser save a file. */
  readonly saveFile: (name: string, text: string) => void;
  /** Rounds of PBKDF2 for a backup; left out where it is no test. */
  readonly rounds?: number;
}

/** The browser's own. */
export const BROWSER_SIGNING_PORTS: SigningPorts = {
  clock: { now: () => Date.now() },
  keys: {
    get: (name) => keptValues(indexedDB, 'matta-signing').get(name),
    put: (name, value) => keptValues(indexedDB, 'matta-signing').put(name, value),
  },
  saveFile: (name, text) => saveFile(name, 'application/json', [text]),
};
