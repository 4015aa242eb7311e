import type { Transport } from '../../../replica/manager/practice-manager-api.ts';
import type { Attack, AttackSource } from './attack.ts';
import type { AttackBench } from './attack-bench.ts';
import { RAW_BODY, RAW_PATH, sendRaw } from './send-raw.ts';

/** Requests by script, past every button: each way that a page has. */
export const SEND_ATTACKS: readonly Attack[] = [
  by('xhr', 'XMLHttpRequest', 'lock §2.1'),
  by('xhr-sync', 'synchronous XMLHttpRequest', 'lock §2.1'),
  by('xhr-blob', 'XMLHttpRequest of a Blob'),
  by('fetch', 'fetch', 'lock §2.1'),
  by('fetch-request', 'fetch of a Request object'),
  by('fetch-stream', 'fetch of a stream'),
  by('fetch-blob', 'fetch of a Blob'),
  by('keepalive', 'fetch with keepalive', 'lock §2.1'),
  by('worker', 'fetch of a worker', 'lock §2.1'),
  by('service-worker', 'fetch of the page’s service worker', 'lock §2.1'),
  by('iframe-natives', 'fetch of a fresh iframe', 'lock §2.1'),
  by('early-natives', 'XMLHttpRequest kept by the page’s first script', 'lock §2.1'),
  {
    name: 'two requests in the same tick',
    sources: ['lock §2.1'],
    isByScript: true,
    run: async ({ page }) => {
      await page.evaluate(() => {
        void window.practiceManager.send('xhr');
        void window.practiceManager.send('fetch');
      });
      return 2;
    },
  },
  raw('percent-encoded path', 'fetch', (path) => path.replace('broadcasts', 'bro%61dcasts')),
  raw('percent-encoded path, from a worker', 'worker', (path) =>
    path.replace('/broadcasts', '%2Fbroadcasts'),
  ),
  raw('version that nobody knows yet', 'fetch', (path) =>
    path.replace('/api/', '/api/v9/').concat('/send-now'),
  ),
  raw('version that nobody knows yet, from a worker', 'worker', (path) => path.replace('/v2', '/v9/send')),
  raw(
    'made-up nonce behind the address, from a worker',
    'worker',
    (path) => `${path}#${'0123456789abcdef'.repeat(2)}`,
  ),
  foreignSend('send of a sandboxed frame on a request of the page', false),
  foreignSend('the same, synchronously', true),
  // Of this one the page cannot know what has become, and waits.
  by('form-post', 'form into an iframe', 'lock §2.1'),
  // Last: the page takes it for sent, and goes on to its list.
  { ...by('beacon', 'sendBeacon', 'lock §2.1'), mayLeave: true },
];

function by(transport: Transport, name: string, source: AttackSource = 'own'): Attack {
  return {
    name,
    sources: [source],
    isByScript: true,
    run: async ({ page }) => {
      await page.evaluate((way) => void window.practiceManager.send(way), transport);
      return 1;
    },
  };
}

/** A frame in which no script of ours runs has the browser's own methods, and they work on the page's objects. */
function foreignSend(name: string, isSync: boolean): Attack {
  return {
    name,
    sources: ['own'],
    isByScript: true,
    run: async ({ page }) => {
      await page.evaluate(
        ([path, body, sync]) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-same-origin');
          frame.hidden = true;
          document.body.append(frame);
          // Of another realm: no object here is an instance of what this one knows.
          const foreign: unknown = Reflect.get(frame.contentWindow ?? window, 'XMLHttpRequest');
          if (typeof foreign !== 'function') throw new TypeError('a frame without requests');
          const send: unknown = Reflect.get(foreign.prototype, 'send');
          const request = new XMLHttpRequest();
          request.open('POST', path, !sync);
          request.setRequestHeader('content-type', 'application/json');
          try {
            if (typeof send === 'function') Reflect.apply(send, request, [body]);
          } catch {
            // The browser's own error of a request that does not leave.
          }
        },
        [RAW_PATH, RAW_BODY, isSync] as const,
      );
      return 1;
    },
  };
}

function raw(name: string, way: 'fetch' | 'worker', written: (path: string) => string): Attack {
  return {
    name,
    sources: ['lock §2.1'],
    isByScript: true,
    run: async (bench: AttackBench) => {
      await sendRaw(bench, way, written);
      return 1;
    },
  };
}
