import { headersOf, type Message, PATIENCE_MS, type Reply } from './message.ts';

/** Sends by a `fetch`, the window's own or another one. */
export async function byFetch(
  message: Message,
  more: RequestInit & { readonly duplex?: 'half' } = {},
  send: (address: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<Reply> {
  const init = { ...initOf(message), ...more };
  return answerOf(send(message.address, init));
}

/** The same with a `Request` object, which hides method and body from whoever looks at the second argument alone. */
export function byFetchOfRequest(message: Message): Promise<Reply> {
  return answerOf(fetch(new Request(message.address, initOf(message))));
}

/** A body that nobody can read without using it up. */
export function streamOf(text: string | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text ?? ''));
      controller.close();
    },
  });
}

function initOf(message: Message): RequestInit {
  return {
    method: message.method,
    headers: headersOf(message),
    body: message.body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
}

async function answerOf(answering: Promise<Response>): Promise<Reply> {
  try {
    const response = await answering;
    return { end: response.status, text: await response.text() };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    const end = name === 'TimeoutError' ? 'timeout' : name === 'AbortError' ? 'abort' : 'network';
    return { end, text: '' };
  }
}
