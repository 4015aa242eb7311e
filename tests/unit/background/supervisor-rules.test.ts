import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { SupervisorRules } from '../../../src/background/supervisor-rules.ts';
import type { NotePolicy } from '../../../src/storage/managed-policy.ts';
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
  const noted: Parameters<NotePolicy>[0][] = [];
  const rules = new SupervisorRules({
    clock: { now: () => TEN_O_CLOCK },
    sinceStart: () => 0,
    local,
    factory: new IDBFactory(),
    note: async (event) => void noted.push(event),
  });
  const { answers } = rules;
  return {
    local,
    noted,
    answers,
    take: async () =>
      answers.importSigned({ file: await signer.file({ lock: 'enforce' }), confirmed: signer.lastGroup }),
    set: () => answers.changePassphrase({ old: null, next: PASSPHRASE }),
    release: (passphrase: string) => answers.releaseSigned({ passphrase }),
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
    expect(await answers.signedFile()).toEqual({ file: null, isAltered: true });
  });

  it('remove signed rules by a passphrase that was there before them, and by no wrong one', async () => {
    const { answers, take, set, release, noted } = bench();
    await set();
    await take();
    expect(await answers.settingsLock()).toMatchObject({ lock: 'set', mayRelease: true });
    expect(await release('違う合言葉です')).toEqual({ result: 'wrong' });
    expect(await release(PASSPHRASE)).toEqual({ result: 'released' });
    expect(await answers.signedFile()).toEqual({ file: null, isAltered: false });
    expect(noted.at(-1)).toMatchObject({ origin: 'signed', after: null });
  });

  it('do not remove them by a passphrase that somebody under them has set or changed', async () => {
    const { answers, take, set, release } = bench();
    await take();
    await set();
    expect(await answers.tryPassphrase({ passphrase: PASSPHRASE })).toEqual({ result: 'right' });
    expect(await release(PASSPHRASE)).toEqual({ result: 'denied' });
    await answers.changePassphrase({ old: PASSPHRASE, next: `${PASSPHRASE}二` });
    expect(await release(`${PASSPHRASE}二`)).toEqual({ result: 'denied' });
    expect((await answers.signedFile()).file).not.toBeNull();
  });

  it('count tries for the release like all others', async () => {
    const { answers, take, set, release } = bench();
    await set();
    await take();
    for (let n = 0; n < 5; n += 1) await release('違う合言葉です');
    expect(await release(PASSPHRASE)).toEqual({ result: 'wait' });
    expect(await answers.tryPassphrase({ passphrase: PASSPHRASE })).toEqual({ result: 'wait' });
  });
});
