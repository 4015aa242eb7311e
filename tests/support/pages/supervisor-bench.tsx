import type { StoredEntry } from '../../../src/domain/journal/entry.ts';
import { Supervisor } from '../../../src/pages/supervisor/supervisor.tsx';
import { FakeDraftStore, fakeSupervisorPorts } from './fake-supervisor-ports.ts';
import { renderPage } from './render-page.tsx';

/** The supervisor's page over a stored draft, opened and settled. */
export async function openSupervisor(stored?: unknown, chain: readonly StoredEntry[] = []) {
  const store = new FakeDraftStore(stored);
  const ports = fakeSupervisorPorts(store, chain);
  const page = await renderPage(<Supervisor stored={stored} ports={ports} />);
  const input = (id: string) => page.find<HTMLInputElement>(`#${id}`);
  const rule = (name: string) => page.find(`[data-rule="${name}"]`);
  return {
    page,
    store,
    ports,
    input,
    rule,
    draft: () => Object(store.stored) as Readonly<Record<string, unknown>>,
    /** Ticks or clears "decide this" of a rule. */
    decide: (name: string) => page.click(page.find(`[data-rule="${name}"] > .tick > input`)),
    /** Lets somebody choose a file of this content. */
    choose: async (text: string, size = text.length, isGone = false) => {
      const file = new File([text], 'policy.json');
      Object.defineProperties(file, {
        text: { value: async () => (isGone ? Promise.reject(new Error('gone')) : text) },
        size: { value: size },
      });
      Object.defineProperty(input('import'), 'files', { value: [file], configurable: true });
      // A file field takes no value but nothing.
      Object.defineProperty(input('import'), 'value', { value: '', writable: true, configurable: true });
      await page.enter(input('import'), '');
    },
    question: () => page.find('.question'),
  };
}
