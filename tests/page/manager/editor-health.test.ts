// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ManagerHealth } from '../../../src/line/manager/manager-page.ts';
import { setHidden } from '../../support/dom-stand-ins.ts';
import { makeEditor } from '../../support/editor-markup.ts';
import { actionGroup, inRoot, JAPANESE, make, showPage } from '../../support/manager-markup.ts';
import { EDITOR, goTo, haveNavigation, openBench } from './manager-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
  haveNavigation();
});
afterEach(() => {
  setHidden(false);
  vi.useRealTimers();
});

function watch() {
  const bench = openBench();
  const told: ManagerHealth[] = [];
  bench.page.onHealth((health) => told.push(health), new AbortController().signal);
  return { bench, told, states: () => told.map(({ state }) => state) };
}

describe('the health of an editor', () => {
  test('is told as soon as its actions are there, with what was found', async () => {
    showPage(EDITOR, actionGroup().group, makeEditor());
    const { told, states } = watch();
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['starting', 'healthy']);
    expect(told.at(-1)).toEqual({
      state: 'healthy',
      problems: [],
      anchors: { action: 0, accountName: -1, messageText: 0, section: 0, date: 0, switch: 0 },
    });
  });

  test('says which alternative was found', async () => {
    showPage(EDITOR, actionGroup(undefined, { classes: 'renamed', elements: 'closed' }).group);
    const { told } = watch();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)?.anchors).toMatchObject({ action: 1, section: -1 });
  });

  test('is doubted where the main button beside draft and test says a new word, until the word is learnt', async () => {
    showPage(EDITOR, actionGroup({ ...JAPANESE, send: '公開' }).group);
    const { bench, told, states } = watch();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toMatchObject({ state: 'degraded', problems: ['readings-differ'] });
    bench.page.useSendLabels(['公開']);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['starting', 'degraded', 'healthy']);
  });

  test('waits three seconds for what is loaded late', async () => {
    showPage(EDITOR);
    const { states } = watch();
    await vi.advanceTimersByTimeAsync(2500);
    expect(states()).toEqual(['starting']);
    document.body.append(actionGroup().group);
    await vi.advanceTimersByTimeAsync(1000);
    expect(states()).toEqual(['starting', 'healthy']);
  });

  test('is bad when nothing is recognised, until something is', async () => {
    showPage(EDITOR, make('button', {}, 'Publish'));
    const { bench, told, states } = watch();
    await vi.advanceTimersByTimeAsync(3000);
    expect(told.at(-1)).toMatchObject({ state: 'degraded', problems: ['editor-not-recognised'] });
    bench.page.useSendLabels(['Publish']);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['starting', 'degraded', 'healthy']);
  });

  test('gets better by what appears inside a shadow root, which nobody can observe', async () => {
    const box = make('div');
    showPage(EDITOR, inRoot(box, 'closed'));
    const { states } = watch();
    await vi.advanceTimersByTimeAsync(3000);
    box.append(actionGroup().group);
    await vi.advanceTimersByTimeAsync(3000);
    expect(states()).toEqual(['starting', 'degraded', 'healthy']);
  });

  test('survives that the actions are away for a moment', async () => {
    const { group } = actionGroup();
    showPage(EDITOR, group);
    const { states } = watch();
    await vi.advanceTimersByTimeAsync(0);
    group.remove();
    await vi.advanceTimersByTimeAsync(3500);
    expect(states()).toEqual(['starting', 'healthy']);
    document.body.append(group);
    await vi.advanceTimersByTimeAsync(5000);
    expect(states()).toEqual(['starting', 'healthy']);
    group.remove();
    await vi.advanceTimersByTimeAsync(3500);
    expect(states()).toEqual(['starting', 'healthy']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(states()).toEqual(['starting', 'healthy', 'degraded']);
  });

  test('starts anew with every change of address', async () => {
    showPage(EDITOR, actionGroup().group);
    const { states } = watch();
    await vi.advanceTimersByTimeAsync(0);
    goTo('/broadcast');
    document.body.replaceChildren();
    goTo('/broadcast/edit/1');
    await vi.advanceTimersByTimeAsync(3000);
    expect(states()).toEqual(['starting', 'healthy', 'idle', 'starting', 'degraded']);
  });
});

describe('where no broadcast is written', () => {
  test('there is nothing to look at, and nothing that looks', async () => {
    showPage('/broadcast', actionGroup().group);
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const { states } = watch();
    document.body.append(make('div'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states()).toEqual(['idle']);
    expect(observe).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    observe.mockRestore();
  });

  test('nothing is left after an editor, or after the end', async () => {
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    showPage(EDITOR);
    const { bench } = watch();
    goTo('/broadcast');
    expect(vi.getTimerCount()).toBe(0);
    goTo(EDITOR);
    expect(vi.getTimerCount()).toBe(1);
    disconnect.mockClear();
    bench.ending.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(disconnect).toHaveBeenCalled();
    disconnect.mockRestore();
  });
});

describe('a hidden tab', () => {
  test('is not looked at until it is in view', async () => {
    showPage(EDITOR);
    setHidden(true);
    const { states } = watch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(states()).toEqual(['starting']);
    document.body.append(actionGroup().group);
    setHidden(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['starting', 'healthy']);
  });
});
