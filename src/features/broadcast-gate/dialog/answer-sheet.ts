import type { Answer, Item, ItemKey, Reason, Sheet, StillOpen } from '../../../domain/broadcast/checklist.ts';
import { isReason } from '../../../domain/broadcast/typed-letters.ts';
import type { AnswerVerdict } from './gate-ports.ts';

/** How far the answer to one item is. */
export type ItemState = 'open' | 'judging' | AnswerVerdict;

/** The answers to one checklist while they are given. It knows no right answer: the worker judges each. */
export class AnswerSheet {
  readonly sheet: Sheet;
  readonly #judge: (answer: Answer) => Promise<AnswerVerdict>;
  readonly #changed: () => void;
  readonly #answers = new Map<ItemKey, Answer>();
  readonly #states = new Map<ItemKey, ItemState>();
  readonly #reasons = new Map<string, string>();

  /** @param changed is called after every change */
  constructor(sheet: Sheet, judge: (answer: Answer) => Promise<AnswerVerdict>, changed: () => void) {
    this.sheet = sheet;
    this.#judge = judge;
    this.#changed = changed;
    for (const item of sheet.items) if (isDoneByItself(item)) this.#states.set(item.name, 'right');
  }

  stateOf(name: ItemKey): ItemState {
    return this.#states.get(name) ?? 'open';
  }

  /** Has an answer judged. A verdict that comes after the answer was changed is dropped. */
  async give(answer: Answer): Promise<void> {
    const { item } = answer;
    this.#answers.set(item, answer);
    this.#set(item, 'judging');
    const verdict = await this.#judge(answer).catch((): AnswerVerdict => 'failed');
    if (this.#answers.get(item) === answer) this.#set(item, verdict);
  }

  /** The answer is being changed: it does not stand any more. */
  withdraw(item: ItemKey): void {
    if (!this.#answers.delete(item)) return;
    this.#set(item, 'open');
  }

  reasonFor(finding: string): string {
    return this.#reasons.get(finding) ?? '';
  }

  setReason(finding: string, text: string): void {
    this.#reasons.set(finding, text);
    this.#changed();
  }

  /** Takes over what was answered on an earlier sheet to the same questions, but for what the worker says is open. */
  takeOver(earlier: AnswerSheet, { items: open }: StillOpen): void {
    for (const item of this.sheet.items) {
      const answer = earlier.#answers.get(item.name);
      const before = earlier.sheet.items.find(({ name }) => name === item.name);
      const isSame = JSON.stringify(before) === JSON.stringify(item);
      if (answer === undefined || !isSame || open.includes(item.name)) continue;
      this.#answers.set(item.name, answer);
      this.#states.set(item.name, earlier.stateOf(item.name));
    }
    for (const [finding, text] of earlier.#reasons) this.#reasons.set(finding, text);
  }

  /** What keeps the broadcast from going, as far as it can be seen from here. */
  open(): StillOpen {
    const { items, findings } = this.sheet;
    return {
      items: items.map(({ name }) => name).filter((name) => this.stateOf(name) !== 'right'),
      findings: findings
        .filter(({ id, level }) => level === 'block' || (level === 'warn' && !isReason(this.reasonFor(id))))
        .map(({ id }) => id),
    };
  }

  isComplete(): boolean {
    const { items, findings } = this.open();
    return items.length === 0 && findings.length === 0;
  }

  answers(): readonly Answer[] {
    return [...this.#answers.values()];
  }

  reasons(): readonly Reason[] {
    return [...this.#reasons].map(([finding, text]) => ({ finding, text }));
  }

  #set(item: ItemKey, state: ItemState): void {
    this.#states.set(item, state);
    this.#changed();
  }
}

/** A test that was observed needs no answer. */
function isDoneByItself(item: Item): boolean {
  return item.name === 'test' && item.seenAt !== null;
}
