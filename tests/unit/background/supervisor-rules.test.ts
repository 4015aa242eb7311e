import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { SupervisorRules } from '../../../src/background/supervisor-rules.ts';
import { SIGNED_POLICY } from '../../../src/storage/signed-policy.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';
import { newSigner, type Signer } from '../../support/signed-files.ts';

const PASSPHRASE = '開けゴマの合言葉';

let signer: Signer;
beforeAll(async () => {
  signer = await newSigner();
});

function bench() {
  const local = new FakeStorageArea();
  const rules = new SupervisorRules({
    clock: { now: () => TEN_O_CLOCK },
    sinceStart: () => 0,
    local,
    factory: new IDBFactory(),
    note: async () => undefined,
  });
  const { answers } = rules;
  return {
    local,
    answers,
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
