import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { SupervisorRules } from '../../../src/background/supervisor-rules.ts';
import { placesOf } from '../../../src/storage/policy-store.ts';
import { SETTINGS_LOCK } from '../../../src/storage/settings-lock.ts';
import { SIGNED_POLICY } from '../../../src/storage/signed-policy.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';
import { newSigner, type Signer } from '../../support/signed-files.ts';

const PASSPHRASE = '開けゴマの合言葉';

type Noted = Parameters<ConstructorParameters<typeof SupervisorRules>[0]['note']>[0];

let signer: Signer;
beforeAll(async () => {
  signer = await newSigner();
});

function bench() {
  const local = new FakeStorageArea();
  const factory = new IDBFactory();
  const noted: Noted[] = [];
  let isFull = false;
  const start = () =>
    new SupervisorRules({
      clock: { now: () => TEN_O_CLOCK },
      sinceStart: () => 0,
      local,
      factory,
      defaults: async () => ({ rules: {}, accounts: {} }),
      note: async (event) => {
        if (isFull) throw new Error('full');
        noted.push(event);
      },
    });
  const { answers } = start();
  return {
    local,
    factory,
    answers,
    noted,
    start,
    steps: () => noted.map((event) => (event.kind === 'passphrase' ? event.step : event.kind)),
    fill: (full: boolean) => {
      isFull = full;
    },
    take: async () =>
      answers.importSigned({ file: await signer.file({ lock: 'enforce' }), confirmed: signer.lastGroup }),
    set: () => answers.changePassphrase({ old: null, next: PASSPHRASE }),
  };
}

describe('the worker’s answers to supervisors', () => {
  it('give the file in force, and say when it was altered', async () => {
    const { answers, take, local } = bench();
    expect(await answers.signedFile()).toEqual({ file: null, isAltered: false });
    await take();
    expect(await answers.signedFile()).toEqual({
      file: await signer.file({ lock: 'enforce' }),
      isAltered: false,
    });
    const stranger = await newSigner();
    await local.set({ [SIGNED_POLICY]: { file: await stranger.file({}), untold: null } });
    // What the next file has to follow.
    const file = await signer.file({ lock: 'enforce' });
    expect(await answers.signedFile()).toEqual({ file, isAltered: true });
  });

  it('end signed rules by no passphrase, whoever set it and when', async () => {
    const { answers, take, set } = bench();
    await set();
    await take();
    expect(await answers.tryPassphrase({ passphrase: PASSPHRASE })).toEqual({ result: 'right' });
    expect((await answers.signedFile()).file).not.toBeNull();
    expect(Object.keys(answers).toSorted()).toEqual([
      'changePassphrase',
      'importSigned',
      'settingsLock',
      'signedFile',
      'tryPassphrase',
    ]);
    expect(await answers.settingsLock()).toEqual({ lock: 'set', waitMs: 0 });
  });
});

describe('the journal', () => {
  it('has every use of the passphrase, and no other word of it', async () => {
    const { answers, set, steps, noted } = bench();
    await answers.tryPassphrase({ passphrase: 'まだ決めていない' });
    await answers.changePassphrase({ old: null, next: null });
    expect(steps()).toEqual([]);
    await set();
    await answers.tryPassphrase({ passphrase: '違う合言葉です' });
    await answers.tryPassphrase({ passphrase: PASSPHRASE });
    await answers.changePassphrase({ old: '違う合言葉です', next: null });
    await answers.changePassphrase({ old: PASSPHRASE, next: `${PASSPHRASE}２` });
    await answers.changePassphrase({ old: `${PASSPHRASE}２`, next: null });
    expect(steps()).toEqual(['set', 'wrong', 'opened', 'wrong', 'changed', 'removed']);
    for (const event of noted) expect(Object.keys(event)).toEqual(['kind', 'step']);
  });

  it('has no try that had to wait', async () => {
    const { answers, set, steps } = bench();
    await set();
    for (let n = 0; n < 8; n += 1) await answers.tryPassphrase({ passphrase: '違う合言葉です' });
    expect((await answers.settingsLock()).waitMs).toBeGreaterThan(0);
    expect(steps().filter((step) => step === 'wrong').length).toBeLessThan(8);
  });

  it('does not open what it cannot write down', async () => {
    const { answers, set, fill } = bench();
    await set();
    fill(true);
    await expect(answers.tryPassphrase({ passphrase: PASSPHRASE })).rejects.toThrow('full');
  });

  it('finds at a start that the passphrase was removed or replaced past Matta, and says so once', async () => {
    const { set, steps, start, local, factory } = bench();
    await set();
    await start().keep();
    expect(steps()).toEqual(['set']);
    const places = placesOf(local, factory, SETTINGS_LOCK);
    await places.write({ ...Object((await places.readBoth()).second), salt: '0'.repeat(32) });
    await start().keep();
    await places.remove();
    await start().keep();
    await start().keep();
    expect(steps()).toEqual(['set', 'found-other', 'found-other']);
  });

  it('finds it also where somebody uses the other one, or sets a new one, before the next start', async () => {
    const { answers, set, steps, local, factory } = bench();
    const places = placesOf(local, factory, SETTINGS_LOCK);
    const other = bench();
    await other.answers.changePassphrase({ old: null, next: `${PASSPHRASE}２` });
    await set();
    await places.write((await placesOf(other.local, other.factory, SETTINGS_LOCK).readBoth()).second);
    expect(await answers.tryPassphrase({ passphrase: `${PASSPHRASE}２` })).toEqual({ result: 'right' });
    expect(steps()).toEqual(['set', 'found-other', 'opened']);
    await places.remove();
    await set();
    expect(steps().slice(3)).toEqual(['found-other', 'set']);
  });

  it('learns at a start of a passphrase that it could not write down', async () => {
    const { answers, set, steps, fill, start } = bench();
    fill(true);
    await expect(set()).rejects.toThrow('full');
    expect(await answers.settingsLock()).toEqual({ lock: 'set', waitMs: 0 });
    fill(false);
    await start().keep();
    expect(steps()).toEqual(['set']);
  });
});
