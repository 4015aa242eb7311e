import type { PracticeApi, RowTruth } from '../practice-api.ts';
import type { ChatApp } from './app.ts';
import { now, setNow } from './clock.ts';
import { shop, zone } from './locale.ts';
import { at } from './model/random.ts';
import type { RowView } from './view/row-view.ts';
import { rowViewOf } from './view/row-view.ts';

/** Makes `window.practice` for a page. */
export function practiceFor(app: ChatApp): PracticeApi {
  const views = (): readonly RowView[] => app.room.body?.rows ?? [];
  return {
    truth: () => views().flatMap((view, index) => view.truth(index) ?? []),
    truthOf: (element) => truthOf(element, views()),
    rows: () => views().map((view) => view.element),
    receive: (text = shop.spontaneous.customer) => app.server.receive(app.current(), { type: 'text', text }),
    send: (text = shop.spontaneous.shop) => app.server.send(app.current(), { type: 'text', text }),
    older: () => app.older(),
    open: (index) => app.open(conversationAt(app, index)),
    conversations: () => app.conversations.map(({ index, chatId }) => ({ index, chatId })),
    rerender: () => app.room.body?.clean(),
    passMidnight: () => setNow(zone.midnightOf(zone.dayNumberOf(now()) + 1) + 1000),
    unsend: (id, outcome) => app.unsend(app.current(), id, outcome),
    setLatency: (latencyMs) => app.server.setLatency(latencyMs),
    churn: (count) => churn(app, count),
  };
}

function conversationAt(app: ChatApp, index: number) {
  const conversation = app.conversations[index];
  if (conversation === undefined) throw new RangeError(`no conversation ${index}`);
  return conversation;
}

function truthOf(element: Element, views: readonly RowView[]): RowTruth | null {
  const view = rowViewOf(element);
  return view?.element === element ? view.truth(views.indexOf(view)) : null;
}

function churn(app: ChatApp, count: number): void {
  for (let change = 0; change < count; change += 1) at(app.list.rows, change).flicker();
}
