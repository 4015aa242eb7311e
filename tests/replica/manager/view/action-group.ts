import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import { labels } from '../locale.ts';
import { button } from './pressable.ts';

export interface ActionEvents {
  readonly onDraft: () => void;
  readonly onTest: () => void;
  readonly onSend: () => void;
}

const FRESH_MS = 300;

/** 下書き保存, テスト配信 and 配信, together; above the form, below it, or both. */
export class ActionGroups {
  readonly top = element('div', 'actions');
  readonly bottom = element('div', 'actions actions-bottom');
  readonly #events: ActionEvents;
  #busy = false;

  constructor(events: ActionEvents, signal: AbortSignal) {
    this.#events = events;
    this.top.hidden = switches.buttons === 'bottom';
    this.bottom.hidden = switches.buttons === 'top';
    this.#draw();
    if (switches.rerender === 'no') return;
    const drawings = setInterval(() => this.#draw(), FRESH_MS);
    signal.addEventListener('abort', () => clearInterval(drawings));
  }

  /** While a request is under way, nothing can be pressed. */
  setBusy(busy: boolean): void {
    if (this.#busy === busy) return;
    this.#busy = busy;
    this.#draw();
  }

  #draw(): void {
    for (const group of [this.top, this.bottom]) {
      if (!group.hidden) this.#fill(group);
    }
  }

  /** Fresh elements take over the focus of those whose place they take. */
  #fill(group: HTMLElement): void {
    const children: readonly (Element | null)[] = [...group.children];
    const focused = children.indexOf(document.activeElement);
    group.replaceChildren(...this.#buttons());
    const successor = group.children[focused];
    if (successor instanceof HTMLElement) successor.focus();
  }

  #buttons(): readonly HTMLElement[] {
    const { draft, test, send } = labels.actions;
    const { onDraft, onTest, onSend } = this.#events;
    const disabled = this.#busy;
    return [
      button({ label: draft, classes: 'btn-secondary', part: 'draft', disabled, onPress: onDraft }),
      button({ label: test, classes: 'btn-secondary', part: 'test', disabled, onPress: onTest }),
      button({
        label: send,
        classes: 'btn-primary',
        part: 'send',
        disabled,
        submits: switches.form === 'form',
        onPress: onSend,
      }),
    ];
  }
}
