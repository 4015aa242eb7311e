import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { GateDialogOptions } from './gate-ports.ts';
import type { GateRun } from './gate-run.ts';
import type { GateWords } from './gate-words.ts';

/** What every part of the dialog may need. */
export interface GateView {
  readonly run: GateRun;
  readonly options: GateDialogOptions;
  readonly words: GateWords;
}

const GateContext = createContext<GateView | null>(null);

/** Gives its children what {@link useGate} answers. */
export const GateProvider = GateContext.Provider;

/** Throws {@link NoGate} outside of a {@link GateProvider}. */
export function useGate(): GateView {
  const view = useContext(GateContext);
  if (view === null) throw new NoGate();
  return view;
}

/** A part of the dialog was drawn outside of it: a defect. */
export class NoGate extends Error {
  override readonly name = 'NoGate';
}
