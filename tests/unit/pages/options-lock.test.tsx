// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Options } from '../../../src/pages/options/options.tsx';
import type { LockAnswer, SupervisorPorts } from '../../../src/pages/options/supervisor-ports.ts';
import { PassphraseNeeded } from '../../../src/storage/policy-store.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { fakeSignedRulesPorts } from '../../support/pages/fake-signed-rules-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
const PASSPHRASE = '開けゴマの合言葉';
const CLOSED: LockAnswer = { lock: 'set', waitMs: 0 };

/** Settings before which a passphrase lies. */
class LockedStore extends FakePolicyStore {
  override async change(edit: Parameters<FakePolicyStore['change']>[0], isOpen = false): Promise<void> {
    if (!isOpen) throw new PassphraseNeeded();
    await super.change(edit);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function show(changed: Partial<SupervisorPorts> = {}) {
  const supervisor = fakeSignedRulesPorts({
    settingsLock: async () => CLOSED,
    tryPassphrase: async (typed) => (typed === PASSPHRASE ? 'right' : 'wrong'),
    ...changed,
  });
  const store = new LockedStore();
  const page = await renderPage(
    <Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store, supervisor })} />,
  );
  return { page, supervisor, store };
}
const input = (page: RenderedPage, id: string) => page.find<HTMLInputElement>(`#${id}`);
async function open(page: RenderedPage, passphrase: string): Promise<void> {
  await page.enter(input(page, 'lock-open'), passphrase);
  await page.click(page.button(t('lockOpen')));
}

describe('settings behind a passphrase', () => {
  it('say that it is needed, open by it, and lock again after ten minutes', async () => {
    const { page, store } = await show();
    await page.enter(input(page, 'gate-largeAudience'), '5000');
    expect(page.text()).toContain(t('optionsLockNeeded'));
    expect(store.stored.gate.largeAudience).toBe(1_000);
    await open(page, '違う合言葉です');
    expect(page.text()).toContain(t('lockWrong'));
    await open(page, PASSPHRASE);
    expect(page.text()).toContain(t('lockIsOpen'));
    await page.enter(input(page, 'gate-largeAudience'), '4000');
    expect(store.stored.gate.largeAudience).toBe(4_000);
    await page.pass(10 * 60_000);
    await page.enter(input(page, 'gate-largeAudience'), '3000');
    expect(store.stored.gate.largeAudience).toBe(4_000);
  });

  it('are locked again by a button', async () => {
    const { page } = await show();
    await open(page, PASSPHRASE);
    await page.click(page.button(t('lockClose')));
    expect(page.all('#lock-open')).toHaveLength(1);
  });

  it('count down while a try has to wait, by what the worker says', async () => {
    let waitMs = 3_000;
    const { page } = await show({ settingsLock: async () => ({ ...CLOSED, waitMs }) });
    expect(page.text()).toContain(t('lockWait', 3));
    await page.enter(input(page, 'lock-open'), PASSPHRASE);
    expect(page.button(t('lockOpen')).disabled).toBe(true);
    waitMs = 1_001;
    await page.pass(1_000);
    expect(page.text()).toContain(t('lockWait', 2));
    waitMs = 0;
    await page.pass(1_000);
    expect(page.button(t('lockOpen')).disabled).toBe(false);
  });

  it('that are damaged say so', async () => {
    const { page } = await show({ settingsLock: async () => ({ ...CLOSED, lock: 'damaged' }) });
    expect(page.find('.notice[data-tone=urgent]').textContent).toContain(t('lockDamagedTitle'));
  });
});

describe('the passphrase', () => {
  it('is set after it was typed twice, and not too short; what it does not stop is said', async () => {
    const { page, supervisor } = await show({ settingsLock: async () => ({ ...CLOSED, lock: 'none' }) });
    expect(page.text()).toContain(t('lockHonest'));
    expect(page.all('#lock-open, #lock-old')).toEqual([]);
    const set = () => page.button(t('lockSet'));
    await page.enter(input(page, 'lock-next'), '短い');
    expect([page.text().includes(t('lockShort')), set().disabled]).toEqual([true, true]);
    await page.enter(input(page, 'lock-next'), PASSPHRASE);
    await page.enter(input(page, 'lock-again'), `${PASSPHRASE}！`);
    expect([page.text().includes(t('lockDiffers')), set().disabled]).toEqual([true, true]);
    await page.enter(input(page, 'lock-again'), PASSPHRASE);
    await page.click(set());
    expect(supervisor.changePassphrase).toHaveBeenCalledWith(null, PASSPHRASE);
    expect(input(page, 'lock-next').value).toBe('');
  });

  it('is changed and removed only with the old one', async () => {
    const { page, supervisor } = await show({ changePassphrase: vi.fn(async () => 'wrong' as const) });
    expect([page.button(t('lockChange')).disabled, page.button(t('lockRemove')).disabled]).toEqual([
      true,
      true,
    ]);
    await page.enter(input(page, 'lock-old'), '違う合言葉です');
    await page.click(page.button(t('lockRemove')));
    expect(supervisor.changePassphrase).toHaveBeenCalledWith('違う合言葉です', null);
    expect(page.text()).toContain(t('lockWrong'));
    expect(input(page, 'lock-old').value).toBe('違う合言葉です');
  });
});
