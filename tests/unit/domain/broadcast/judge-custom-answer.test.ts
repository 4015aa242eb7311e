import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type CustomAnswer,
  customAnswerSchema,
  customKeySchema,
  customQuestion,
  customQuestionSchema,
} from '../../../../src/domain/broadcast/custom-question.ts';
import {
  isCustomUnverified,
  judgeCustomAnswer,
  keptOfAnswer,
} from '../../../../src/domain/broadcast/judge-custom-answer.ts';
import { CUSTOM_ITEMS } from '../../../support/custom-items.ts';
import { anyCustomItem } from '../../../support/policies.ts';

const { tick, choice, number, anyNumber, word } = CUSTOM_ITEMS;
const ASKED = Object.values(CUSTOM_ITEMS);
const answer = (id: string, given: CustomAnswer['given']): CustomAnswer =>
  v.parse(customAnswerSchema, { item: `custom:${id}`, given });
const typed = (id: string, kind: 'number' | 'word', text: string) => answer(id, { kind, typed: text });

describe('an answer to a supervisor’s own question', () => {
  it.each([
    [answer(tick.id, { kind: 'tick' }), 'right'],
    [answer(choice.id, { kind: 'choice', choice: 0 }), 'wrong'],
    [answer(choice.id, { kind: 'choice', choice: 1 }), 'right'],
    [answer(choice.id, { kind: 'choice', choice: 2 }), 'incomplete'],
    [typed(number.id, 'number', '１２'), 'right'],
    [typed(number.id, 'number', '๑๒'), 'right'],
    [typed(number.id, 'number', '13'), 'wrong'],
    [typed(number.id, 'number', '12.5'), 'incomplete'],
    [typed(anyNumber.id, 'number', '0'), 'right'],
    [typed(anyNumber.id, 'number', 'たくさん'), 'incomplete'],
    [typed(word.id, 'word', ' ｼｭﾄｰﾚﾝ　'), 'right'],
    [typed(word.id, 'word', 'ＳＴＯＬＬＥＮ'), 'right'],
    [typed(word.id, 'word', 'シュトレン'), 'wrong'],
    [typed(word.id, 'word', '　'), 'incomplete'],
    // By another way than the one that is asked for, or to what is not asked.
    [answer(word.id, { kind: 'tick' }), 'incomplete'],
    [answer('unknown', { kind: 'tick' }), 'incomplete'],
  ] as const)('%j is %s', (given, verdict) => {
    expect(judgeCustomAnswer(given, ASKED)).toBe(verdict);
  });

  it('is compared with nothing where it is a tick, or any number, which is kept', () => {
    const unverified = ASKED.filter(({ id }) =>
      isCustomUnverified(v.parse(customKeySchema, `custom:${id}`), ASKED),
    );
    expect(unverified).toEqual([tick, anyNumber]);
    expect(keptOfAnswer(typed(anyNumber.id, 'number', '３００'), ASKED)).toBe('300');
    expect(keptOfAnswer(typed(number.id, 'number', '12'), ASKED)).toBeUndefined();
    expect(keptOfAnswer(typed(word.id, 'word', 'シュトーレン'), ASKED)).toBeUndefined();
  });

  it('cannot be read off what is asked', async () => {
    await fc.assert(
      fc.property(anyCustomItem, (item) => {
        const question = customQuestion(item);
        expect(v.parse(customQuestionSchema, question)).toEqual(question);
        expect(JSON.stringify(question)).not.toMatch(/"(?:isRight|right)":/);
        const other = 'right' in item && item.kind === 'number' ? { ...item, right: 7 } : item;
        expect(customQuestion(other)).toEqual(question);
      }),
    );
  });
});
