// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Approver } from '../../../src/domain/broadcast/approval/approver.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { openSupervisor } from '../../support/pages/supervisor-bench.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const YAMADA: Approver = { name: '山田', salt: 'a'.repeat(32), key: 'b'.repeat(64) };
const SUZUKI: Approver = { name: '鈴木', salt: 'c'.repeat(32), key: 'd'.repeat(64) };

describe('the approvers of a draft', () => {
  it('are open until somebody decides them', async () => {
    const { decide, draft, rule } = await openSupervisor();
    expect(rule('approvers').textContent).toContain(t('supervisorUndecided', t('optionsApproversNone')));
    await decide('approvers');
    expect(draft()).toEqual({ version: 2, approvers: null });
    await decide('approvers');
    expect(draft()).toEqual({ version: 2 });
  });

  it('are registered on the page, and the passphrase stays out of the draft', async () => {
    const { page, decide, input, draft } = await openSupervisor();
    await decide('approvers');
    await page.enter(input('approver-name'), '山田');
    await page.enter(input('approver-passphrase'), '晴れときどき豚まん');
    await page.enter(input('approver-again'), '晴れときどき豚まん');
    await page.click(page.button(t('optionsApproverAdd')));
    await vi.waitFor(() => expect(draft()['approvers']).toMatchObject([{ name: '山田' }]));
    expect(JSON.stringify(draft())).not.toContain('晴れ');
  });

  it('come as the text of another computer, and a text that is none changes nothing', async () => {
    const { page, input, draft } = await openSupervisor({ version: 2, approvers: [YAMADA] });
    await page.enter(input('approvers-text'), JSON.stringify([YAMADA, SUZUKI]));
    expect(draft()['approvers']).toEqual([YAMADA, SUZUKI]);
    await page.enter(input('approvers-text'), '[{"name":"佐藤"}]');
    expect(draft()['approvers']).toEqual([YAMADA, SUZUKI]);
    expect(page.find('#approvers-text-error').textContent).toContain(t('optionsApproversTextError'));
  });

  it('are removed one by one, and the rule says again that nobody is registered', async () => {
    const { page, draft, rule } = await openSupervisor({ version: 2, approvers: [YAMADA, SUZUKI] });
    await page.click(page.button(t('optionsApproverRemove', '山田')));
    expect(draft()['approvers']).toEqual([SUZUKI]);
    await page.click(page.button(t('optionsApproverRemove', '鈴木')));
    expect(draft()['approvers']).toBeNull();
    expect(rule('approvers').textContent).toContain(t('optionsApproversNone'));
  });

  it('may be others for one account', async () => {
    const { page, input, decide, draft } = await openSupervisor({ version: 2, approvers: [YAMADA] });
    await page.enter(input('account-new'), '@bakery');
    await page.click(page.button(t('supervisorAccountShow')));
    await decide('approvers');
    await page.enter(input('approvers-text'), JSON.stringify([SUZUKI]));
    expect(draft()).toEqual({
      version: 2,
      approvers: [YAMADA],
      accounts: { '@bakery': { approvers: [SUZUKI] } },
    });
  });
});

describe('a draft that asks for a second person whom nobody has named', () => {
  const missing = (page: Awaited<ReturnType<typeof openSupervisor>>['page']) =>
    page.all('.notice').filter((one) => one.textContent?.includes(t('supervisorNoApproversTitle'))).length;

  it('says so beside the rule and before it is handed out, until somebody is registered', async () => {
    const { page, decide, input } = await openSupervisor();
    const [shop, company] = page.all('.templates button');
    await page.click(shop ?? page.root);
    expect(missing(page)).toBe(0);
    await page.click(company ?? page.root);
    await page.click(page.button('下書きを置き換える'));
    expect(missing(page)).toBe(2);
    await decide('approvers');
    expect(missing(page)).toBe(2);
    await page.enter(input('approvers-text'), JSON.stringify([YAMADA]));
    expect(missing(page)).toBe(0);
  });
});

describe('the selectors of a draft', () => {
  const ADDED = { 'chat.failed': ['.x-refused'], 'manager.section': ['.x-part'] };
  const open = async () => {
    const bench = await openSupervisor();
    await bench.decide('anchors');
    return bench;
  };

  it('are taken as the text that is handed out', async () => {
    const { page, input, draft } = await open();
    await page.enter(input('rule-anchors'), JSON.stringify(ADDED));
    expect(draft()['anchors']).toEqual(ADDED);
    expect(input('rule-anchors').value).toBe(JSON.stringify(ADDED, null, 2));
  });

  it.each([
    ['no JSON', '.x-refused'],
    ['a list', '[]'],
    ['a part that no policy may change', '{"chat.rowMenu":[".x"]}'],
    ['markup', '{"chat.run":["<b>"]}'],
  ])('stay as they are beside the reason where the text is %s', async (_what, text) => {
    const { page, input, draft } = await open();
    await page.enter(input('rule-anchors'), JSON.stringify(ADDED));
    await page.enter(input('rule-anchors'), text);
    expect(draft()['anchors']).toEqual(ADDED);
    expect(input('rule-anchors').value).toBe(text);
    expect(page.find('#rule-anchors-error').textContent).toContain(t('supervisorAnchorsError'));
  });

  it('are none again when the field is emptied', async () => {
    const { page, input, draft } = await open();
    await page.enter(input('rule-anchors'), JSON.stringify(ADDED));
    await page.enter(input('rule-anchors'), ' ');
    expect(draft()['anchors']).toEqual({});
    expect(page.find('#rule-anchors-error').textContent).toBe('');
  });
});

describe('every rule', () => {
  it('has its place on the page', async () => {
    const { page } = await openSupervisor();
    const shown = new Set(page.all('[data-rule]').map((rule) => rule.getAttribute('data-rule')));
    for (const rule of ['secondPerson', 'approvers', 'anchors']) expect(shown).toContain(rule);
  });

  it('leads to the signing of the draft', async () => {
    const { page } = await openSupervisor({ version: 2, largeAudience: 100 });
    expect(page.all('h2').map((heading) => heading.textContent)).toContain(t('signingHeading'));
    await vi.waitFor(() => expect(page.all('#signing-company')).toHaveLength(1));
  });
});
