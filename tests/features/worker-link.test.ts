import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { Troubles } from '../../src/features/troubles.ts';
import { linkWorker } from '../../src/features/worker-link.ts';
import { createClient } from '../../src/messaging/bus.ts';
import { ACCOUNT, CUSTOMER } from '../support/conversation-bench.ts';

/** A link over a browser that does with a message what a test says. */
function linked(send: (message: unknown) => Promise<unknown>) {
  const troubles = new Troubles();
  const onGone = vi.fn();
  const link = linkWorker(createClient(send, 1), troubles, onGone);
  const payload = { account: ACCOUNT, conversation: CUSTOMER };
  return { troubles, onGone, ask: () => link('observedTimes', payload, v.array(v.never())) };
}

const UNREACHABLE = 'troubleWorkerUnreachable';

describe('the worker', () => {
  test('is asked with verb and payload, and its answer handed on', async () => {
    const send = vi.fn(async (_: unknown) => ({ ok: true, value: [] }));
    const { ask, troubles } = linked(send);
    expect(await ask()).toEqual({ ok: true, value: [] });
    expect(send.mock.calls).toEqual([
      [{ verb: 'observedTimes', payload: { account: ACCOUNT, conversation: CUSTOMER } }],
    ]);
    expect(troubles.present).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['fails', async () => ({ ok: false, reason: 'failed' })],
    ['is not there', () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['says nothing', async () => undefined],
  ])('that %s is a trouble, and no answer', async (_, send) => {
    const { ask, troubles, onGone } = linked(send);
    expect(await ask()).toEqual({ ok: false, again: true });
    expect(troubles.present).toEqual([UNREACHABLE]);
    expect(onGone).not.toHaveBeenCalled();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['refuses', async () => ({ ok: false, reason: 'refused' })],
    ['finds the request invalid', async () => ({ ok: false, reason: 'invalid' })],
    ['answers something else', async () => ({ ok: true, value: 'no list' })],
  ])('that %s never will do otherwise, and the operator can do nothing about it', async (_, send) => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { ask, troubles } = linked(send);
    expect(await ask()).toEqual({ ok: false, again: false });
    expect(troubles.present).toEqual([]);
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });

  test('that answers again takes the trouble away', async () => {
    const send = vi.fn(async (): Promise<unknown> => ({ ok: true, value: [] }));
    send.mockResolvedValueOnce({ ok: false, reason: 'failed' });
    const { ask, troubles } = linked(send);
    const changes = vi.fn();
    troubles.onChange(changes, new AbortController().signal);
    await ask();
    await ask();
    await ask();
    expect(troubles.present).toEqual([]);
    expect(changes).toHaveBeenCalledTimes(2);
  });

  test('whose extension is gone is no trouble but the end', async () => {
    const { ask, troubles, onGone } = linked(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(await ask()).toEqual({ ok: false, again: true });
    expect(onGone).toHaveBeenCalledTimes(1);
    expect(troubles.present).toEqual([]);
  });
});

describe('troubles', () => {
  test('are told of until the listener’s end', () => {
    const troubles = new Troubles();
    const ending = new AbortController();
    const heard = vi.fn();
    troubles.onChange(heard, ending.signal);
    troubles.set('troubleStoreFull', true);
    troubles.set('troubleStoreFull', true);
    ending.abort();
    troubles.set('troubleStoreFull', false);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
