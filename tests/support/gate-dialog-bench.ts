import * as v from 'valibot';
import { onTestFinished, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import japanese from '../../public/_locales/ja/messages.json' with { type: 'json' };
import thai from '../../public/_locales/th/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import { type Attempt, attemptSchema, type Broadcast } from '../../src/domain/broadcast/broadcast.ts';
import { type Sheet, sheetSchema } from '../../src/domain/broadcast/checklist.ts';
import type { GateDialogOptions, GatePorts } from '../../src/features/broadcast-gate/dialog/gate-ports.ts';
import { openGateDialog } from '../../src/features/broadcast-gate/dialog/open-gate-dialog.tsx';
import { flattenEntry, type MessageEntry, type Translate, translateFrom } from '../../src/platform/i18n.ts';
import { reportVisibility, sight } from './gate-dialog-stand-ins.ts';
import { click, dispatch, press } from './trusted-events.ts';

/** Thursday, 26 November 2026, 09:12 in Japan. */
export const NOW = new Date(2026, 10, 26, 9, 12).getTime();
/** Tuesday, 1 December 2026, 10:00 in Japan. */
export const TUESDAY = new Date(2026, 11, 1, 10, 0).getTime();

const CATALOGUES = { ja: japanese, en: english, 'zh-TW': chinese, th: thai };
export type Tag = keyof typeof CATALOGUES;

/** The real texts of one language; a key that is not there answers its own name. */
export function textsIn(tag: Tag): Translate {
  const catalogue: Readonly<Record<string, MessageEntry>> = CATALOGUES[tag];
  const entries = Object.entries(catalogue).map(([key, entry]) => [key, flattenEntry(entry)]);
  return translateFrom(Object.fromEntries(entries), (key) => key);
}

export const inJapanese = textsIn('ja');

/** A text bubble. */
export function bubble(text: string): Broadcast['bubbles'][number] {
  return { kind: 'text', text, name: null, links: [], key: null };
}

export interface AttemptChanges {
  readonly broadcast?: Partial<Broadcast>;
  readonly page?: Partial<Attempt['page']>;
}

/** A broadcast of a bakery to 1,234 friends on Tuesday at ten. */
export function attemptOf({ broadcast = {}, page = {} }: AttemptChanges = {}): Attempt {
  return v.parse(attemptSchema, {
    id: 'a1'.repeat(16),
    source: 'request',
    isDraft: false,
    broadcast: {
      account: '@maruyama',
      schedule: { kind: 'at', at: TUESDAY },
      audience: { kind: 'all', name: null, target: '', limit: null },
      bubbles: [bubble('冬のフェアを始めます。')],
      voom: false,
      abTest: false,
      readable: true,
      ...broadcast,
    },
    page: { accountName: 'まるやま洋菓子店', people: 1_234, recognised: true, ...page },
  });
}

/** A checklist that asks for the number of people alone; tests change what they are about. */
export function sheetOf(changed: { readonly [K in keyof Sheet]?: unknown } = {}): Sheet {
  const usual = {
    items: [{ name: 'people', known: true }],
    findings: [],
    changes: [],
    coolDownSeconds: 5,
    wayOut: { rule: 'reason', contacts: [] },
  };
  return v.parse(sheetSchema, { ...usual, ...changed });
}

/** A promise that the test keeps when it likes. */
export function promised<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

const ALL_RIGHT: GatePorts = {
  open: async () => sheetOf(),
  answer: async () => 'right',
  complete: async () => ({ kind: 'complete' }),
  release: async () => ({ kind: 'released', seconds: null }),
  override: async () => ({ kind: 'released', seconds: null }),
  cancel: () => {},
  approval: {
    ask: async () => ({ kind: 'none' }),
    state: async () => ({ kind: 'none' }),
    enter: async () => null,
    brief: async () => null,
    openPage: async () => true,
  },
};

/** A worker that finds every answer right; tests change what they are about. */
export function fakeGatePorts(changed: Partial<GatePorts> = {}) {
  const ports = { ...ALL_RIGHT, ...changed };
  return {
    open: vi.fn(ports.open),
    answer: vi.fn(ports.answer),
    complete: vi.fn(ports.complete),
    release: vi.fn(ports.release),
    override: vi.fn(ports.override),
    cancel: vi.fn(ports.cancel),
    approval: ports.approval,
  };
}

/** An open dialog with fake ports, on fake timers. `settled`: it has been seen for long enough that presses count. */
export async function openBench(changed: Partial<GateDialogOptions> & { readonly settled?: boolean } = {}) {
  vi.useFakeTimers({ now: NOW });
  Object.assign(sight, { hit: null, width: 1_000, height: 700 });
  const { settled = true, ...rest } = changed;
  const end = new AbortController();
  onTestFinished(() => {
    end.abort();
    vi.useRealTimers();
  });
  const gate = openGateDialog({
    document,
    translate: inJapanese,
    languageTag: 'ja',
    clock: { now: () => Date.now() },
    attempt: attemptOf(),
    afterwards: 'goes-on',
    ports: fakeGatePorts(),
    signal: end.signal,
    ...rest,
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  await pass(0);
  reportVisibility(true);
  if (settled) await pass(600);
  return { gate, end, pass, ...readerOf(gate.host, () => pass(0)) };
}

/** What a person sees and does in the dialog. */
function readerOf(host: HTMLElement, settle: () => Promise<unknown>) {
  const root = host.shadowRoot;
  if (root === null) throw new Error('the shadow root is closed');
  const all = <E extends HTMLElement = HTMLElement>(selector: string) => [
    ...root.querySelectorAll<E>(selector),
  ];
  const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const [first, second] = all<E>(selector);
    if (first === undefined || second !== undefined) throw new Error(`not one of ${selector}`);
    return first;
  };
  const button = (words: string) => {
    const found = all('button').find(({ textContent }) => textContent === words);
    if (found === undefined) throw new Error(`no button ${words}`);
    return found;
  };
  const doing = async (act: () => unknown) => {
    act();
    await settle();
  };
  return {
    host,
    root,
    all,
    find,
    button,
    text: () => find('dialog').textContent ?? '',
    phase: () => host.dataset['phase'],
    state: (item: string) => find(`[data-item="${item}"]`).dataset['state'],
    final: () => find<HTMLButtonElement>('.final'),
    click: (target: Element) => doing(() => click(target)),
    key: (target: Element, key: string, init: KeyboardEventInit = {}) =>
      doing(() => press(target, key, init)),
    /** Types into a field without leaving it. */
    type: (field: HTMLInputElement, text: string) =>
      doing(() => {
        field.focus();
        field.value = text;
        dispatch(field, new InputEvent('input', { bubbles: true, composed: true }));
      }),
    choose: (field: HTMLSelectElement, value: string) =>
      doing(() => {
        field.value = value;
        dispatch(field, new Event('change', { bubbles: true }));
      }),
    leave: (field: HTMLElement) => doing(() => field.blur()),
  };
}

export type GateBench = Awaited<ReturnType<typeof openBench>>;

/** Answers the one question of {@link sheetOf}. */
export async function answerPeople(bench: GateBench, typed = '1234'): Promise<void> {
  const field = bench.find<HTMLInputElement>('#answer-people');
  await bench.type(field, typed);
  await bench.leave(field);
}

/** The panel that says what became of it; null when there is none. */
export function outcomeShown(): {
  readonly title: string;
  readonly texts: readonly string[];
  close(): void;
} | null {
  const root = document.querySelector('matta-outcome')?.shadowRoot;
  if (!root) return null;
  return {
    title: root.querySelector('h2')?.textContent ?? '',
    texts: [...root.querySelectorAll('p')].map(({ textContent }) => textContent ?? ''),
    close: () => root.querySelector('button')?.click(),
  };
}
