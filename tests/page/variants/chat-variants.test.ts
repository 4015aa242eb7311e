// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../support/dom-stand-ins.ts';
import { ChatLayout } from '../../support/variants/chat-layout.ts';
import { CHAT_MUTATIONS } from '../../support/variants/chat-mutations.ts';
import { makeChatPage } from '../../support/variants/chat-variant.ts';
import { judgeChat } from '../../support/variants/judge-chat.ts';
import { PATIENCE_MS, seedsOf, showReport, trials } from '../../support/variants/seeds.ts';
import { Tally } from '../../support/variants/tally.ts';
import { vary } from '../../support/variants/vary.ts';

const layout = new ChatLayout();
let uninstall = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  uninstall = layout.install();
});
afterEach(() => {
  uninstall();
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function judge(seed: number, mutations: number) {
  const { variant, by } = vary(makeChatPage, CHAT_MUTATIONS, seed, mutations);
  layout.marks = variant.marks;
  return { by, judged: await judgeChat(variant) };
}

describe('a conversation', () => {
  test.each(trials(0))(
    'with $changes changes of its page is read or doubted, and never misread',
    async ({ changes, least }) => {
      const tally = new Tally();
      for (const seed of seedsOf(0, changes)) {
        const { by, judged } = await judge(seed, changes);
        tally.note(seed, by, judged);
      }
      showReport(tally.report(`chat, ${changes} at once`));
      expect(tally.first('wrong')).toEqual([]);
      expect(tally.first('silent')).toEqual([]);
      expect(tally.rightShare()).toBeGreaterThanOrEqual(least);
    },
    PATIENCE_MS,
  );
});
