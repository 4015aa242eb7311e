import * as fc from 'fast-check';
import type { Approver } from '../../src/domain/broadcast/approval/approver.ts';
import type { BasicId } from '../../src/domain/broadcast/basic-id.ts';
import { CHECK_LEVELS } from '../../src/domain/broadcast/checks/check-levels.ts';
import type { AddedAnchors } from '../../src/domain/line-anchors.ts';
import { CONTENTS, type Condition, type CustomItem } from '../../src/domain/policy/custom-item.ts';
import { EXCERPTS } from '../../src/domain/policy/excerpts.ts';
import { ASKINGS, POLICY_LEVELS, USUAL_AUDIENCES } from '../../src/domain/policy/gate-rules.ts';
import { LANGUAGES } from '../../src/domain/policy/languages.ts';
import type { Layers } from '../../src/domain/policy/layer.ts';
import { MODES } from '../../src/domain/policy/mode.ts';
import { OVERRIDES } from '../../src/domain/policy/override.ts';
import {
  ACCOUNT_RULE_KEYS,
  type AccountRuleSet,
  type RuleBook,
  type RuleKey,
  type RuleSet,
  type RuleValues,
} from '../../src/domain/policy/rules.ts';
import { REGIONS, type WindowChoice } from '../../src/domain/policy/window-choice.ts';
import { basicId } from './broadcasts.ts';
import { account } from './sent-messages.ts';

/** Few of each, so that layers often speak of the same. */
export const SHOPS: readonly BasicId[] = [basicId('@bakery'), basicId('@hanabi'), basicId('@sushi')];

const words = fc.constantFrom('必ず', 'No.1', '無料', '絶対', '最安');
const listOf = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 4 });
const someNames = <R extends string>(names: readonly string[], ranks: readonly R[]) =>
  fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...ranks), { maxKeys: 4, noNullPrototype: true });
const minute = fc.integer({ min: 0, max: 1_439 });
const text = fc.constantFrom('', 'お詫びします。', '訂正です。');

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>({ if: 'large' }, { if: 'voom' }, { if: 'audience', is: 'all' }),
  fc.constantFrom(...CONTENTS).map((what): Condition => ({ if: 'contains', what })),
  fc.subarray([...SHOPS], { minLength: 1 }).map((shops): Condition => ({ if: 'account', in: shops })),
);
const shared = {
  id: fc.constantFrom('brief', 'stock', 'price'),
  text: fc.constantFrom({ ja: '在庫は足りますか。' }, { ja: '値段は？', en: 'Is the price right?' }),
  when: fc.oneof(fc.constant('always' as const), fc.array(condition, { minLength: 1, maxLength: 2 })),
};
const YES_OR_NO: Extract<CustomItem, { kind: 'choice' }>['choices'] = [
  { text: { ja: 'はい' }, isRight: true },
  { text: { ja: 'いいえ' }, isRight: false },
];
export const anyCustomItem: fc.Arbitrary<CustomItem> = fc.oneof(
  fc.record({ ...shared, kind: fc.constant('tick' as const) }),
  fc.record({
    ...shared,
    kind: fc.constant('choice' as const),
    choices: fc.constant(YES_OR_NO),
  }),
  fc.record({ ...shared, kind: fc.constant('number' as const), right: fc.constantFrom(null, 0, 12) }),
  fc.record({ ...shared, kind: fc.constant('word' as const), right: fc.constant<string[]>(['まつや']) }),
);

const anyWindow = fc.constantFrom<WindowChoice>(
  { mode: 'automatic' },
  { mode: 'hour' },
  { mode: 'day', checkedAt: 1 },
  { mode: 'custom', minutes: 30 },
);

const approver = (name: string, digit: string): Approver => ({
  name,
  salt: digit.repeat(32),
  key: digit.repeat(64),
});

/** Any valid value of each rule. */
export const ANY_VALUE: { readonly [K in RuleKey]: fc.Arbitrary<RuleValues[K]> } = {
  network: fc.constantFrom(...MODES),
  lock: fc.constantFrom(...MODES),
  button: fc.constantFrom(...MODES),
  items: fc
    .tuple(
      someNames(['values', 'links', 'test', 'correction', 'of-tomorrow'], ASKINGS),
      someNames(['account', 'people', 'when'], ['large', 'always'] as const),
    )
    .map(([free, asked]) => ({ ...free, ...asked })),
  largeAudience: fc.constantFrom(1, 100, 1_000, 5_000, 100_000_000),
  leadMinutes: fc.constantFrom(0, 5, 30, 1_440),
  checkLevels: someNames(
    Object.keys(CHECK_LEVELS).filter((name) => name !== 'changed-after-approval' && name !== 'unreadable'),
    POLICY_LEVELS,
  ),
  cautionWords: listOf(words),
  ownLinkHosts: fc.option(listOf(fc.constantFrom('komugi.jp', 'shop.komugi.jp', 'matsuya.jp', 'lin.ee'))),
  quietHours: fc.oneof(
    fc.record({ from: minute, to: minute }),
    fc.constantFrom({ from: 0, to: 0 }, { from: 0, to: 1_440 }, { from: 720, to: 720 }),
  ),
  holidays: listOf(fc.constantFrom('2027-01-01', '2027-01-02', '2027-05-03')),
  usualAudience: fc.constantFrom(...USUAL_AUDIENCES),
  coolDownSeconds: fc.integer({ min: 0, max: 60 }),
  secondPerson: fc.constantFrom(...ASKINGS),
  approvers: fc.option(fc.subarray([approver('山田', 'a'), approver('鈴木', 'b')])),
  override: fc.constantFrom(...OVERRIDES),
  customItems: listOf(anyCustomItem),
  correctionText: text,
  contactNames: listOf(fc.constantFrom('店長', '本部')),
  journalExcerpt: fc.constantFrom(...EXCERPTS),
  windows: fc.dictionary(fc.constantFrom(account(1), account(2)), anyWindow, { noNullPrototype: true }),
  region: fc.constantFrom(...REGIONS),
  marginSeconds: fc.integer({ min: 0, max: 300 }),
  warn: fc.constantFrom({ warnMinutes: 10, urgentMinutes: 5 }, { warnMinutes: 30, urgentMinutes: 1 }),
  retentionDays: fc.integer({ min: 1, max: 365 }),
  language: fc.constantFrom('auto', ...LANGUAGES),
  journalRetentionDays: fc.integer({ min: 1, max: 3_650 }),
  anchors: fc.constantFrom<AddedAnchors>(
    {},
    { 'chat.failed': ['.x-refused'] },
    { 'manager.section': ['.x-part'] },
  ),
  apologyTexts: listOf(fc.constantFrom('失礼しました。', '間違えて送りました。')),
};

/** Values for some of the rules. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc.record(ANY_VALUE, { requiredKeys: [] });
const anyAccountRuleSet: fc.Arbitrary<AccountRuleSet> = anyRuleSet.map((rules) =>
  Object.fromEntries(
    ACCOUNT_RULE_KEYS.filter((key) => rules[key] !== undefined).map((key) => [key, rules[key]]),
  ),
);

export const anyRuleBook: fc.Arbitrary<RuleBook> = fc.record({
  rules: anyRuleSet,
  accounts: fc.dictionary(fc.constantFrom(...SHOPS), anyAccountRuleSet, { noNullPrototype: true }),
});

export const anyLayers: fc.Arbitrary<Layers> = fc.record(
  {
    'managed-default': anyRuleBook,
    own: anyRuleBook,
    signed: anyRuleBook,
    'managed-locked': anyRuleBook,
  },
  { requiredKeys: [] },
);
