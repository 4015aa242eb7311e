import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { effectivePolicy, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import { RULE_KEYS, RULES, type RuleKey, type RuleValues } from '../../../src/domain/policy/rules.ts';
import type { NotePolicy } from '../../../src/storage/managed-policy.ts';
import { placesOf, policyStore } from '../../../src/storage/policy-store.ts';
import { SignedImports } from '../../../src/storage/signed-imports.ts';
import { SIGNED_POLICY, SignedPolicy } from '../../../src/storage/signed-policy.ts';
import { TwoPlaces } from '../../../src/storage/two-places.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { anyRuleBook } from '../../support/policies.ts';
import { TEN_O_CLOCK } from '../../support/sent-messages.ts';
import { newSigner, type Signer } from '../../support/signed-files.ts';

const RULES_1 = { version: 2, largeAudience: 100, lock: 'enforce' };
const LAX = { version: 2, largeAudience: 99_999, lock: 'off', network: 'off' };

let signer: Signer;
let other: Signer;
beforeAll(async () => {
  [signer, other] = await Promise.all([newSigner(), newSigner()]);
});

/** A computer; `start` is a worker that has just been started on it. */
function bench() {
  const local = new FakeStorageArea();
  const managed = new FakeStorageArea();
  const factory = new IDBFactory();
  const clock = new FakeClock(TEN_O_CLOCK);
  const noted: Parameters<NotePolicy>[0][] = [];
  const journal = { works: true };
  const start = () => {
    const places = placesOf(local, factory, SIGNED_POLICY);
    const policy = new SignedPolicy(places, clock);
    const note: NotePolicy = async (event) => {
      if (!journal.works) throw new Error('the journal is full');
      noted.push(event);
    };
    return { policy, imports: new SignedImports({ policy, places, clock, note }) };
  };
  const second = () => placesOf(new FakeStorageArea(), factory, SIGNED_POLICY);
  return {
    ...start(),
    start,
    local,
    clock,
    noted,
    journal,
    /** What both worker and pages go by, as one that has just been opened sees it. */
    gate: async () => policyFor(await policyStore(local, managed, factory).read()).gate,
    store: () => policyStore(local, managed, factory),
    setSecond: (value: unknown) => second().write(value),
    removeSecond: () => second().remove(),
    readSecond: async () => (await second().read()).second,
  };
}
async function pinned(policy: object = RULES_1, counter = 5) {
  const computer = bench();
  await computer.imports.take(await signer.file(policy, { counter }), signer.lastGroup);
  return computer;
}
const limits = ({
  largeAudience,
  lock,
}: RuleValues | Awaited<ReturnType<ReturnType<typeof bench>['gate']>>) => [largeAudience, lock];

describe('a signed file on a computer', () => {
  it('holds over what was chosen, after somebody has compared the key', async () => {
    const { imports, gate, local, noted } = bench();
    await local.set({ policy: LAX });
    const file = await signer.file(RULES_1);
    expect(await imports.take(file, null)).toEqual({ result: 'unconfirmed' });
    expect(await imports.take(file, other.lastGroup)).toEqual({ result: 'unconfirmed' });
    expect(limits(await gate())).toEqual([99_999, 'off']);
    expect(await imports.take(file, ` ${signer.lastGroup} `)).toEqual({ result: 'taken' });
    expect(limits(await gate())).toEqual([100, 'enforce']);
    expect((await gate()).network).toBe('off');
    const after = expect.stringMatching(/^[0-9a-f]{64}$/);
    const keys = ['lock', 'largeAudience'];
    const first = { account: null, before: null };
    const changes = [
      { ...first, rule: 'lock', after: 'enforce' },
      { ...first, rule: 'largeAudience', after: '100' },
    ];
    expect(noted).toEqual([
      { kind: 'policy', origin: 'signed', before: null, after, keys, kept: [], changes },
    ]);
  });

  it('is followed by the next one without a question, and the journal has both', async () => {
    const { imports, gate, noted } = await pinned();
    expect(await imports.take(await signer.file({ version: 2, lock: 'off' }, { counter: 6 }), null)).toEqual({
      result: 'taken',
    });
    expect(limits(await gate())).toEqual([1_000, 'enforce']);
    expect(noted[1]).toMatchObject({ before: noted[0]?.after, keys: ['lock', 'largeAudience'] });
  });

  it('stays when another one is refused, or the same one comes again', async () => {
    const { imports, gate, noted } = await pinned();
    for (const [file, answer] of [
      [await signer.file(RULES_1, { counter: 5 }), { result: 'in-force' }],
      [await signer.file(LAX, { counter: 5 }), { result: 'refused', why: 'counter-used' }],
      [await signer.file(LAX, { counter: 4 }), { result: 'refused', why: 'counter-behind' }],
      [await other.file(LAX, { counter: 9 }), { result: 'refused', why: 'other-key' }],
      ['\ud800', { result: 'refused', why: 'not-utf8' }],
    ] as const) {
      expect(await imports.take(file, other.lastGroup)).toEqual(answer);
    }
    expect(limits(await gate())).toEqual([100, 'enforce']);
    expect(noted).toHaveLength(1);
  });

  it('that is out of date holds on, and says so', async () => {
    const { gate, policy, clock } = await pinned();
    clock.advance(31 * 86_400_000);
    expect(limits(await gate())).toEqual([100, 'enforce']);
    expect((await policy.read()).problems).toMatchObject([{ kind: 'out-of-date' }]);
  });

  it('is removed by a signed release, which the journal has', async () => {
    const { imports, gate, local, noted, readSecond } = await pinned();
    expect(await imports.take(await signer.release({ counter: 6 }), null)).toEqual({ result: 'released' });
    expect(limits(await gate())).toEqual([1_000, 'enforce']);
    expect([local.peek(SIGNED_POLICY), await readSecond()]).toEqual([undefined, undefined]);
    expect(noted[1]).toMatchObject({ before: noted[0]?.after, after: null, keys: ['lock', 'largeAudience'] });
    expect(noted[1]?.changes).toEqual([
      { rule: 'lock', account: null, before: 'enforce', after: null },
      { rule: 'largeAudience', account: null, before: '100', after: null },
    ]);
  });

  it('is not given free where the journal cannot be told', async () => {
    const { imports, gate, journal } = await pinned();
    journal.works = false;
    await expect(imports.take(await signer.release({ counter: 6 }), null)).rejects.toThrow('full');
    expect(limits(await gate())).toEqual([100, 'enforce']);
  });

  it('holds also where the journal cannot be told, which is done at the next start', async () => {
    const { imports, gate, journal, noted, start } = bench();
    journal.works = false;
    await expect(imports.take(await signer.file(RULES_1), signer.lastGroup)).rejects.toThrow('full');
    expect(limits(await gate())).toEqual([100, 'enforce']);
    journal.works = true;
    await start().imports.keep();
    await start().imports.keep();
    expect(noted).toMatchObject([{ before: null, keys: ['lock', 'largeAudience'] }]);
    expect(noted[0]?.changes?.map(({ after }) => after)).toEqual(['enforce', '100']);
  });

  it('is told of by the settings, of whose change pages hear', async () => {
    const { store, imports } = bench();
    const shown = new AbortController();
    const told: number[] = [];
    const told1 = new Promise<void>((resolve) => {
      store().watch((policy) => {
        told.push(policyFor(policy).gate.largeAudience);
        if (told.at(-1) === 100) resolve();
      }, shown.signal);
    });
    await imports.take(await signer.file(RULES_1), signer.lastGroup);
    await told1;
    shown.abort();
  });

  it('cannot be loosened by a change of settings', async () => {
    const { store } = await pinned();
    const change = store().change((policy) => ({ ...policy, gate: { ...policy.gate, largeAudience: 101 } }));
    await expect(change).rejects.toThrow('largeAudience');
  });
});

describe('what somebody does to the storage', () => {
  it.each<[string, (computer: Awaited<ReturnType<typeof pinned>>) => Promise<unknown>]>([
    ['the first place is emptied', ({ local }) => local.remove(SIGNED_POLICY)],
    ['the second place is emptied', ({ removeSecond }) => removeSecond()],
    [
      'the first place holds nonsense',
      ({ local }) => local.set({ [SIGNED_POLICY]: { file: '{}', untold: null } }),
    ],
    ['the second place holds nonsense', ({ setSecond }) => setSecond(7)],
    [
      'the first place holds an older file',
      async ({ local }) =>
        local.set({ [SIGNED_POLICY]: { file: await signer.file(LAX, { counter: 4 }), untold: null } }),
    ],
    [
      'the second place holds an older file',
      async ({ setSecond }) => setSecond({ file: await signer.file(LAX, { counter: 4 }), untold: null }),
    ],
  ])('%s: the rules hold, it is mended, and the journal has it', async (_what, harm) => {
    const computer = await pinned();
    await harm(computer);
    expect(limits(await computer.gate())).toEqual([100, 'enforce']);
    await computer.start().imports.keep();
    const { noted, local, readSecond } = computer;
    expect(noted.slice(1)).toMatchObject([
      { before: noted[0]?.after, keys: [], kept: ['lock', 'largeAudience'] },
    ]);
    expect(await readSecond()).toEqual(local.peek(SIGNED_POLICY));
    await computer.start().imports.keep();
    expect(noted).toHaveLength(2);
  });

  it('a file of another key beside the right one makes both as strict as can be', async () => {
    const { local, gate, store } = await pinned();
    await local.set({
      policy: LAX,
      [SIGNED_POLICY]: { file: await other.file(LAX, { counter: 9 }), untold: null },
    });
    expect(limits(await gate())).toEqual([1, 'enforce']);
    expect((await gate()).network).toBe('enforce');
    expect((await store().read()).problems).toMatchObject([{ kind: 'altered' }]);
  });

  it('a file of another key beside the right one does not make the computer forget whose rules it had', async () => {
    const { local, imports, start, gate, noted } = await pinned();
    const foreign = { file: await other.file(LAX, { counter: 9 }), untold: null };
    await local.set({ policy: LAX, [SIGNED_POLICY]: foreign });
    for (const [file, why] of [
      [foreign.file, 'other-key'],
      [await other.file(LAX, { counter: 10 }), 'other-key'],
      [await other.release({ counter: 10 }), 'other-key'],
      [await signer.file(LAX, { counter: 4 }), 'counter-behind'],
    ] as const) {
      expect(await imports.take(file, other.lastGroup)).toEqual({ result: 'refused', why });
    }
    await start().imports.keep();
    expect(limits(await gate())).toEqual([1, 'enforce']);
    const next = await signer.file({ version: 2, largeAudience: 200 }, { counter: 6 });
    expect(await imports.take(next, null)).toEqual({ result: 'taken' });
    expect(limits(await gate())).toEqual([200, 'off']);
    expect(noted.at(-1)).toMatchObject({ before: noted[0]?.after });
  });

  it('a file of another key beside the right one is mended by the right one, and ended by its release', async () => {
    const { local, imports, gate } = await pinned();
    const foreign = { file: await other.file(LAX, { counter: 9 }), untold: null };
    await local.set({ [SIGNED_POLICY]: foreign });
    expect(await imports.take(await signer.file(RULES_1, { counter: 5 }), null)).toEqual({ result: 'taken' });
    expect(limits(await gate())).toEqual([100, 'enforce']);
    await local.set({ [SIGNED_POLICY]: foreign });
    expect(await imports.take(await signer.release({ counter: 6 }), null)).toEqual({ result: 'released' });
    expect(local.peek(SIGNED_POLICY)).toBeUndefined();
  });

  it('a file of another key is neither followed nor kept while the second place is slow', async () => {
    const [right, foreign] = await Promise.all([signer.file(RULES_1), other.file(LAX, { counter: 9 })]);
    const local = new FakeStorageArea();
    await local.set({ [SIGNED_POLICY]: { file: foreign, untold: null } });
    const put = vi.fn();
    const get = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { file: right, untold: null };
    };
    const places = new TwoPlaces(local, { get, put, remove: async () => {} }, SIGNED_POLICY);
    const clock = new FakeClock(TEN_O_CLOCK);
    const policy = new SignedPolicy(places, clock);
    const imports = new SignedImports({ policy, places, clock, note: async () => undefined });
    await imports.keep();
    const next = await other.file(LAX, { counter: 10 });
    expect(await imports.take(next, null)).toEqual({ result: 'refused', why: 'other-key' });
    expect(put).not.toHaveBeenCalled();
  });

  it('both places altered so that nobody knows whose rules they were: no file is taken as the first', async () => {
    const { local, setSecond, imports, gate } = await pinned();
    await setSecond('x');
    await local.set({ [SIGNED_POLICY]: null });
    for (const file of [await other.file(LAX), await signer.file(RULES_1, { counter: 6 })]) {
      const answer = await imports.take(file, other.lastGroup);
      expect(answer).toEqual({ result: 'refused', why: 'altered' });
    }
    expect(limits(await gate())).toEqual([1, 'enforce']);
  });

  it('both places altered: what the file said is as strict as can be; where nothing is left of it, everything', async () => {
    const { local, setSecond, gate } = await pinned();
    const broken = {
      file: (await signer.file(LAX)).replace(/"signature": "../, '"signature": "00'),
      untold: null,
    };
    await setSecond(broken);
    await local.set({ policy: LAX, [SIGNED_POLICY]: broken });
    expect(limits(await gate())).toEqual([1, 'enforce']);
    expect((await gate()).override).toBe('reason');
    await setSecond('x');
    await local.set({ [SIGNED_POLICY]: null });
    expect([...limits(await gate()), (await gate()).override]).toEqual([1, 'enforce', 'never']);
  });

  it('that cannot be read at all is as strict as can be: the second place does not say what others had fixed', async () => {
    const { factoryOf } = await closedLocal();
    expect(limits(await factoryOf())).toEqual([1, 'enforce']);
  });

  async function closedLocal() {
    const computer = await pinned();
    const closed = () => Promise.reject(new Error('storage is out of order'));
    computer.local.get = closed;
    return { factoryOf: computer.gate };
  }

  it('never makes it laxer than the signed file, whatever it said and whatever was chosen', async () => {
    const harm = fc.record({
      place: fc.constantFrom('first', 'second', 'both'),
      how: fc.constantFrom('empty', 'text', 'number', 'cut', 'signature'),
    });
    await fc.assert(
      fc.asyncProperty(anyRuleBook, anyRuleBook, harm, async (said, chosen, { place, how }) => {
        const computer = bench();
        const file = await signer.file({ version: 2, ...said.rules });
        await computer.imports.take(file, signer.lastGroup);
        const damage: Record<typeof how, unknown> = {
          empty: {},
          text: 'x',
          number: 7,
          cut: { file: file.slice(0, file.length / 2), untold: null },
          signature: { file: file.replace(/"signature": "./, '"signature": "x'), untold: null },
        };
        await computer.local.set({ policy: { version: 2, ...chosen.rules } });
        if (place !== 'second') await computer.local.set({ [SIGNED_POLICY]: damage[how] });
        if (place !== 'first') await computer.setSecond(damage[how]);
        const { rules } = await computer.store().read();
        // Of lists nothing is left where the whole text is gone.
        const lost = place === 'both' && how !== 'signature' ? LISTS : [];
        for (const key of RULE_KEYS.filter((name) => !lost.includes(name)))
          expectAtLeast(key, rules[key].value, said.rules[key]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Of lists nothing is strictest; and names that this version does not know do nothing. */
const LISTS: readonly RuleKey[] = ['cautionWords', 'holidays', 'customItems', 'items'];

function expectAtLeast<K extends RuleKey>(
  key: K,
  value: RuleValues[RuleKey],
  said: RuleValues[RuleKey] | undefined,
) {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  if (said === undefined || order === 'none') return;
  const isStrict = order.isAtLeast(value as RuleValues[K], said as RuleValues[K]);
  expect(isStrict, `${key}: ${JSON.stringify(value)} under ${JSON.stringify(said)}`).toBe(true);
}

describe('layers', () => {
  it('with a signed one are never laxer than it', async () => {
    await fc.assert(
      fc.property(anyRuleBook, anyRuleBook, (signed, own) => {
        const { rules } = effectivePolicy({ signed, own });
        for (const key of RULE_KEYS) expectAtLeast(key, rules[key].value, signed.rules[key]);
      }),
      { numRuns: 500 },
    );
  });
});
