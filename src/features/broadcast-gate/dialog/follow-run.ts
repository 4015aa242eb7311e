import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { GateRun } from './gate-run.ts';

/** Draws the component again after every change of the run. */
export function useFollow(run: GateRun): void {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    const shown = new AbortController();
    run.onChange(() => draw(null), shown.signal);
    return () => shown.abort();
  }, [run]);
}
