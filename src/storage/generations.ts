import * as v from 'valibot';
import { instantSchema } from '../domain/unsend/sent-message.ts';
import type { DatabaseForm } from './open-database.ts';
import type { StorageArea } from './storage-area.ts';

/** Which database is in use. A damaged one is set aside by counting on: `matta-sent-2` follows `matta-sent-1`. */
const recordSchema = v.object({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rebuiltAt: v.nullable(instantSchema),
});
export type GenerationRecord = v.InferOutput<typeof recordSchema>;

const NUMBER = /^-(\d{1,9})$/;

/** The databases of one form that there are, and which of them is in use. */
export class Generations {
  readonly #factory: IDBFactory | undefined;
  readonly #local: StorageArea;
  readonly #form: DatabaseForm;

  constructor(form: DatabaseForm, factory: IDBFactory | undefined, local: StorageArea) {
    this.#form = form;
    this.#factory = factory;
    this.#local = local;
  }

  nameOf(generation: number): string {
    return `${this.#form.prefix}-${generation}`;
  }

  async inUse(): Promise<GenerationRecord> {
    const { key } = this.#form;
    const parsed = v.safeParse(recordSchema, (await this.#local.get(key))[key]);
    if (parsed.success) return parsed.output;
    // Settings may have been cleared while databases remain: the last one is the one that was in use.
    return { generation: Math.max(1, ...(await this.#existing())), rebuiltAt: null };
  }

  async use(record: GenerationRecord): Promise<void> {
    await this.#local.set({ [this.#form.key]: record });
  }

  /** The first number after `damaged` under which nothing lies yet. */
  async after(damaged: number): Promise<number> {
    return Math.max(damaged, ...(await this.#existing())) + 1;
  }

  /** Deletes all but the one in use. */
  async deleteOthers(): Promise<void> {
    const factory = this.#factory;
    if (factory === undefined) return;
    const { generation } = await this.inUse();
    const others = (await this.#existing()).filter((other) => other !== generation);
    await Promise.all(others.map((other) => deleteDatabase(factory, this.nameOf(other))));
  }

  async #existing(): Promise<readonly number[]> {
    const { prefix } = this.#form;
    // Where even the list is damaged, the number in `storage.local` has to do.
    const all = (await this.#factory?.databases().catch(() => [])) ?? [];
    return all
      .map(({ name = '' }) => (name.startsWith(prefix) ? name.slice(prefix.length) : ''))
      .map((end) => Number(NUMBER.exec(end)?.[1] ?? 0))
      .filter((generation) => generation > 0);
  }
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
