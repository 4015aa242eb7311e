import { startUnsendBadge } from '../../src/features/unsend-badge/unsend-badge.ts';
import type { OutgoingMessage } from '../../src/line/chat/chat-page.ts';
import { japan, settle } from './conversation-bench.ts';
import './dom-stand-ins.ts';
import { FakeConversation } from './fake-chat-page.ts';
import { featureBench } from './feature-bench.ts';
import { click } from './trusted-events.ts';

/** Half past two in the afternoon. */
export const NOW = japan(23, 14, 30);

/** An open conversation with badges. */
export function badgeBench(change: ConstructorParameters<typeof FakeConversation>[1] = {}) {
  const bench = featureBench(NOW);
  const opened = new FakeConversation(bench.clock, change);
  bench.start(startUnsendBadge);
  bench.page.open(opened);
  return { ...bench, opened };
}

export const badgeOf = (row: Element | undefined) => row?.querySelector<HTMLElement>('matta-badge') ?? null;
export const stateOf = (row: Element | undefined) => badgeOf(row)?.dataset['state'];
export const labelOf = (row: Element | undefined) => badgeOf(row)?.textContent ?? null;

/** A conversation with one message; `ask` presses its badge and reads what opens. */
export function explanationBench(
  message: OutgoingMessage,
  change: ConstructorParameters<typeof FakeConversation>[1] = {},
) {
  const bench = badgeBench(change);
  const badge = badgeOf(bench.opened.add(message)[0]);
  if (badge === null) throw new Error('no badge');
  return {
    ...bench,
    badge,
    async ask() {
      click(badge);
      await settle();
      return explanation();
    },
  };
}

/** The shadow root of the explanation that is open; null when none is. */
export const root = () => document.querySelector('matta-explanation')?.shadowRoot ?? null;

/** What the explanation that is open says. */
export function explanation() {
  const texts = (selector: string) =>
    [...(root()?.querySelectorAll(selector) ?? [])].map((element) => element.textContent ?? '');
  return {
    title: root()?.querySelector('h2')?.textContent,
    paragraphs: texts('p'),
    steps: texts('li'),
    apologies: texts('.apology span'),
  };
}
