import { BASIC_ID } from '../../../replica/addresses.ts';
import type { AttackBench } from './attack-bench.ts';

/** Where broadcasts go. */
export const RAW_PATH = `/api/bots/${BASIC_ID}/broadcasts/v2`;
/** One that goes at once. */
export const RAW_BODY =
  '{"status":"SCHEDULED","immediate":true,"balloons":[{"contentType":"TEXT","text":"x"}]}';

/** Sends a broadcast to an address of the attack's own making; resolves when it is on its way. */
export async function sendRaw(
  { page }: Pick<AttackBench, 'page'>,
  way: 'fetch' | 'worker',
  written: (path: string) => string,
): Promise<void> {
  await page.evaluate(
    ([way, path, body]) => {
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      const address = new URL(path, location.origin).href;
      if (way === 'fetch') {
        void fetch(address, init).catch(() => undefined);
        return;
      }
      // A page whose policy asks for trusted types makes them.
      const script = { createScriptURL: (url: string) => url };
      const types: unknown = Reflect.get(window, 'trustedTypes');
      const maker: typeof script =
        types instanceof Object
          ? Reflect.apply(Reflect.get(types, 'createPolicy'), types, [`attack-${Math.random()}`, script])
          : script;
      new Worker(maker.createScriptURL('/practice/worker.js')).postMessage({ address, init });
    },
    [way, written(RAW_PATH), RAW_BODY] as const,
  );
}
