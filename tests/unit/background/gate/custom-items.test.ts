import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/broadcast/checklist.ts';
import { CUSTOM_ITEMS } from '../../../support/custom-items.ts';
import {
  attemptOf,
  bodyOf,
  GateBench,
  nonce,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const { choice, anyNumber, tick } = CUSTOM_ITEMS;
const RIGHT: readonly Answer[] = [
  { item: 'custom:campaign', given: { kind: 'choice', choice: 1 } },
  { item: 'custom:stock-left', given: { kind: 'number', typed: '３００' } },
];
const WRONG: Answer = { item: 'custom:campaign', given: { kind: 'choice', choice: 0 } };

let bench: GateBench;
const open = (of = attempt) => bench.gate.answers.openAttempt({ attempt: of, changes: [] }, TOP);
async function complete(own: readonly Answer[]) {
  const { answers, reasons } = rightAnswers(await open(), attempt);
  const request = { attempt, answers: [...answers, ...own], reasons, tookMs: 9_000 };
  return bench.gate.answers.completeAttempt(request, TOP);
}

beforeEach(() => {
  bench = new GateBench();
  bench.setGate({ customItems: [choice, anyNumber] });
});

describe('a supervisor’s own questions', () => {
  it('are asked after all others, without what answers them', async () => {
    const { items } = await open();
    expect(items.slice(-2)).toEqual([
      {
        name: 'custom:campaign',
        kind: 'choice',
        text: choice.text,
        choices: [{ ja: '春の感謝祭' }, { ja: '冬のパンまつり', th: 'เทศกาลขนมปัง' }],
      },
      { name: 'custom:stock-left', kind: 'number', text: anyNumber.text, choices: [] },
    ]);
    expect(bench.journal.events('asked')[0]?.items).toContain('custom:campaign');
  });

  it('hold the broadcast as long as one is open or wrong, whatever a page says', async () => {
    for (const own of [[], RIGHT.slice(0, 1), [...RIGHT, WRONG]]) {
      const { pass, open: left } = await complete(own);
      expect(pass).toBeNull();
      expect(left.items).not.toEqual([]);
    }
    expect(await bench.request(SEND_URL, bodyOf())).toBe('blocked');
  });

  it('let it go when they are answered, and the journal has it, with the number', async () => {
    const { pass, open: left } = await complete(RIGHT);
    expect(left).toEqual({ items: [], findings: [] });
    if (pass === null) throw new TypeError('no pass');
    const released = await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    expect(released).toMatchObject({ result: 'armed' });
    expect(await bench.request(`${SEND_URL}#${nonce(1)}`, bodyOf())).toBe('sent');
    expect(bench.journal.events('answered').filter(({ item }) => item.startsWith('custom:'))).toEqual([
      { kind: 'answered', item: 'custom:campaign', unverified: false },
      { kind: 'answered', item: 'custom:stock-left', unverified: true, value: '300' },
    ]);
  });

  it('make a wrong answer a catch, once', async () => {
    for (const _ of [1, 2]) {
      expect(await bench.gate.answers.answerItem({ attempt, answer: WRONG }, TOP)).toEqual({
        verdict: 'wrong',
      });
    }
    expect(bench.journal.events('caught')).toEqual([{ kind: 'caught', by: 'custom:campaign' }]);
  });

  it('are asked only where their conditions may hold', async () => {
    bench.setGate({ customItems: [{ ...tick, when: [{ if: 'schedule', is: 'at' }] }] });
    expect((await open()).items.map(({ name }) => name)).not.toContain('custom:stock');
    const reserved = attemptOf(2, bodyOf({ immediate: false, scheduledDate: 1_900_000_000 }));
    expect((await open(reserved)).items.map(({ name }) => name)).toContain('custom:stock');
  });

  it('are told apart where two layers ask differently under one name', async () => {
    bench.setGate({ customItems: [tick, { ...tick, text: { ja: '在庫を数えましたか。' } }] });
    expect((await open()).items.slice(-2).map(({ name }) => name)).toEqual([
      'custom:stock',
      'custom:stock~2',
    ]);
  });
});
