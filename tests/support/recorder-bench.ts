import { vi } from 'vitest';
import { startSendRecorder } from '../../src/features/send-recorder/send-recorder.ts';
import { japan } from './conversation-bench.ts';
import './dom-stand-ins.ts';
import { FakeConversation } from './fake-chat-page.ts';
import { featureBench } from './feature-bench.ts';

/** Half past two in the afternoon. */
export const NOW = japan(23, 14, 30);

export interface Recorded {
  readonly account: string;
  readonly conversation: string;
  readonly messages: readonly { readonly id: string; readonly seenAt: number }[];
}

/** Lets time pass, and what is due in it happen. */
export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** An open conversation whose messages are recorded. */
export function recorderBench() {
  const bench = featureBench(NOW);
  const opened = new FakeConversation(bench.clock);
  bench.start(startSendRecorder);
  bench.page.open(opened);
  const requests = () => bench.worker.payloads('record') as readonly Recorded[];
  const ids = () => requests().flatMap(({ messages }) => messages.map(({ id }) => id));
  return { ...bench, opened, requests, ids };
}
