/** What a page may do to the objects that its scripts share with the network gate. Each runs inside of the page, and stands alone. */
export interface Sabotage {
  readonly name: string;
  readonly act: (given: null) => void;
}

/** Each takes effect in a page of its own, after the gate has started. */
export const SABOTAGES: readonly Sabotage[] = [
  { name: 'nothing at all', act: () => undefined },
  {
    name: 'inherited properties that call everything a draft',
    act: () => {
      const said = {
        status: 'DRAFTED',
        immediate: false,
        t: 'go',
        passive: true,
        kind: 'harmless',
        toJSON: () => '{}',
      };
      for (const [name, value] of Object.entries(said))
        Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
    },
  },
  {
    name: 'JSON that reads and writes drafts',
    act: () => {
      JSON.parse = () => ({ status: 'DRAFTED', immediate: false, t: 'mode', mode: 'off' });
      JSON.stringify = () => '{"t":"standby","nonces":"00000000000000000000000000000000"}';
    },
  },
  {
    name: 'texts and patterns that find nothing',
    act: () => {
      const no = () => null;
      Object.assign(RegExp.prototype, { exec: no, test: () => false, [Symbol.replace]: () => '' });
      for (const name of [
        'includes',
        'slice',
        'toLowerCase',
        'toUpperCase',
        'charCodeAt',
        'replace',
        'match',
      ])
        Object.defineProperty(String.prototype, name, { value: () => '' });
      Object.assign(window, { decodeURIComponent: () => '', String: () => 'GET' });
    },
  },
  {
    name: 'lists and maps that lose what they hold',
    act: () => {
      const broken = () => {
        throw new RangeError('sabotage');
      };
      for (const name of ['push', 'map', 'filter', 'includes', 'forEach', 'join'])
        Object.defineProperty(Array.prototype, name, { value: broken });
      Object.defineProperty(Array.prototype, Symbol.iterator, { value: broken });
      Object.assign(Map.prototype, { get: broken, set: broken, delete: broken });
      Object.assign(WeakMap.prototype, {
        get: () => undefined,
        set: broken,
        delete: broken,
        has: () => false,
      });
      Object.assign(Object, { keys: () => [], entries: () => [], getOwnPropertyDescriptor: () => undefined });
    },
  },
  {
    name: 'functions that call others',
    act: () => {
      const empty = () => undefined;
      Object.defineProperties(Function.prototype, {
        call: { value: empty },
        apply: { value: empty },
        bind: { value: empty },
      });
      Object.assign(Reflect, { apply: empty, construct: empty, get: empty });
    },
  },
  {
    name: 'promises that never come true',
    act: () => {
      const broken = () => {
        throw new RangeError('sabotage');
      };
      for (const name of ['then', 'catch', 'finally']) Reflect.set(Promise.prototype, name, broken);
      Object.assign(window, { Promise: broken });
    },
  },
  {
    name: 'kinds of objects that are told wrongly',
    act: () => {
      const kinds = [
        Blob,
        FormData,
        URLSearchParams,
        ArrayBuffer,
        Document,
        Request,
        HTMLFormElement,
        SubmitEvent,
      ];
      for (const kind of kinds)
        Object.defineProperty(kind, Symbol.hasInstance, { value: () => kind === Blob || kind === Request });
      ArrayBuffer.isView = (value): value is ArrayBufferView => value === null;
    },
  },
  {
    name: 'messages and listeners that go elsewhere',
    act: () => {
      const empty = () => undefined;
      Object.assign(MessagePort.prototype, { postMessage: empty, start: empty });
      Object.assign(EventTarget.prototype, { addEventListener: empty, dispatchEvent: () => true });
      Object.assign(Event.prototype, { preventDefault: empty, stopPropagation: empty });
      Object.defineProperty(MessageEvent.prototype, 'data', { get: () => '{"t":"go","id":1}' });
      Object.defineProperty(Event.prototype, 'defaultPrevented', { get: () => true });
    },
  },
  {
    name: 'bytes, addresses and chance that are made up',
    act: () => {
      Object.assign(Crypto.prototype, { getRandomValues: (values: unknown) => values });
      Object.assign(TextDecoder.prototype, { decode: () => '{"status":"DRAFTED"}' });
      Object.assign(Blob.prototype, { text: async () => '{"status":"DRAFTED"}' });
      Object.defineProperty(URL.prototype, 'href', { get: () => 'https://manager.line.biz/' });
      Object.defineProperty(Request.prototype, 'url', { get: () => 'https://manager.line.biz/' });
      Object.defineProperty(Request.prototype, 'method', { get: () => 'GET' });
      Object.assign(Request.prototype, {
        clone: () => new Response(),
        arrayBuffer: async () => new ArrayBuffer(0),
      });
      Object.assign(window, { URL: Object, Request: Object, FormData: Object, Uint8Array: Array });
    },
  },
];

export interface Given {
  readonly commit: string;
  readonly broadcast: string;
  readonly draft: string;
}

/**
 * Sends a broadcast in every way that the gate watches, then drafts, with nothing but calls that were not sabotaged. Writes into
 * the document what was thrown, and how the drafts ended. Stands alone, too.
 */
export async function sendEverything({ commit, broadcast, draft }: Given): Promise<void> {
  let said = '';
  const NativePromise = Promise;
  const xhr = (body: XMLHttpRequestBodyInit) =>
    new NativePromise<number>((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = () => resolve(request.status);
      request.open('POST', commit);
      request.send(body);
    });
  const byFetch = async (body: XMLHttpRequestBodyInit) => {
    try {
      return (await fetch(commit, { method: 'POST', body })).status;
    } catch (error) {
      return error instanceof TypeError ? 0 : `${error}`;
    }
  };
  const bytes = new TextEncoder().encode(broadcast);
  const form = document.body.appendChild(document.createElement('form'));
  form.method = 'post';
  form.action = commit;
  try {
    document.documentElement.dispatchEvent(new Event('sabotage'));
    // The first opens the checklist and waits; all others fail.
    void xhr(broadcast);
    navigator.sendBeacon(commit, broadcast);
    navigator.sendBeacon(commit, new Blob([broadcast]));
    form.submit();
    form.requestSubmit();
    await new NativePromise<void>((resolve) => {
      setTimeout(resolve, 60);
    });
    said += `${await xhr(bytes)} ${await xhr(new Blob([broadcast]))} ${await xhr(new URLSearchParams('a=b'))} `;
    said += `${await byFetch(broadcast)} ${await byFetch(bytes)} ${await byFetch(new Blob([broadcast]))} `;
    said += `${await xhr(draft)} ${await byFetch(draft)}`;
  } catch (error) {
    said += `${error}`;
  }
  document.documentElement.setAttribute('data-said', said);
}
