import type { Item, Message } from './message.ts';

/** One calendar day of a conversation. Days never change: a changed day is a new object. */
export interface Day {
  /** Calendar days since 1970-01-01 in the displayed zone. */
  readonly number: number;
  readonly items: readonly Item[];
}

/** The items of one conversation, oldest first, by calendar day. */
export class Timeline {
  readonly #dayNumberOf: (epochMs: number) => number;
  #days: Day[] = [];

  constructor(items: readonly Item[], dayNumberOf: (epochMs: number) => number) {
    this.#dayNumberOf = dayNumberOf;
    this.#days = this.#split(items);
  }

  get days(): readonly Day[] {
    return this.#days;
  }

  get items(): readonly Item[] {
    return this.#days.flatMap((day) => day.items);
  }

  get oldest(): Item | undefined {
    return this.#days[0]?.items[0];
  }

  /** The last message, for the preview in the list. */
  get newestMessage(): Message | undefined {
    return this.find(() => true);
  }

  append(item: Item): void {
    const number = this.#dayNumberOf(item.sentAt);
    const last = this.#days.at(-1);
    // A clock that was set back must not make a second group of an earlier day.
    if (last !== undefined && last.number >= number) {
      this.#days[this.#days.length - 1] = { number: last.number, items: [...last.items, item] };
    } else {
      this.#days.push({ number, items: [item] });
    }
  }

  /** Adds a page of older items in front. */
  prepend(items: readonly Item[]): void {
    const older = this.#split(items);
    const meeting = older.at(-1);
    const first = this.#days[0];
    if (meeting !== undefined && first !== undefined && meeting.number === first.number) {
      const joined = { number: first.number, items: [...meeting.items, ...first.items] };
      this.#days = [...older.slice(0, -1), joined, ...this.#days.slice(1)];
    } else {
      this.#days = [...older, ...this.#days];
    }
  }

  find(wanted: (message: Message) => boolean): Message | undefined {
    for (const day of this.#days.toReversed()) {
      const found = day.items.findLast((item) => item.type === 'message' && wanted(item));
      if (found?.type === 'message') return found;
    }
    return undefined;
  }

  /** Puts another item in the place of the one with this key; null takes it out. */
  replace(key: string, replacement: Item | null): void {
    const position = this.#days.findLastIndex((day) => day.items.some((item) => item.key === key));
    const day = this.#days[position];
    if (day === undefined) return;
    const items = day.items.flatMap((item) => {
      if (item.key !== key) return [item];
      return replacement === null ? [] : [replacement];
    });
    if (items.length === 0) this.#days.splice(position, 1);
    else this.#days[position] = { number: day.number, items };
  }

  #split(items: readonly Item[]): Day[] {
    const days: { number: number; items: Item[] }[] = [];
    for (const item of items) {
      const number = this.#dayNumberOf(item.sentAt);
      const last = days.at(-1);
      if (last?.number === number) last.items.push(item);
      else days.push({ number, items: [item] });
    }
    return days;
  }
}
