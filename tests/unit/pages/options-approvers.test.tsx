// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Approver, PASSPHRASE_ROUNDS } from '../../../src/domain/broadcast/approval/approver.ts';
import { DEFAULT_GATE_POLICY } from '../../../src/domain/policy/gate-policy.ts';
import { Options } from '../../../src/pages/options/options.tsx';
import { approverKey } from '../../../src/platform/approver-key.ts';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const YAMADA: Approver = { name: '山田', salt: 'a'.repeat(32), key: 'b'.repeat(64) };
const PASSPHRASE = '晴れときどき豚まん';

async function show(approvers: Approver[] | null, prepare: (store: FakePolicyStore) => void = () => {}) {
  const store = new FakePolicyStore({ gate: { ...DEFAULT_GATE_POLICY, approvers } });
  prepare(store);
  const page = await renderPage(
    <Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store })} />,
  );
  return { page, stored: () => store.stored.gate.approvers };
}
const type = (page: RenderedPage, id: string, text: string) =>
  page.enter(page.find<HTMLInputElement | HTMLTextAreaElement>(`#${id}`), text);
async function register(page: RenderedPage, name: string, passphrase: string, again = passphrase) {
  await type(page, 'approver-name', name);
  await type(page, 'approver-passphrase', passphrase);
  await type(page, 'approver-again', again);
  await page.click(page.button(t('optionsApproverAdd')));
}
const errors = (page: RenderedPage) =>
  page.all('[id^="approver"] .field-error').map(({ textContent }) => textContent);

describe('who may approve', () => {
  it('is registered by name and passphrase, of which only the check is kept', async () => {
    const { page, stored } = await show(null);
    expect(page.text()).toContain(t('optionsApproversNone'));
    await register(page, ' 山田 ', PASSPHRASE);
    await vi.waitFor(() => expect(stored()).toHaveLength(1));
    const [made] = stored() ?? [];
    expect(made?.name).toBe('山田');
    expect(made?.key).toBe(await approverKey(PASSPHRASE, made?.salt ?? '', PASSPHRASE_ROUNDS));
    expect(JSON.stringify(stored())).not.toContain(PASSPHRASE);
  });

  it.each([
    ['山', PASSPHRASE, PASSPHRASE, t('optionsApproverNameError', 2)],
    ['山 田', PASSPHRASE, PASSPHRASE, t('optionsApproverTaken')],
    ['鈴木', '短い合言葉', '短い合言葉', t('optionsApproverShort', 8)],
    ['鈴木', PASSPHRASE, `${PASSPHRASE}！`, t('optionsApproverDiffers')],
  ])('is not registered as %s with %s and %s', async (name, passphrase, again, words) => {
    const { page, stored } = await show([YAMADA]);
    await register(page, name, passphrase, again);
    expect(errors(page)).toEqual([words]);
    expect(stored()).toEqual([YAMADA]);
  });

  it('is removed, and when nobody is left any name will do again', async () => {
    const { page, stored } = await show([YAMADA]);
    await page.click(page.button(t('optionsApproverRemove', '山田')));
    expect(stored()).toBe(null);
  });

  it('is copied to another computer as a text, and a damaged one is refused', async () => {
    const { page, stored } = await show(null);
    for (const text of ['[', '{}', '[]', '[{"name":"山田"}]', '山田']) {
      await type(page, 'approvers-text', text);
      expect(errors(page)).toEqual([t('optionsApproversTextError')]);
    }
    expect(stored()).toBe(null);
    await type(page, 'approvers-text', JSON.stringify([YAMADA]));
    expect(stored()).toEqual([YAMADA]);
  });

  it('cannot be changed where a supervisor has fixed it, and can still be copied', async () => {
    const { page } = await show(null, (store) => {
      store.others = { 'managed-locked': { rules: { approvers: [YAMADA] }, accounts: {} } };
    });
    expect(page.all('#approver-name')).toEqual([]);
    expect(page.button(t('optionsApproverRemove', '山田')).disabled).toBe(true);
    expect(page.find<HTMLTextAreaElement>('#approvers-text').readOnly).toBe(true);
  });

  it('is nobody where the list is empty, and that is said', async () => {
    const { page } = await show([]);
    expect(page.text()).toContain(t('optionsApproversEmpty'));
  });
});
