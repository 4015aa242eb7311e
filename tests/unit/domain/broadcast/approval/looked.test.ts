import { describe, expect, it, test } from 'vitest';
import type { ApprovalLook } from '../../../../../src/domain/broadcast/approval/look.ts';
import {
  customFacts,
  isSameAs,
  type Looked,
  lookedFacts,
} from '../../../../../src/domain/broadcast/approval/looked.ts';
import type { CustomAnswer, CustomQuestion } from '../../../../../src/domain/broadcast/custom-question.ts';
import { extractedValue, linkOf } from '../../../../support/broadcasts.ts';

const question = (id: string, kind: CustomQuestion['kind'], choices = 0): CustomQuestion => ({
  name: `custom:${id}`,
  kind,
  text: { ja: id },
  choices: Array.from({ length: choices }, (_, place) => ({ ja: String(place) })),
});
const QUESTIONS = [
  question('colour', 'choice', 2),
  question('shop', 'tick'),
  question('stock', 'number'),
  question('word', 'word'),
];
const answer = (id: string, given: CustomAnswer['given']): CustomAnswer => ({ item: `custom:${id}`, given });
const ALL = [
  answer('colour', { kind: 'choice', choice: 1 }),
  answer('shop', { kind: 'tick' }),
  answer('stock', { kind: 'number', typed: '１，２００' }),
  answer('word', { kind: 'word', typed: ' ＦＡＩＲ ' }),
];
const FACTS = [
  ['custom:colour', '1'],
  ['custom:stock', '1200'],
  ['custom:word', 'fair'],
] as const;
const LOOK: ApprovalLook = {
  bubbles: [],
  values: [extractedValue('d0-1')],
  // Only the first can be opened.
  links: [linkOf('l0-1'), linkOf('l0-2', null), linkOf('l0-3', 'javascript:alert(1)')],
  questions: QUESTIONS,
};
const WHOLE: Looked = { look: LOOK, ticked: ['d0-1'], opened: ['l0-1'], custom: ALL };

describe('answers to a supervisor’s own questions', () => {
  it('have one spelling, in the order of the questions, and ticks none', () => {
    expect(customFacts(QUESTIONS, ALL.toReversed())).toEqual(FACTS);
    expect(isSameAs(FACTS, ALL)).toBe(true);
  });

  test.each<[string, CustomAnswer]>([
    ['one that is no choice', answer('colour', { kind: 'choice', choice: 2 })],
    ['one of another kind', answer('stock', { kind: 'word', typed: '30' })],
    ['no number', answer('stock', { kind: 'number', typed: 'たくさん' })],
    ['no word', answer('word', { kind: 'word', typed: '　' })],
  ])('(%s) finish nothing', (_what, odd) => {
    expect(customFacts(QUESTIONS, [...ALL, odd])).toBe(null);
  });

  test.each<[string, readonly CustomAnswer[]]>([
    ['one less', ALL.slice(1)],
    ['one more', [...ALL, answer('other', { kind: 'number', typed: '1' })]],
    ['another', [...ALL, answer('word', { kind: 'word', typed: '冬' })]],
  ])('(%s) are not the same', (_what, answers) => {
    expect(isSameAs(FACTS, answers)).toBe(false);
  });
});

describe('whoever has looked at everything', () => {
  it('has ticked the values, opened what can be opened, and answered', () => {
    expect(lookedFacts(WHOLE)).toEqual(FACTS);
  });

  test.each<[string, Partial<Looked>]>([
    ['a value', { ticked: [] }],
    ['a link', { opened: ['l0-2'] }],
    ['a tick', { custom: ALL.filter(({ item }) => item !== 'custom:shop') }],
    ['an answer', { custom: ALL.slice(1) }],
  ])('has not, with %s left', (_what, left) => {
    expect(lookedFacts({ ...WHOLE, ...left })).toBe(null);
  });
});
