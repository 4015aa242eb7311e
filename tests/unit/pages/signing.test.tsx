// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSignedFile } from '../../../src/domain/policy/signed-file/open-signed-file.ts';
import { utf8 } from '../../../src/domain/policy/signed-file/utf8.ts';
import { Signing } from '../../../src/pages/supervisor/signing/signing.tsx';
import { readKey } from '../../../src/pages/supervisor/signing/signing-key.ts';
import { areSignedBy } from '../../../src/platform/signing.ts';
import { fakeSigningPorts } from '../../support/pages/fake-signing-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';

const { t } = japaneseTexts;
const PASSPHRASE = '控えのための合言葉です';
const LONG = `${PASSPHRASE}。長い`;
const RULES = '{"version": 2, "largeAudience": 100}';

// Keys take real time; only timers of the page stand still, and `waitFor` moves them.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

type Computer = ReturnType<typeof fakeSigningPorts>;
const input = (page: RenderedPage, id: string) => page.find<HTMLInputElement>(`#${id}`);
const says = (page: RenderedPage, words: string) =>
  vi.waitFor(() => expect(page.text()).toContain(words), { timeout: 5_000 });
const opened = async ({ saved }: Computer) => {
  const opening = await openSignedFile(utf8(saved.at(-1)?.text ?? ''), areSignedBy);
  return opening.ok ? opening.opened : opening.why;
};

async function show(computer: Computer, policyText = RULES): Promise<RenderedPage> {
  return renderPage(<Signing policyText={policyText} ports={computer.ports} />);
}
async function withKey() {
  const computer = fakeSigningPorts();
  const page = await show(computer);
  await page.enter(input(page, 'signing-company'), 'パン屋こむぎ');
  await page.enter(input(page, 'signing-passphrase'), LONG);
  await page.enter(input(page, 'signing-again'), LONG);
  await page.click(page.button(t('signingMake')));
  await says(page, t('signingMade'));
  return { computer, page };
}
async function chooseBackup(page: RenderedPage, passphrase: string, text: string): Promise<void> {
  await page.enter(input(page, 'signing-restore'), passphrase);
  const field = page.find<HTMLInputElement>('input[type=file]');
  const bytes = utf8(text);
  const file = { size: bytes.length, arrayBuffer: async () => bytes.buffer };
  Object.defineProperty(field, 'files', { configurable: true, value: [file] });
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the key of a company', () => {
  it('is made with a backup, and cannot be read out any more', async () => {
    const { computer, page } = await withKey();
    const key = await readKey(computer.ports);
    expect(key).toMatchObject({ companyName: 'パン屋こむぎ', counter: 0 });
    expect(key?.privateKey.extractable).toBe(false);
    expect(computer.saved.map(({ name }) => name)).toEqual([`matta-key-${key?.publicKey.slice(0, 8)}.json`]);
    expect(computer.saved[0]?.text).not.toContain(LONG);
    expect(page.find('.key-number').textContent).toMatch(/^\d{4}( \d{4}){5}$/);
  });

  it('needs a name, and a passphrase of twelve letters typed twice', async () => {
    const page = await show(fakeSigningPorts());
    const isReady = () => !page.button(t('signingMake')).disabled;
    await page.enter(input(page, 'signing-passphrase'), PASSPHRASE);
    expect(page.text()).toContain(t('signingPassphraseShort'));
    await page.enter(input(page, 'signing-passphrase'), LONG);
    await page.enter(input(page, 'signing-again'), PASSPHRASE);
    expect([page.text().includes(t('lockDiffers')), isReady()]).toEqual([true, false]);
    await page.enter(input(page, 'signing-again'), LONG);
    expect(isReady()).toBe(false);
    await page.enter(input(page, 'signing-company'), ' ');
    expect(isReady()).toBe(false);
    await page.enter(input(page, 'signing-company'), 'パン屋こむぎ');
    expect(isReady()).toBe(true);
  });

  it('comes back from its backup on another computer, and signs the same', async () => {
    const { computer } = await withKey();
    const other = fakeSigningPorts();
    const page = await show(other);
    const backup = computer.saved[0]?.text ?? '';
    await chooseBackup(page, '違う合言葉です、長い', backup);
    await says(page, t('signingBackupWrong'));
    await chooseBackup(page, LONG, backup.replace('パン屋', 'ハム屋'));
    await says(page, t('signingBackupWrong'));
    await chooseBackup(page, LONG, '{"format":"matta-messages"}');
    await says(page, t('signingBackupNone'));
    expect(other.values.size).toBe(0);
    await chooseBackup(page, LONG, backup);
    await says(page, t('signingRestored'));
    await says(page, t('signingKeyNumber'));
    const [one, two] = await Promise.all([readKey(computer.ports), readKey(other.ports)]);
    expect([two?.publicKey, two?.company]).toEqual([one?.publicKey, one?.company]);
    await page.click(page.button(t('signingSign')));
    await says(page, t('signingSaved', 1));
    expect(await opened(other)).toMatchObject({ publicKey: one?.publicKey });
  });

  it('is never replaced by a backup; that is only checked', async () => {
    const { computer, page } = await withKey();
    const stranger = await withKey();
    const before = await readKey(computer.ports);
    await chooseBackup(page, LONG, computer.saved[0]?.text ?? '');
    await says(page, t('signingBackupFits'));
    await chooseBackup(page, LONG, stranger.computer.saved[0]?.text ?? '');
    await says(page, t('signingBackupOther'));
    expect(await readKey(computer.ports)).toEqual(before);
  });
});

describe('a file that is signed', () => {
  it('has the rules, the next number, and a year', async () => {
    const { computer, page } = await withKey();
    await page.click(page.button(t('signingSign')));
    await says(page, t('signingSaved', 1));
    expect(computer.saved.at(-1)?.name).toBe('matta-policy-1.json');
    const file = await opened(computer);
    expect(file).toMatchObject({
      payload: { kind: 'policy', counter: 1, issuedAt: TEN_O_CLOCK, policy: JSON.parse(RULES) },
    });
    const notAfter = new Date(Object(Object(file).payload).notAfter);
    expect([notAfter.getHours(), notAfter.getMinutes()]).toEqual([23, 59]);
    await vi.waitFor(() => expect(input(page, 'signing-counter').value).toBe('2'));
  });

  it('can be a release, after a question', async () => {
    const { computer, page } = await withKey();
    await page.enter(input(page, 'signing-counter'), '１２');
    await page.click(page.button(t('signingRelease')));
    expect(page.find('.question').textContent).toContain(t('signingReleaseNote'));
    const [, yes] = page.all('button').filter((button) => button.textContent === t('signingRelease'));
    if (yes !== undefined) await page.click(yes);
    await says(page, t('signingSaved', 12));
    expect(await opened(computer)).toMatchObject({ payload: { kind: 'release', counter: 12 } });
  });

  it.each([
    ['a number of nothing', { counter: '0' }, 'signingNoCounter'],
    ['no number', { counter: 'abc' }, 'signingNoCounter'],
    ['a number without end', { counter: '9'.repeat(12) }, 'signingNoCounter'],
    ['a day that is over', { lastDay: '2020-01-01' }, 'signingPast'],
    ['no day', { lastDay: '' }, 'signingPast'],
  ] as const)(
    'is not made with %s',
    async (_what, { counter, lastDay }: { counter?: string; lastDay?: string }, words) => {
      const { computer, page } = await withKey();
      if (counter !== undefined) await page.enter(input(page, 'signing-counter'), counter);
      if (lastDay !== undefined) await page.enter(input(page, 'signing-last-day'), lastDay);
      await page.click(page.button(t('signingSign')));
      await says(page, t(words));
      expect(computer.saved).toHaveLength(1);
    },
  );

  it('is not made with a number that was used in another window', async () => {
    const { computer, page } = await withKey();
    const key = await readKey(computer.ports);
    await computer.ports.keys.put('key', { ...key, counter: 7 });
    await page.click(page.button(t('signingSign')));
    await says(page, t('signingUsed'));
    await vi.waitFor(() => expect(input(page, 'signing-counter').value).toBe('8'));
  });

  it.each([
    ['no JSON', 'largeAudience: 100', 'signingNotAPolicy'],
    ['one rule twice', '{"lock":"off","lock":"enforce"}', 'signingNotAPolicy'],
    ['nothing', '{"version": 2, "accounts": {}}', 'signingEmpty'],
    ['a value that is none', '{"version": 2, "lock": "sometimes"}', 'lock'],
  ] as const)('is not made of %s', async (_what, policyText, words) => {
    const { computer } = await withKey();
    const page = await show(computer, policyText);
    await says(page, t('signingKeyNumber'));
    await page.click(page.button(t('signingSign')));
    await says(page, words === 'lock' ? t('signingProblems', 'lock') : t(words));
    expect(computer.saved).toHaveLength(1);
  });
});
