import type { PageTools } from './page-tools.ts';

/** Ways of writing a draft that a page's script may choose; each is also sent to an address that is no broadcast's. */
export const BODY_KINDS = [
  'text',
  'bytes',
  'part of bytes',
  'view of data',
  'blob',
  'blob of a type',
  'form',
  'search',
  'object',
  'form of a frame',
  'bytes of a frame',
  'blob of a frame',
  'search of a frame',
] as const;
/** Those whose bytes are the draft's JSON. */
export const JSON_KINDS = BODY_KINDS.filter((kind) => !/form|search/.test(kind));
export type BodyKind = (typeof BODY_KINDS)[number];

/** Runs inside of a page, so it stands alone. Makes a body, and ruins it after it has been given away. */
export function installBodies(): void {
  const frame = document.documentElement.appendChild(document.createElement('iframe'));
  const there = (name: 'FormData' | 'Blob' | 'URLSearchParams' | 'Uint8Array') => {
    const made: unknown = Reflect.get(frame.contentWindow ?? window, name);
    if (typeof made !== 'function') throw new TypeError(`no ${name}`);
    return made;
  };
  const { draft } = window.hooks;
  const fields: Readonly<Record<string, unknown>> = JSON.parse(draft);
  const entries = Object.entries(fields).map(
    ([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  const bytes = new TextEncoder().encode(draft);
  const nothing = () => undefined;
  const form = (made: FormData) => {
    for (const [name, value] of entries) made.append(name, value);
    return { body: made, ruin: () => made.set('status', 'SCHEDULED') };
  };
  const search = (made: URLSearchParams) => {
    for (const [name, value] of entries) made.append(name, value);
    return { body: made, ruin: () => made.set('status', 'SCHEDULED') };
  };
  const makers: Readonly<
    Record<BodyKind, () => { readonly body: XMLHttpRequestBodyInit; readonly ruin: () => void }>
  > = {
    text: () => ({ body: draft, ruin: nothing }),
    bytes: () => {
      const body = bytes.slice().buffer;
      return { body, ruin: () => new Uint8Array(body).fill(65) };
    },
    'part of bytes': () => {
      const all = new Uint8Array(bytes.length + 20).fill(66);
      all.set(bytes, 10);
      const body = all.subarray(10, 10 + bytes.length);
      return { body, ruin: () => all.fill(65) };
    },
    'view of data': () => {
      const { buffer } = bytes.slice();
      return { body: new DataView(buffer), ruin: () => structuredClone(buffer, { transfer: [buffer] }) };
    },
    blob: () => ({ body: new Blob([draft]), ruin: nothing }),
    'blob of a type': () => ({ body: new Blob([draft], { type: 'application/json' }), ruin: nothing }),
    form: () => form(new FormData()),
    search: () => search(new URLSearchParams()),
    object: () => {
      const body = { toString: () => draft };
      return {
        body: body as unknown as string,
        ruin: () => Object.assign(body, { toString: () => 'other' }),
      };
    },
    'form of a frame': () => form(Reflect.construct(there('FormData'), [])),
    'search of a frame': () => search(Reflect.construct(there('URLSearchParams'), [])),
    'blob of a frame': () => ({ body: Reflect.construct(there('Blob'), [[draft]]), ruin: nothing }),
    'bytes of a frame': () => {
      const body: Uint8Array<ArrayBuffer> = Reflect.construct(there('Uint8Array'), [bytes]);
      return { body, ruin: () => body.fill(65) };
    },
  };
  Object.assign(window, { makeBody: (kind: BodyKind) => makers[kind]() });
}

declare global {
  interface Window {
    readonly hooks: PageTools;
    makeBody(kind: BodyKind): { readonly body: XMLHttpRequestBodyInit; readonly ruin: () => void };
  }
}
