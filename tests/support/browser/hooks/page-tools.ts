import { BASIC_ID } from '../../../replica/addresses.ts';

/** Where LINE's editor sends and saves broadcasts, as a path that the tests' server answers. */
export const COMMIT = `/api/bots/${BASIC_ID}/broadcasts/v2`;

const TEXTS = [{ contentType: 'TEXT', text: '冬の新作パン 🥐' }];
export const BROADCAST_BODY = JSON.stringify({ status: 'SCHEDULED', immediate: true, balloons: TEXTS });
export const DRAFT_BODY = JSON.stringify({ status: 'DRAFTED', immediate: false, balloons: TEXTS });

/** What a page's script writes down about one XMLHttpRequest. */
export interface WatchedXhr {
  readonly request: XMLHttpRequest;
  /** Events in their order, each with the state and status that it finds. */
  readonly log: string[];
  /** Resolves with the log when the request has ended. */
  readonly ended: Promise<readonly string[]>;
}

/** What tests call inside of a page: `window.hooks`. */
export interface PageTools {
  /** Opens a request and watches it. `upload`: its upload, too. */
  xhr(path: string, options?: { readonly upload?: boolean; readonly isAsync?: boolean }): WatchedXhr;
  /** The name of the error that a call or a promise ends in; `fine` without one. */
  failure(act: () => unknown): Promise<string>;
  wait(ms: number): Promise<void>;
  readonly commit: string;
  readonly broadcast: string;
  readonly draft: string;
  readonly errors: string[];
}

declare global {
  interface Window {
    readonly hooks: PageTools;
  }
}

/** Runs inside of the page, so it stands alone. */
export function installPageTools(given: Pick<PageTools, 'commit' | 'broadcast' | 'draft'>): void {
  const errors: string[] = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  const EVENTS = ['readystatechange', 'loadstart', 'abort', 'error', 'load', 'timeout', 'loadend'];
  const tools: PageTools = {
    ...given,
    errors,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    xhr: (path, { upload = false, isAsync = true } = {}) => {
      const request = new XMLHttpRequest();
      const log: string[] = [];
      const ended = new Promise<readonly string[]>((resolve) => {
        request.addEventListener('loadend', () => setTimeout(() => resolve(log)));
      });
      for (const type of EVENTS) {
        const note = () => {
          const { readyState, status, responseURL } = request;
          const line =
            `${type} ${readyState} ${status} ${responseURL.includes('#') ? 'fragment' : ''}`.trim();
          // How many pieces an answer comes in is chance.
          if (log.at(-1) !== line) log.push(line);
        };
        request.addEventListener(type, note);
        if (upload) request.upload.addEventListener(type, () => log.push(`upload ${type}`));
      }
      request.open('POST', path, isAsync);
      return { request, log, ended };
    },
    failure: async (act) => {
      try {
        await act();
        return 'fine';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    },
  };
  Object.assign(window, { hooks: tools });
}
