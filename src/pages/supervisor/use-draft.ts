import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { Clock } from '../../domain/clock.ts';
import { withRule } from '../../domain/policy/layer-edits.ts';
import type { LayerProblem } from '../../domain/policy/layer-problem.ts';
import { type LayerValues, readLayer, writeLayer } from '../../domain/policy/read-layer.ts';
import type { RuleKey, RuleValues } from '../../domain/policy/rules.ts';
import { canonicalText } from '../../domain/policy/same-value.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';

/** The policy that is worked on. */
export interface EditedDraft {
  readonly clock: Clock;
  readonly values: LayerValues;
  /** What in it this version does not know, or cannot use. */
  readonly problems: readonly LayerProblem[];
  /** True while the last change could not be kept. */
  readonly isUnsaved: boolean;
  readonly replace: (values: LayerValues) => void;
  /** Undefined: nothing is decided. Null: for all accounts. */
  readonly set: <K extends RuleKey>(
    account: BasicId | null,
    key: K,
    value: RuleValues[K] | undefined,
  ) => void;
}

/** Keeps a draft, and follows it where another tab works on it. @param stored as the store gave it when the page was opened */
export function useDraft(
  stored: unknown,
  { draft: store, clock }: Pick<SupervisorPorts, 'draft' | 'clock'>,
): EditedDraft {
  const [values, setValues] = useState(() => readDraft(stored));
  const [isUnsaved, setUnsaved] = useState(false);
  const last = useRef(values);
  const written = useRef(new Set<string>());
  const show = useCallback((next: LayerValues) => {
    last.current = next;
    setValues(next);
  }, []);
  useEffect(() => {
    const shown = new AbortController();
    store.watch((news) => {
      // The browser tells of our own changes too, late: they would bring back what has been changed again since.
      if (!written.current.delete(canonicalText(news))) show(readDraft(news));
    }, shown.signal);
    return () => shown.abort();
  }, [store, show]);
  const replace = useCallback(
    (next: LayerValues) => {
      const layer = writeLayer(next);
      show(next);
      written.current.add(canonicalText(layer));
      store.write(layer).then(
        () => setUnsaved(false),
        () => setUnsaved(true),
      );
    },
    [store, show],
  );
  const set = useCallback<EditedDraft['set']>(
    (account, key, value) => replace(withRule(last.current, account, key, value)),
    [replace],
  );
  const problems = useMemo(() => readLayer(writeLayer(values), 'signed').problems, [values]);
  return { clock, values, problems, isUnsaved, replace, set };
}

/** Read as a policy that others may not loosen, so that what is damaged is never shown laxer than it was meant. */
function readDraft(stored: unknown): LayerValues {
  return readLayer(stored, 'signed').values;
}
