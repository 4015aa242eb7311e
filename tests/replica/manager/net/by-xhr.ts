import { headersOf, type Message, PATIENCE_MS, type Reply } from './message.ts';
import { natives } from './natives.ts';

/** Sends as axios does. */
export function byXhr(message: Message, body: XMLHttpRequestBodyInit | null): Promise<Reply> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(message.method, message.address);
    request.timeout = PATIENCE_MS;
    for (const [name, value] of Object.entries(headersOf(message))) request.setRequestHeader(name, value);
    answerInto(request, resolve);
    request.send(body);
  });
}

/** The page stands still until the answer is there. */
export function bySynchronousXhr(message: Message): Promise<Reply> {
  const request = new XMLHttpRequest();
  request.open(message.method, message.address, false);
  for (const [name, value] of Object.entries(headersOf(message))) request.setRequestHeader(name, value);
  try {
    request.send(message.body);
  } catch {
    return Promise.resolve({ end: 'network', text: '' });
  }
  return Promise.resolve({ end: request.status, text: request.responseText });
}

/** Sends with the constructor and methods that the page kept at its start. */
export function byEarlyXhr(message: Message): Promise<Reply> {
  return new Promise((resolve) => {
    const request = new natives.XMLHttpRequest();
    Reflect.apply(natives.open, request, [message.method, message.address, true]);
    for (const header of Object.entries(headersOf(message)))
      Reflect.apply(natives.setRequestHeader, request, header);
    answerInto(request, resolve);
    Reflect.apply(natives.send, request, [message.body]);
  });
}

function answerInto(request: XMLHttpRequest, resolve: (reply: Reply) => void): void {
  request.addEventListener('load', () => resolve({ end: request.status, text: request.responseText }));
  request.addEventListener('error', () => resolve({ end: 'network', text: '' }));
  request.addEventListener('abort', () => resolve({ end: 'abort', text: '' }));
  request.addEventListener('timeout', () => resolve({ end: 'timeout', text: '' }));
}
