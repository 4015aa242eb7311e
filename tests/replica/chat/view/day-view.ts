import { switches } from '../active-switches.ts';
import { element, placeBefore, setChildren } from '../dom.ts';
import { zone } from '../locale.ts';
import type { Block } from '../model/runs.ts';
import { NoticeView } from './notice-view.ts';
import { type RoomTraits, type RowSource, RunView } from './run-view.ts';
import { SeparatorView } from './separator-view.ts';

type BlockView = RunView | NoticeView;

/** How views find their successors: by message, or by place as an unkeyed list does. */
export type Matching = 'keyed' | 'positional';

export interface ShownDay {
  readonly number: number;
  readonly label: string;
  /** Epoch ms of the day's first item. */
  readonly firstSentAt: number;
  readonly blocks: readonly Block[];
}

/** One day of the list: a separator and its blocks, in a wrapper where the page has one. */
export class DayView {
  number = 0;
  readonly #wrapper = wrapper();
  readonly #separator = new SeparatorView();
  #blocks: readonly BlockView[] = [];
  #shown: readonly Block[] | null = null;

  /** The wrapper, or null where days stand directly in the scroller. */
  get element(): HTMLElement | null {
    return this.#wrapper;
  }

  /** The first node of the day. */
  get start(): HTMLElement {
    return this.#wrapper ?? this.#separator.element;
  }

  get runs(): readonly RunView[] {
    return this.#blocks.filter((block) => block.type === 'run');
  }

  /** One element for each message and system row, in page order. */
  get items(): readonly Element[] {
    return this.#blocks.flatMap((block): readonly Element[] =>
      block.type === 'notice' ? [block.element] : block.rows.map((row) => row.element),
    );
  }

  show(day: ShownDay, traits: RoomTraits, source: RowSource, matching: Matching): void {
    this.number = day.number;
    this.#separator.show(
      day.label,
      switches.stamp === 'first' ? day.firstSentAt : zone.midnightOf(day.number),
    );
    if (this.#shown === day.blocks && matching === 'keyed') return;
    this.#shown = day.blocks;
    const previous = matching === 'keyed' ? keyedBlocks(this.#blocks) : positionalBlocks(this.#blocks);
    const blocks = day.blocks.map((block, position) => {
      const view = previous(block, position);
      if (block.type === 'notice' && view.type === 'notice') view.show(block.notice);
      if (block.type === 'run' && view.type === 'run') view.show(block, traits, source);
      return view;
    });
    const dropped = this.#blocks.filter((view) => !blocks.includes(view));
    this.#blocks = blocks;
    for (const view of dropped) view.element.remove();
    if (this.#wrapper !== null) setChildren(this.#wrapper, this.#nodes());
  }

  /** Puts the day before a node of the scroller. */
  place(scroller: HTMLElement, end: Node | null): void {
    placeBefore(scroller, this.#wrapper === null ? this.#nodes() : [this.#wrapper], end);
  }

  remove(): void {
    for (const node of this.#wrapper === null ? this.#nodes() : [this.#wrapper]) node.remove();
  }

  #nodes(): HTMLElement[] {
    return [this.#separator.element, ...this.#blocks.map((block) => block.element)];
  }
}

function wrapper(): HTMLElement | null {
  switch (switches.groups) {
    case 'date-group':
      return element('div', 'position-relative date-group');
    case 'plain':
      return element('div', 'position-relative');
    case 'none':
      return null;
  }
}

function newView(block: Block): BlockView {
  return block.type === 'notice' ? new NoticeView() : new RunView();
}

type BlockSource = (block: Block, position: number) => BlockView;

/** A run goes on in the element that held any of its rows. */
function keyedBlocks(previous: readonly BlockView[]): BlockSource {
  const byKey = new Map<string | undefined, BlockView>();
  for (const view of previous) {
    if (view.type === 'notice') byKey.set(view.notice?.key, view);
    else for (const row of view.rows) byKey.set(row.message?.key, view);
  }
  const taken = new Set<BlockView>();
  return (block) => {
    const keys = block.type === 'notice' ? [block.notice.key] : block.rows.map((row) => row.message.key);
    const found = keys.map((key) => byKey.get(key)).find((view) => view !== undefined && !taken.has(view));
    const view = found ?? newView(block);
    taken.add(view);
    return view;
  };
}

function positionalBlocks(previous: readonly BlockView[]): BlockSource {
  return (block, position) => {
    const view = previous[position];
    return view?.type === block.type ? view : newView(block);
  };
}
