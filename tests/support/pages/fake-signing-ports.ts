import type { SigningPorts } from '../../../src/pages/supervisor/signing/signing-ports.ts';
import { TEN_O_CLOCK } from '../sent-messages.ts';

/** A supervisor's computer in memory. */
export function fakeSigningPorts() {
  const values = new Map<string, unknown>();
  const saved: { readonly name: string; readonly text: string }[] = [];
  const ports: SigningPorts = {
    clock: { now: () => TEN_O_CLOCK },
    keys: {
      get: async (name) => values.get(name),
      put: async (name, value) => void values.set(name, value),
    },
    saveFile: (name, text) => void saved.push({ name, text }),
    rounds: 10,
  };
  return { ports, values, saved };
}
