import * as v from 'valibot';
import type { PolicyEvent } from '../domain/journal/policy-event.ts';
import {
  atLeastStandard,
  FORGOTTEN,
  MANAGED_KEYS,
  type ManagedReading,
  readManaged,
  UNREADABLE,
} from '../domain/policy/managed-policy.ts';
import type { Fields } from '../domain/policy/migrations.ts';
import { type NotedChanges, notedChanges } from '../domain/policy/noted-changes.ts';
import { policyChanges } from '../domain/policy/policy-changes.ts';
import { canonicalText, isSameValue } from '../domain/policy/same-value.ts';
import { sha256 } from '../platform/digest.ts';
import { Listeners } from '../platform/listeners.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import { soon } from '../platform/soon.ts';
import type { StorageArea, WatchedStorageArea } from './storage-area.ts';

/** Where the last good managed policy is remembered. */
export const MANAGED_MEMORY = 'managed-policy';

/**
 * How long a reading waits for the browser's word. `shortly`: what is shown shall not be late. `until-known`: what lets something go
 * shall not go by a memory that somebody has removed or made.
 */
export type Patience = 'shortly' | 'until-known';

/**
 * From the first asking of a worker or page on. Measured in Chromium 156: a browser that has just started answers after three to five
 * seconds, whether there is a policy or not, and after three milliseconds from then on.
 */
const PATIENCE_MS: Readonly<Record<Patience, number>> = { shortly: 150, 'until-known': 6_000 };

/** What is used of `storage.managed`, which nobody but an administrator writes. */
export interface ManagedArea extends Pick<WatchedStorageArea, 'onChanged'> {
  get(keys: null): Promise<Record<string, unknown>>;
}

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const memorySchema = v.object({
  /** The `fields` of the last reading, and their hash. */
  fields: v.record(v.string(), v.unknown()),
  hash: digest,
  /** The hash of the policy that the journal knows; null: of none. */
  noted: v.nullable(digest),
  /** The `fields` that the journal knows, as long as they are others. */
  told: v.exactOptional(v.record(v.string(), v.unknown())),
});
interface Memory extends Pick<v.InferOutput<typeof memorySchema>, 'fields' | 'noted' | 'told'> {
  /** There is one, and nobody can tell what it said. */
  readonly isBroken: boolean;
}

/** Writes an entry about the policy into the journal. */
export type NotePolicy = (event: PolicyEvent) => Promise<void>;

/** The policy that an administrator brings to this computer, and what was good of it last: decision 8. */
export class ManagedPolicy {
  readonly #local: StorageArea;
  readonly #managed: ManagedArea;
  readonly #inTurn = oneAfterAnother();
  readonly #late = new Listeners<void>();
  #isTold = false;
  #hasGiven = false;
  /** When this was asked first, as `performance.now()`. */
  #askedAt: number | null = null;

  /** @param local `storage.local`; @param managed `storage.managed` */
  constructor(local: StorageArea, managed: ManagedArea) {
    this.#local = local;
    this.#managed = managed;
  }

  /**
   * What holds of it now. Where nothing that is remembered can be read, what the browser gives holds alone. A browser that has not
   * answered is waited for; should that be in vain, what is remembered holds, and who wanted to know surely gets nothing laxer than
   * the standards.
   */
  async read(patience: Patience = 'shortly'): Promise<ManagedReading> {
    const giving = this.#given();
    const waiting = this.#within(patience, giving);
    const stored = await this.#stored().catch(() => ({}));
    const given = await waiting;
    const { reading } = await look(stored, given ?? {});
    if (given !== null) return reading;
    const isStrict = patience === 'until-known';
    void giving.then((late) => this.#tellOfLate(late, isStrict ? null : reading.fields));
    return isStrict ? atLeastStandard(reading) : reading;
  }

  /** Calls back, once, when the browser gives another policy than somebody had to go on with who could wait no longer. */
  onLate(listener: () => void, signal: AbortSignal): void {
    this.#late.add(listener, signal);
  }

  /**
   * Remembers what holds, and has the journal told when the policy is another one than it knows. For the worker alone: at every
   * start and after every change. @throws whatever `note` throws; then the next call tells it again
   */
  keep(note: NotePolicy): Promise<void> {
    return this.#inTurn(async () => {
      // Here an error ends it all: what cannot be read must not be overwritten.
      const stored = await this.#stored();
      const { given, reading, memory } = await look(stored, await this.#given());
      const { fields } = reading;
      const after = Object.keys(given).length === 0 ? null : await sha256(canonicalText(given));
      const isKnown = after === memory.noted;
      if (isKnown && isSameValue(fields, memory.fields)) return;
      // Before the journal is asked: what is fixed must hold also where it cannot be written down.
      const told = memory.told ?? memory.fields;
      await this.#remember({ fields, noted: memory.noted, ...(isKnown ? {} : { told }) });
      if (isKnown) return;
      const differing = (one: Fields, other: Fields) =>
        MANAGED_KEYS.filter((key) => key !== 'keys' && !isSameValue(one[key], other[key]));
      await note({
        kind: 'policy',
        before: memory.noted,
        after,
        keys: differing(given, told),
        kept: differing(given, fields),
        ...changesBetween(readManaged(told, told), reading),
      });
      await this.#remember({ fields, noted: after });
    });
  }

  #stored(): Promise<Fields> {
    return this.#local.get(MANAGED_MEMORY);
  }

  /** A browser that does not give its policy is taken to have none: then what is remembered holds. */
  #given(): Promise<Fields> {
    return this.#managed.get(null).catch(() => ({}));
  }

  /** Null as long as the browser has not given its policy for the first time, for which all wait together only once. */
  async #within(patience: Patience, asked: Promise<Fields>): Promise<Fields | null> {
    const giving = asked.then((fields) => {
      this.#hasGiven = true;
      return fields;
    });
    if (this.#hasGiven) return giving;
    this.#askedAt ??= performance.now();
    return soon(giving, PATIENCE_MS[patience] - (performance.now() - this.#askedAt), null);
  }

  /** @param wentOn the fields that somebody went on with; null: with what is as strict as the standards */
  async #tellOfLate(late: Fields, wentOn: Fields | null): Promise<void> {
    const { reading } = await look(await this.#stored().catch(() => ({})), late);
    if (this.#isTold || (wentOn !== null && isSameValue(reading.fields, wentOn))) return;
    this.#isTold = true;
    this.#late.tell();
  }

  async #remember({ fields, ...others }: Omit<Memory, 'isBroken'>): Promise<void> {
    const hash = await sha256(canonicalText(fields));
    await this.#local.set({ [MANAGED_MEMORY]: { fields, hash, ...others } });
  }
}

async function look(stored: Fields, all: Fields) {
  const given = Object.fromEntries(Object.entries(all).filter(([key]) => MANAGED_KEYS.includes(key)));
  const memory = await readMemory(stored[MANAGED_MEMORY]);
  // What the browser gives is what holds, and mends the memory.
  const isUnknown = memory.isBroken && Object.keys(given).length === 0;
  return { given, memory, reading: isUnknown ? FORGOTTEN : readManaged(given, memory.fields) };
}

function changesBetween(before: ManagedReading, after: ManagedReading): NotedChanges {
  return notedChanges(
    policyChanges(before.locked, after.locked, 'no-demand'),
    policyChanges(before.defaults, after.defaults, 'no-demand'),
  );
}

/** What is not as it was written says only which fields there were: each is then as strict as its rule can be. */
async function readMemory(stored: unknown): Promise<Memory> {
  const parsed = v.safeParse(memorySchema, stored);
  if (!parsed.success) return { fields: {}, noted: null, isBroken: stored !== undefined };
  const { hash, ...memory } = parsed.output;
  const { fields, noted } = memory;
  if ((await sha256(canonicalText(fields))) === hash) return { ...memory, isBroken: false };
  return {
    fields: Object.fromEntries(Object.keys(fields).map((key) => [key, UNREADABLE])),
    noted,
    isBroken: false,
  };
}
