import { classifyRequest } from '../../line/manager/requests/classify-request.ts';
import { replaceEach, textOf } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import {
  absoluteUrl,
  freshNonce,
  listen,
  nativeBeacon,
  replaceMethods,
  textOfBlob,
  whenSettled,
} from './page-functions.ts';
import { type Body, mayHoldText, type Snapshot, takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

/**
 * Puts the gate before `navigator.sendBeacon`. A beacon that is held is said to be queued, as the browser says of all: its
 * sender never learns what becomes of it.
 */
export function gateBeacon(link: GateLink): void {
  let isLeaving = false;
  const follow = ({ isTrusted, type }: Event) => {
    if (isTrusted) isLeaving = type === 'pagehide';
  };
  listen(window, 'pagehide', follow, { capture: true });
  listen(window, 'pageshow', follow, { capture: true });

  function sendBeacon(this: Navigator, written: unknown, body?: Body): boolean {
    const address = textOf(written);
    const url = addressOf(address);
    const requestClass = url === null ? 'harmless' : classifyRequest('POST', url);
    if (url === null || requestClass === 'harmless') return nativeBeacon(this, address, beaconBody(body));
    const taken = takeSnapshot(body);
    const decide = (snapshot: Snapshot) => decideBeacon(link, this, url, requestClass, snapshot);
    if (!('blob' in taken)) return decide(taken);
    const { blob } = taken;
    // A page that is being left is gone before its blob is read; the browser's lock needs no reading.
    const isUnreadable = !mayHoldText(blob) || (isLeaving && requestClass !== 'commit');
    if (isUnreadable) return decide({ body: blob, text: null });
    const read = (text: string | null) => void decide({ body: blob, text });
    whenSettled(textOfBlob(blob), read, () => read(null));
    return true;
  }
  replaceMethods(Navigator.prototype, { sendBeacon });
}

function decideBeacon(
  link: GateLink,
  self: Navigator,
  url: string,
  requestClass: 'test' | 'commit' | 'body',
  { body, text }: Snapshot,
): boolean {
  const send = (address: string) => nativeBeacon(self, address, beaconBody(body));
  switch (judge(link, requestClass, url, text)) {
    case 'pass':
      return send(url);
    case 'open-lock':
      // The page may be leaving, so that there is no time to ask.
      return send(`${url}#${link.takeStandby()}`);
    case 'hold': {
      const nonce = freshNonce();
      const go = () => void send(`${url}#${nonce}`);
      link.ask('commit', { url, body: text, nonce, go, fail: () => undefined });
      return true;
    }
  }
}

/** The browser refuses a Document; whoever gives one gets that refusal. */
function beaconBody(body: Body): BodyInit | null {
  return (body ?? null) as BodyInit | null;
}

function addressOf(written: string): string | null {
  try {
    return replaceEach(absoluteUrl(written), /#[\s\S]*/, '');
  } catch {
    return null;
  }
}
