import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { policyFor, type SettledRules } from '../../domain/policy/effective-policy.ts';
import type { LayerProblem } from '../../domain/policy/layer-problem.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { PassphraseNeeded } from '../../storage/policy-store.ts';
import type { OutcomeText } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';
import type { OptionsPorts } from './options-ports.ts';

type Ended = 'saved' | 'failed' | 'locked';

const OUTCOMES: Readonly<Record<Ended, MessageKey>> = {
  saved: 'optionsSaved',
  failed: 'optionsSaveFailed',
  locked: 'optionsLockNeeded',
};

/** The settings in force and how to change them. */
export interface EditedPolicy {
  readonly policy: Policy;
  /** Why each of them holds. */
  readonly rules: SettledRules;
  /** The same for accounts of which somebody says something of their own. */
  readonly accounts: PolicyInForce['accounts'];
  /** What is wrong with what supervisors brought to this computer. */
  readonly problems: readonly LayerProblem[];
  /** Changes the settings; `field` names the place on the page where the outcome is to be shown. */
  readonly save: (field: string, change: (policy: Policy) => Policy) => void;
  /** How the last change went, if it was made in this field. */
  readonly outcomeOf: (field: string) => OutcomeText | null;
}

/**
 * Follows the stored settings, whoever changes them, and saves changes of this page one after the other.
 * @param isOpen no passphrase lies before them, or somebody has given it
 */
export function usePolicy(
  first: PolicyInForce,
  store: OptionsPorts['policy'],
  isOpen: boolean,
): EditedPolicy {
  const { t } = useTexts();
  const [inForce, setInForce] = useState(first);
  const [last, setLast] = useState<{ readonly field: string; readonly ended: Ended } | null>(null);
  const queue = useRef(Promise.resolve());

  useEffect(() => {
    const shown = new AbortController();
    store.watch(setInForce, shown.signal);
    return () => shown.abort();
  }, [store]);

  const save = useCallback<EditedPolicy['save']>(
    (field, change) => {
      queue.current = queue.current
        .then(async () => {
          await store.change(change, isOpen);
          setInForce(await store.read());
        })
        .then(
          () => setLast({ field, ended: 'saved' }),
          (error: unknown) =>
            setLast({ field, ended: error instanceof PassphraseNeeded ? 'locked' : 'failed' }),
        );
    },
    [store, isOpen],
  );
  const outcomeOf = (field: string): OutcomeText | null => {
    if (last?.field !== field) return null;
    return { tone: last.ended === 'saved' ? 'done' : 'failed', text: t(OUTCOMES[last.ended]) };
  };
  return { ...inForce, policy: policyFor(inForce), save, outcomeOf };
}
