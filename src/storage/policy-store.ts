import { bothBooks } from '../domain/policy/both-books.ts';
import { chosenRules, ruleValues } from '../domain/policy/chosen-rules.ts';
import { effectivePolicy, policyFor } from '../domain/policy/effective-policy.ts';
import type { Layers } from '../domain/policy/layer.ts';
import type { LayerProblem } from '../domain/policy/layer-problem.ts';
import { loosens } from '../domain/policy/loosens.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicyInForce } from '../domain/policy/policy-in-force.ts';
import { type LayerValues, readLayer, writeLayer } from '../domain/policy/read-layer.ts';
import { besideSigned } from '../domain/policy/remembered-rules.ts';
import { isRuleKey } from '../domain/policy/rules.ts';
import { isSameValue } from '../domain/policy/same-value.ts';
import { STRICTEST_BOOK } from '../domain/policy/strictest-policy.ts';
import { keptValues } from '../platform/kept-values.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import { MANAGED_MEMORY, type ManagedArea, ManagedPolicy, type Patience } from './managed-policy.ts';
import { readLock, SETTINGS_LOCK } from './settings-lock.ts';
import { SIGNED_POLICY, SignedPolicy } from './signed-policy.ts';
import type { StorageArea, StorageListener, WatchedStorageArea } from './storage-area.ts';
import { TwoPlaces } from './two-places.ts';

/** The operator's own settings. */
export const OWN_SETTINGS = 'policy';

/** The database that keeps a second copy of what a supervisor has decided here. */
const SECOND_PLACE = 'matta-kept';

/** A supervisor's passphrase lies before this change. */
export class PassphraseNeeded extends Error {
  override readonly name = 'PassphraseNeeded';
}

/** Somebody wanted a value that a supervisor does not allow. */
export class SettingFixed extends Error {
  override readonly name = 'SettingFixed';
}

/** What is set on this computer; the same for the worker and for our pages. */
export interface PolicyStore {
  /**
   * What holds, settled anew from all layers. Damaged or missing values fall to the layer below.
   * @param patience how long a browser is waited for that has just been started; shortly, unless it is said
   */
  read(patience?: Patience): Promise<PolicyInForce>;
  /**
   * Changes the operator's own settings; only what is different is kept as chosen.
   * @param isOpen somebody has just given the passphrase, if there is one
   * @throws v.ValiError when a value is out of range, SettingFixed when it is not allowed, PassphraseNeeded: then nothing is
   * changed
   */
  change(edit: (policy: Policy) => Policy, isOpen?: boolean): Promise<void>;
  /** Calls `listener` with what holds after every change, whoever made it, or once it is known, until `signal` aborts. */
  watch(listener: (policy: PolicyInForce) => void, signal: AbortSignal): void;
}

/** The two places of a value that a supervisor has decided. @param factory `indexedDB`; null: only the first place */
export function placesOf(
  local: StorageArea,
  factory: IDBFactory | null,
  name: string,
  database = SECOND_PLACE,
): TwoPlaces {
  return new TwoPlaces(local, factory === null ? null : keptValues(factory, database), name);
}

/** @param local `storage.local`; @param managed `storage.managed`; @param factory `indexedDB`; null: only for tests without one */
export function policyStore(
  local: WatchedStorageArea,
  managed: ManagedArea,
  factory: IDBFactory | null = null,
): PolicyStore {
  const byManager = new ManagedPolicy(local, managed);
  const signedPlaces = placesOf(local, factory, SIGNED_POLICY);
  const bySupervisor = new SignedPolicy(signedPlaces, { now: () => Date.now() });
  const lock = placesOf(local, factory, SETTINGS_LOCK);
  const inTurn = oneAfterAnother();
  const look = async (reading: Promise<Record<string, unknown>>, patience?: Patience): Promise<Looked> => {
    const [stored, managed, signed] = await Promise.all([
      reading,
      byManager.read(patience),
      bySupervisor.read(patience === 'until-known'),
    ]);
    const own = readLayer(stored[OWN_SETTINGS]).values;
    const { locked, defaults, remembered } = managed;
    return {
      own,
      problems: [...managed.problems, ...signed.problems],
      layers: {
        'managed-default': defaults,
        own,
        ...(signed.layer === null ? {} : { signed: signed.layer }),
        'managed-locked': signed.layer === null ? locked : besideSigned(locked, remembered, signed.layer),
      },
    };
  };
  /** What held when it could be read last. */
  let known: Layers = { 'managed-locked': STRICTEST_BOOK };
  const read = async (patience?: Patience) => {
    const stored = await local.get(OWN_SETTINGS).catch(() => null);
    const { layers, problems } = await look(Promise.resolve(stored ?? {}), patience);
    // What a supervisor had fixed cannot be seen: then it is taken to be what it was, or as strict as can be.
    if (stored === null) return { ...effectivePolicy(atLeast(known, layers)), problems };
    known = layers;
    return { ...effectivePolicy(layers), problems };
  };
  return {
    read,
    change: (edit, isOpen = false) =>
      inTurn(async () => {
        const [{ own, layers }, kept] = await Promise.all([look(local.get(OWN_SETTINGS)), lock.read()]);
        const mayLoosen = isOpen || readLock(kept) === null;
        await local.set({ [OWN_SETTINGS]: writeLayer(changed(own, layers, edit, mayLoosen)) });
      }),
    watch: (listener, signal) => {
      if (signal.aborted) return;
      const tell = () =>
        void inTurn(async () => {
          const policy = await read();
          if (!signal.aborted) listener(policy);
        }).catch((error: unknown) => console.warn('Matta could not read its settings:', error));
      const onLocal: StorageListener = (changes) => {
        if ([OWN_SETTINGS, MANAGED_MEMORY, SIGNED_POLICY].some((key) => Object.hasOwn(changes, key))) tell();
      };
      local.onChanged.addListener(onLocal);
      managed.onChanged.addListener(tell);
      // What was as strict as the standards, or as it is remembered, is what the browser says.
      byManager.onLate(tell, signal);
      // What was taken to be altered meanwhile, and so to be as strict as can be, is what it is.
      signedPlaces.onLate(tell, signal);
      const stop = () => {
        local.onChanged.removeListener(onLocal);
        managed.onChanged.removeListener(tell);
      };
      signal.addEventListener('abort', stop, { once: true });
    },
  };
}

/** What is seen now over what is known, and nothing of what was fixed any laxer. */
function atLeast(known: Layers, seen: Layers): Layers {
  const [before, now] = [known['managed-locked'], seen['managed-locked']];
  const locked = before === undefined || now === undefined ? (before ?? now) : bothBooks(before, now);
  return { ...seen, ...known, ...(locked === undefined ? {} : { 'managed-locked': locked }) };
}

interface Looked {
  readonly own: LayerValues;
  readonly layers: Layers;
  readonly problems: readonly LayerProblem[];
}

function changed(
  own: LayerValues,
  layers: Layers,
  edit: (policy: Policy) => Policy,
  mayLoosen: boolean,
): LayerValues {
  const before = policyFor(effectivePolicy(layers));
  const wanted = ruleValues(edit(before));
  const chosen = chosenRules(own.rules, ruleValues(before), wanted);
  const next = { ...own, rules: { ...own.rules, ...chosen } };
  const settled = effectivePolicy({ ...layers, own: next }).rules;
  const keys = Object.keys(chosen).filter(isRuleKey);
  const was = ruleValues(before);
  if (!mayLoosen && keys.some((key) => loosens(key, was[key], wanted[key]))) throw new PassphraseNeeded();
  const refused = keys.filter((key) => !isSameValue(settled[key].value, wanted[key]));
  if (refused.length > 0) throw new SettingFixed(refused.join(', '));
  return next;
}
