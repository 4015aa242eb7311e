import type { Item, Message, Notice } from './message.ts';

export interface Row {
  readonly message: Message;
  /** Only the last row of a run shows its clock. */
  readonly closesRun: boolean;
}

/** What stands in one day of the list: system rows, and runs of messages by one sender. */
export type Block =
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'run'; readonly rows: readonly Row[] };

/** Arranges the items of one day; `minute` ends a run with its clock minute, `sender` only when another one writes. */
export function arrange(items: readonly Item[], rule: 'minute' | 'sender'): readonly Block[] {
  const blocks: Block[] = [];
  let run: Message[] = [];
  const closeRun = (): void => {
    if (run.length > 0) blocks.push({ type: 'run', rows: rowsOf(run) });
    run = [];
  };
  for (const item of items) {
    if (item.type === 'notice') {
      closeRun();
      blocks.push({ type: 'notice', notice: item });
      continue;
    }
    const previous = run.at(-1);
    if (previous !== undefined && !continues(previous, item, rule)) closeRun();
    run.push(item);
  }
  closeRun();
  return blocks;
}

function rowsOf(run: readonly Message[]): readonly Row[] {
  return run.map((message, index) => ({ message, closesRun: index === run.length - 1 }));
}

function continues(previous: Message, next: Message, rule: 'minute' | 'sender'): boolean {
  const sameSender =
    previous.direction === next.direction && previous.kind === next.kind && previous.sender === next.sender;
  return sameSender && (rule === 'sender' || minuteOf(previous) === minuteOf(next));
}

function minuteOf(message: Message): number {
  return Math.floor(message.sentAt / 60_000);
}
