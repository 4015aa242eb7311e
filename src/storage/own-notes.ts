import { notedChanges } from '../domain/policy/noted-changes.ts';
import { type PolicyChange, policyChanges } from '../domain/policy/policy-changes.ts';
import { type LayerValues, readLayer, writeLayer } from '../domain/policy/read-layer.ts';
import type { RuleBook } from '../domain/policy/rules.ts';
import { canonicalText } from '../domain/policy/same-value.ts';
import { settle } from '../domain/policy/settle.ts';
import { sha256 } from '../platform/digest.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { NotePolicy } from './managed-policy.ts';
import { OWN_SETTINGS } from './policy-store.ts';
import type { StorageArea } from './storage-area.ts';
import type { TwoPlaces } from './two-places.ts';

/** Under this name both places keep the operator's own settings as the journal knows them. */
export const OWN_NOTED = 'own-noted';

export interface OwnNotesPorts {
  /** `storage.local` */
  readonly local: StorageArea;
  /** Of the name {@link OWN_NOTED}. */
  readonly places: TwoPlaces;
  /** What is recommended on this computer: under it lies what the operator chooses. */
  readonly defaults: () => Promise<RuleBook>;
  readonly note: NotePolicy;
}

/**
 * Tells the journal how the operator's own settings change, whoever writes them and by whatever means. For the worker alone: it
 * hears of every change from the browser, and compares at its start with what the journal knew last.
 */
export class OwnNotes {
  readonly #ports: OwnNotesPorts;
  readonly #inTurn = oneAfterAnother();

  constructor(ports: OwnNotesPorts) {
    this.#ports = ports;
  }

  /** For every start. @throws what the storage throws, and `note`; then the next call tells it */
  keep(): Promise<void> {
    return this.#inTurn(async () => this.#compare(await this.#known()));
  }

  /** A change of `storage.local`, as the browser tells of it. Each is told for itself: what was changed and changed back as well. */
  hear(changes: Readonly<Record<string, unknown>>): Promise<void> {
    if (!Object.hasOwn(changes, OWN_SETTINGS)) return Promise.resolve();
    const { oldValue, newValue }: { oldValue?: unknown; newValue?: unknown } = Object(changes[OWN_SETTINGS]);
    return this.#inTurn(async () => {
      const was = ownOf(oldValue);
      // Where nobody can tell what the journal knows, the browser's word counts.
      const known = await this.#known().catch(() => was);
      // A change that was seen before, at the start: what there is now has the last word.
      if (textOf(known) !== textOf(was)) await this.#compare(known);
      else await this.#tell(known, ownOf(newValue));
    });
  }

  async #compare(known: LayerValues): Promise<void> {
    const stored = await this.#ports.local.get(OWN_SETTINGS);
    await this.#tell(known, ownOf(stored[OWN_SETTINGS]));
  }

  /** The second place counts where there is one: whoever writes into the first does not reach it as easily. */
  async #known(): Promise<LayerValues> {
    const { first, second } = await this.#ports.places.readBoth();
    return ownOf(second ?? first);
  }

  async #tell(known: LayerValues, now: LayerValues): Promise<void> {
    const { defaults, note, places } = this.#ports;
    const changes = policyChanges(known, now, 'no-demand');
    if (changes.length === 0) return;
    const below = await defaults();
    const [before, after] = await Promise.all([digestOf(known), digestOf(now)]);
    await note({
      kind: 'policy',
      origin: 'own',
      before,
      after,
      keys: [...new Set(changes.map(({ key }) => key))],
      kept: [],
      ...notedChanges(changes.map((change) => inEffect(change, below, known, now))),
    });
    // The journal first: rather told twice than not at all.
    await places.write(writeLayer(now));
  }
}

/** The values that hold with a choice and without it, as far as nobody fixes others. */
function inEffect(change: PolicyChange, defaults: RuleBook, known: RuleBook, now: RuleBook): PolicyChange {
  const { key, account } = change;
  const valueWith = (own: RuleBook) => settle({ 'managed-default': defaults, own }, key, account).value;
  return { ...change, before: valueWith(known), after: valueWith(now) };
}

/** What the journal tells of: what Matta does not understand stays where it is. */
function ownOf(stored: unknown): LayerValues {
  return { ...readLayer(stored).values, unknown: {}, unknownOfAccounts: {} };
}

function textOf({ rules, accounts }: RuleBook): string {
  return canonicalText({ rules, accounts });
}

async function digestOf(own: RuleBook): Promise<string | null> {
  const isEmpty = Object.keys(own.rules).length + Object.keys(own.accounts).length === 0;
  return isEmpty ? null : sha256(textOf(own));
}
