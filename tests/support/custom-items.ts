import type { CustomItem } from '../../src/domain/policy/custom-item.ts';

/** One question of each kind, as a bakery's supervisor would ask them. */
export const CUSTOM_ITEMS = {
  tick: {
    id: 'stock',
    kind: 'tick',
    when: 'always',
    text: { ja: '在庫は足りますか。', en: 'Is there enough stock?' },
  },
  choice: {
    id: 'campaign',
    kind: 'choice',
    when: 'always',
    text: { ja: 'どのキャンペーンですか。' },
    choices: [
      { text: { ja: '春の感謝祭' }, isRight: false },
      { text: { ja: '冬のパンまつり', th: 'เทศกาลขนมปัง' }, isRight: true },
    ],
  },
  number: {
    id: 'shops',
    kind: 'number',
    when: 'always',
    text: { ja: '対象の店舗はいくつですか。' },
    right: 12,
  },
  anyNumber: { id: 'stock-left', kind: 'number', when: 'always', text: { ja: '在庫の数は。' }, right: null },
  word: {
    id: 'word',
    kind: 'word',
    when: 'always',
    text: { ja: '今週の合言葉は。' },
    right: ['シュトーレン', 'Stollen'],
  },
} as const satisfies Record<string, CustomItem>;
