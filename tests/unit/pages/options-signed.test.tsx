// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IMPORT_FAULTS } from '../../../src/domain/policy/signed-file/import-faults.ts';
import { utf8 } from '../../../src/domain/policy/signed-file/utf8.ts';
import type { ChosenFile } from '../../../src/pages/file-choice.tsx';
import { IMPORT_FAULT_WORDS } from '../../../src/pages/options/import-fault-words.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import type { SupervisorPorts } from '../../../src/pages/options/supervisor-ports.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { fakeSignedRulesPorts } from '../../support/pages/fake-signed-rules-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';
import { newSigner, type Signer } from '../../support/signed-files.ts';

const { t } = japaneseTexts;
const RULES = {
  version: 2,
  largeAudience: 100,
  checkLevels: { 'voom-on': 'block' },
  quietHours: { from: 1_200, to: 540 },
};

let signer: Signer;
beforeAll(async () => {
  signer = await newSigner();
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function show(changed: Partial<SupervisorPorts> = {}) {
  const supervisor = fakeSignedRulesPorts(changed);
  const store = new FakePolicyStore();
  const ports = fakeOptionsPorts({ policy: store, supervisor, clock: { now: () => TEN_O_CLOCK } });
  const page = await renderPage(<Options inForce={store.inForce} ports={ports} />);
  return { page, supervisor, store };
}

/** Chooses a file, and waits until the page has looked at it: keys and signatures take real time. */
async function choose(page: RenderedPage, chosen: string | ChosenFile): Promise<void> {
  const input = page.find<HTMLInputElement>('input[type=file]');
  const file = typeof chosen === 'string' ? fileOf(utf8(chosen)) : chosen;
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  const result = '.signed-result';
  const before = page
    .all(result)
    .map((part) => part.textContent)
    .join('');
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(
    () =>
      expect(
        page
          .all(result)
          .map((part) => part.textContent)
          .join(''),
      ).not.toBe(before),
    {
      timeout: 5_000,
    },
  );
}
const fileOf = (bytes: Uint8Array<ArrayBuffer>): ChosenFile => ({
  size: bytes.length,
  arrayBuffer: async () => bytes.buffer,
});
const changes = (page: RenderedPage) =>
  page.all('.change').map((change) => [...change.children].map((part) => part.textContent));
const refusal = (page: RenderedPage) => page.find('.notice[data-tone=warn]').textContent;

describe('a signed file on the options page', () => {
  it('asks for the digits right below the others, and folds a long list of changes', async () => {
    const { page } = await show();
    await choose(page, await signer.file({ ...RULES, leadMinutes: 10 }));
    const order = page.all('.question .key-number, .question #signed-last-group, .question summary');
    expect(order.map((part) => part.id || part.textContent)).toEqual([
      expect.stringContaining('••••'),
      'signed-last-group',
      '変わること（4項目）',
    ]);
    expect(changes(page)).toHaveLength(4);
  });

  it('that is the first shows whose it is and what changes, and is taken after the digits were compared', async () => {
    const { page, supervisor } = await show();
    expect(page.text()).toContain('まだ読み込んでいません');
    const text = await signer.file(RULES);
    await choose(page, text);
    expect(page.find('.question').textContent).toContain('この会社のファイルは、はじめてです');
    expect(page.find('.signed-facts').textContent).toContain('パン屋こむぎ');
    expect(page.find('.key-number').textContent).toMatch(/^(\d{4} ){5}••••$/);
    expect(changes(page)).toEqual([
      ['大人数とみなす人数厳しくなる', '決まりなし', '100'],
      ['自動の点検厳しくなる', '決まりなし', 'LINE VOOMへの投稿：止める'],
      ['配信を避ける時間帯厳しくなる', '決まりなし', '20:00–09:00'],
    ]);
    await page.click(page.button('読み込む'));
    expect(page.text()).toContain('最後の4けたと合いません');
    expect(supervisor.importSigned).not.toHaveBeenCalled();
    await page.enter(page.find<HTMLInputElement>('#signed-last-group'), signer.lastGroup);
    await page.click(page.button('読み込む'));
    expect(supervisor.importSigned).toHaveBeenCalledWith(text, signer.lastGroup);
    expect(page.text()).toContain('読み込みました');
    expect(page.all('.question')).toEqual([]);
  });

  it('that follows another shows what gets laxer, and asks for no digits', async () => {
    const file = await signer.file(RULES);
    const { page, supervisor } = await show({ signedFile: async () => ({ file, isAltered: false }) });
    await vi.waitFor(() => expect(page.all('.signed-facts')).toHaveLength(1));
    const next = await signer.file({ version: 2, largeAudience: 500 }, { counter: 2 });
    await choose(page, next);
    expect(changes(page)).toContainEqual(['大人数とみなす人数ゆるくなる', '100', '500']);
    expect(page.all('#signed-last-group')).toEqual([]);
    await page.click(page.button('読み込む'));
    expect(supervisor.importSigned).toHaveBeenCalledWith(next, null);
  });

  it('that is refused says why, and that nothing has changed', async () => {
    const file = await signer.file(RULES);
    const { page, supervisor } = await show({ signedFile: async () => ({ file, isAltered: false }) });
    await vi.waitFor(() => expect(page.all('.signed-facts')).toHaveLength(1));
    await choose(page, await signer.file({ ...RULES, largeAudience: 5_000 }));
    expect(refusal(page)).toContain(t('signedFaultUsed'));
    expect(refusal(page)).toContain('今の設定は変わっていません');
    expect(supervisor.importSigned).not.toHaveBeenCalled();
    await choose(page, file);
    expect(page.text()).toContain('もう使われています');
  });

  it('that was altered where it is kept is not said to be missing', async () => {
    const { page } = await show({ signedFile: async () => ({ file: null, isAltered: true }) });
    await vi.waitFor(() => expect(page.text()).toContain(t('optionsPolicyAltered')));
    expect(page.text()).not.toContain('まだ読み込んでいません');
  });

  it('of 50 megabytes is refused without being read', async () => {
    const { page } = await show();
    const arrayBuffer = vi.fn();
    await choose(page, { size: 50 * 1024 * 1024, arrayBuffer });
    expect(refusal(page)).toContain(t('signedFaultTooLarge'));
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('that the worker refuses after all says so as well', async () => {
    const { page } = await show({ importSigned: async () => ({ result: 'refused', why: 'counter-behind' }) });
    await choose(page, await signer.file(RULES));
    await page.enter(page.find<HTMLInputElement>('#signed-last-group'), signer.lastGroup);
    await page.click(page.button('読み込む'));
    expect(refusal(page)).toContain(t('signedFaultOld'));
  });

  it.each(IMPORT_FAULTS)('has words for %s that say what to do', (fault) => {
    expect(t(IMPORT_FAULT_WORDS[fault])).toMatch(/。$/);
  });

  it('that was altered is mended by the right one, and no facts of it are shown as if they held', async () => {
    const file = await signer.file(RULES);
    const { page, supervisor } = await show({ signedFile: async () => ({ file, isAltered: true }) });
    await vi.waitFor(() => expect(page.text()).toContain(t('optionsPolicyAltered')));
    expect(page.all('.signed-facts')).toEqual([]);
    await choose(page, file);
    await page.click(page.button('読み込む'));
    expect(supervisor.importSigned).toHaveBeenCalledWith(file, null);
  });

  it('has no button that removes it, whatever passphrase there is', async () => {
    const signedFile = async () => ({ file: await signer.file(RULES), isAltered: false });
    const settingsLock = async () => ({ lock: 'set' as const, waitMs: 0 });
    const { page } = await show({ signedFile, settingsLock });
    await vi.waitFor(() => expect(page.all('.signed-facts')).toHaveLength(1));
    expect(page.text()).toContain(t('optionsSignedNoButton'));
    const buttons = page.all('button').map((button) => button.textContent);
    expect(buttons).not.toContain(t('optionsSignedRelease'));
  });
});
