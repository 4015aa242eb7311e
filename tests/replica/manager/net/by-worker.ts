import { headersOf, type Message, type Reply } from './message.ts';

/** What the workers take and answer, as plain data. */
export interface WorkerTask {
  readonly address: string;
  readonly init: RequestInit;
}

/** Sends from a worker, where no script of the page's own world runs. */
export async function byWorker(message: Message): Promise<Reply> {
  const worker = new Worker(scriptAddress('/practice/worker.js'));
  const reply = await new Promise<Reply>((resolve) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
    worker.addEventListener('error', () => resolve({ end: 'network', text: '' }), { once: true });
    worker.postMessage(taskOf(message));
  });
  worker.terminate();
  return reply;
}

/** Sends from the page's own service worker. */
export async function byServiceWorker(message: Message): Promise<Reply> {
  const registration = await navigator.serviceWorker.register(scriptAddress('/practice/sw.js'), {
    scope: '/practice/',
  });
  const worker = await activeWorkerOf(registration);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(taskOf(message), [port2]);
  });
}

async function activeWorkerOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  if (registration.active !== null) return registration.active;
  const coming = registration.installing ?? registration.waiting;
  if (coming === null) throw new TypeError('the service worker has gone');
  await new Promise<void>((resolve) => {
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve());
  });
  return coming;
}

function taskOf(message: Message): WorkerTask {
  const address = new URL(message.address, location.href).href;
  return { address, init: { method: message.method, headers: headersOf(message), body: message.body } };
}

/** Where the page's policy asks for trusted types, the address of a script must be one. */
function scriptAddress(path: string): string {
  const types: unknown = Reflect.get(window, 'trustedTypes');
  if (!isPolicyMaker(types)) return path;
  policy ??= types.createPolicy('practice', { createScriptURL: (address) => address });
  return policy.createScriptURL(path);
}

interface ScriptPolicy {
  /** Really a `TrustedScriptURL`, which goes wherever a text goes. */
  createScriptURL(address: string): string;
}

interface PolicyMaker {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

function isPolicyMaker(value: unknown): value is PolicyMaker {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}
