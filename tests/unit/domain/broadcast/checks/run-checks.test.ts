import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../../../public/_locales/ja/messages.json';
import { findingSchema } from '../../../../../src/domain/broadcast/checklist.ts';
import { CHECKS } from '../../../../../src/domain/broadcast/checks/checks.ts';
import { findingsOf, runChecks } from '../../../../../src/domain/broadcast/checks/run-checks.ts';
import { DAY, HOUR } from '../../../../../src/domain/clock.ts';
import { basicId, broadcastOf, textBubble } from '../../../../support/broadcasts.ts';
import { contextOf, linkingTo, NOW, pastBroadcast, saying } from './check-bench.ts';

const FOLDER = fileURLToPath(new URL('../../../../../src/domain/broadcast/checks', import.meta.url));
/** How many values each text takes. */
const PLACES = new Map(
  Object.entries(messages).map(([key, text]) => [
    key,
    'placeholders' in text ? Object.keys(text.placeholders ?? {}).length : 0,
  ]),
);
const OTHERS = [{ id: basicId('@hanabi'), name: 'はな' }];

/** Pieces that the checks look for, so that random texts come near them. */
const piece = fc.constantFrom(
  ...[
    '12月1日',
    '(月)',
    '〜',
    '3日',
    '2/30',
    '18:00',
    'まで',
    '本日',
    '1,980円',
    '20%OFF',
    '〇〇',
    'ＸＸ',
    '{',
    '}',
    '【',
    '仮',
    '】',
  ],
  ...[
    'https://',
    'komugi.jp',
    '/a',
    '。',
    '）',
    '\n',
    ' ',
    '　',
    'あんぱん',
    '090-1234-5678',
    'テスト',
    '？？？',
    '様',
    '店',
    'はな',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 20,
  }),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 40 })
    .map((pieces) => pieces.join('')),
);

describe('the list of checks', () => {
  it('has every check of the folder, each under the name of its file', () => {
    const files = readdirSync(FOLDER).filter((file) =>
      /: Check = \{/.test(readFileSync(`${FOLDER}/${file}`, 'utf8')),
    );
    expect(CHECKS.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
  });
});

describe('all checks together', () => {
  it('find nothing in an ordinary broadcast', () => {
    expect(runChecks(contextOf())).toEqual([]);
  });

  it('put blocks first, then warnings, then the rest, each with an id of its own', () => {
    const broadcast = broadcastOf({
      bubbles: [textBubble('〇〇様 12月1日(月) ●●店 http://komugi.jp https://stg.komugi.jp')],
      voom: true,
      abTest: true,
    });
    const findings = runChecks(contextOf({ broadcast }));
    expect(findings.map(({ id, level }) => `${level} ${id}`)).toEqual([
      'block leftover-placeholder-1',
      'block leftover-placeholder-2',
      'block link-staging-1',
      'warn weekday-mismatch-1',
      'warn link-insecure-1',
      'warn voom-on-1',
      'inform ab-test-1',
    ]);
  });

  it('give every text as many values as it has places for', () => {
    const history = [1, 2, 3, 4, 5].map(() => pastBroadcast({ audience: 'narrowed', people: 10 }));
    const late = broadcastOf({
      schedule: { kind: 'at', at: NOW - DAY },
      audience: { kind: 'all', name: null, target: '', limit: 5 },
    });
    const contexts = [
      contextOf({
        history,
        changedAfterApproval: true,
        page: { accountName: null, people: 2_000, recognised: true },
      }),
      contextOf({
        broadcast: late,
        now: NOW + 13 * HOUR,
        page: { accountName: null, people: null, recognised: false },
      }),
      contextOf({
        broadcast: broadcastOf({
          schedule: { kind: 'at', at: NOW + 1 },
          voom: true,
          abTest: true,
          bubbles: [],
        }),
      }),
      contextOf({ broadcast: broadcastOf({ readable: false }) }),
      contextOf({ history: history.map((past) => ({ ...past, people: 9_000, sketch: contextOf().sketch })) }),
      saying('', 'あ'.repeat(501), '三', '四'),
      saying('あんぱん 180円 \n20%OFF', 'あんぱん 160円\n30%OFF'),
      saying('ああ'),
      saying(
        '11月20日 11月20日まで 11月31日 佐藤090-1234-5678 hanako@komugi.jp 普通 1234567 高森市本町12番地',
      ),
      saying(
        '4111 1111 1111 1111 1234-5678-9018 https:// komugi.jp htps://a.jp https://komugi https://a.jp／b',
      ),
      saying('http://a.jp http://a.jpへ bit.ly/a'),
      linkingTo('https://', 'https://a.jp', 'https://a.jp'),
    ];
    const findings = contexts.flatMap(runChecks);
    expect(new Set(findings.map(({ key }) => key)).size).toBeGreaterThan(35);
    for (const { key, values } of findings) expect([key, values.length]).toEqual([key, PLACES.get(key)]);
  });

  it('tell of at most five places each, the gravest first', () => {
    const found = runChecks(saying('なに？？？か '.repeat(6), '〇〇様')).filter(
      ({ check }) => check === 'leftover-placeholder',
    );
    expect(found.map(({ level }) => level)).toEqual(['block', 'warn', 'warn', 'warn', 'warn']);
  });

  it('never throw, point only into their bubble and fit what is sent to the page, whatever the text', async () => {
    await fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 3 }),
        fc.array(anyText, { maxLength: 2 }),
        (texts, links) => {
          const bubbles = texts.map((text) => ({ ...textBubble(text), links, name: text.slice(0, 10) }));
          const findings = runChecks(
            contextOf({ broadcast: broadcastOf({ bubbles }), otherAccounts: OTHERS }),
          );
          expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
          for (const finding of findings) {
            expect(v.safeParse(findingSchema, finding).success).toBe(true);
            expect(PLACES.get(finding.key), finding.key).toBe(finding.values.length);
            const { bubble, start, end } = finding.stretch ?? { bubble: 0, start: 0, end: 0 };
            expect([start <= end, start >= 0, end <= (texts[bubble]?.length ?? 0)]).toEqual([
              true,
              true,
              true,
            ]);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);
});

const LONG = 5_000;
const fill = (text: string) => text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);
const LONG_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ...[
    '1',
    '０',
    '.',
    '(',
    ')',
    '（',
    ' ',
    '\u3000',
    '\n',
    '?',
    '○',
    '〇',
    'X',
    'a',
    'あ',
    '漢',
    'ー',
    '{',
    '[',
    '【',
    ',',
    ':',
    '/',
    '-',
    '@',
  ],
  ...[
    'a.',
    '1,',
    '1/',
    '1:',
    '1-',
    '00',
    '12/1 ',
    '12/1,',
    '12月1日',
    '12月1日・2日・',
    '(火',
    '本日',
    '1円',
    '100円\n',
    '90%OFF ',
  ],
  ...[
    'http',
    'https://',
    'https://a.jp ',
    'https://a.jp)',
    'a.jp',
    'a@a.',
    '様',
    '漢様',
    '店',
    '090',
    '4111',
    'テスト',
    '\ud800',
    '令和',
    '{あ',
  ],
  ...['あんぱん 180円\n', '市1番地', '丁目1番', 'xx ', '[a', '( [', '年月日', '価格', '1個'],
].map((text) => [JSON.stringify(text), fill(text)] as const);

describe('each check', () => {
  it.each(LONG_TEXTS)('takes less than 50 ms for 5,000 letters of %s', (_, text) => {
    const context = contextOf({
      broadcast: broadcastOf({ bubbles: [textBubble(text)] }),
      now: NOW,
      otherAccounts: OTHERS,
    });
    const slow = CHECKS.map((check) => ({
      name: check.name,
      ms: quickest(() => findingsOf(check, context)),
    })).filter(({ ms }) => ms >= 50);
    expect(slow).toEqual([]);
  });
});

/** Milliseconds of processor time, which does not depend on who else uses it; the best of three if the first was slow. */
function quickest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3 && best >= 50; turn++) {
    const before = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(before).user / 1_000);
  }
  return best;
}
