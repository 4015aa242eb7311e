import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  type ApprovalBrief,
  briefLine,
  LONGEST_BRIEF,
  readBrief,
} from '../../../../../src/domain/broadcast/approval/brief.ts';
import { lookOf, lookText } from '../../../../../src/domain/broadcast/approval/look.ts';
import { spokenCodeSchema } from '../../../../../src/domain/broadcast/approval/spoken-code.ts';
import type { Item } from '../../../../../src/domain/broadcast/checklist.ts';
import { extractValues } from '../../../../../src/domain/broadcast/text/extract-values.ts';
import { linksOf } from '../../../../../src/domain/broadcast/text/links-of.ts';
import { toBase64 } from '../../../../../src/domain/policy/signed-file/base64.ts';
import { utf8 } from '../../../../../src/domain/policy/signed-file/utf8.ts';
import {
  anyBroadcast,
  broadcastOf,
  extractedValue,
  linkOf,
  textBubble,
} from '../../../../support/broadcasts.ts';

const CODE = v.parse(spokenCodeSchema, '7K2M9QR0');
const ITEMS: readonly Item[] = [
  { name: 'people', known: true },
  { name: 'values', values: [extractedValue('d0-1')] },
  { name: 'links', links: [linkOf('l0-1')] },
  {
    name: 'custom:stock',
    kind: 'choice',
    text: { ja: '在庫は' },
    choices: [{ ja: '<b>ある</b>', en: 'Yes' }, { ja: '\u202eない' }],
  },
];
const briefOf = (texts = ['冬のフェアを始めます。']): ApprovalBrief => ({
  request: CODE,
  look: lookOf(broadcastOf({ bubbles: texts.map(textBubble) }), ITEMS),
});
const lineOf = (brief = briefOf()) => briefLine(brief) ?? '';
const line = (json: string) => `matta-approval-1:${toBase64(utf8(json))}.`;

describe('the text that an operator sends', () => {
  it('is read back as it was, whatever the messages say and wherever the chat breaks its lines', async () => {
    const brief = fc
      .tuple(anyBroadcast, fc.subarray([...ITEMS]))
      .map(([broadcast, items]) => ({ request: CODE, look: lookOf(broadcast, items) }));
    await fc.assert(
      fc.asyncProperty(brief, fc.nat(), async (sent, at) => {
        const whole = lineOf(sent);
        const place = 'matta-approval-1:'.length + (at % (whole.length - 'matta-approval-1:'.length));
        const pasted = `お願いします。\n${whole.slice(0, place)}\r\n ${whole.slice(place)}\n-- \nSato`;
        const read = readBrief(pasted);
        expect(read).toEqual({ kind: 'brief', brief: sent });
        if (read.kind === 'brief') expect(lookText(read.brief.look)).toBe(lookText(sent.look));
      }),
    );
  });

  it('says neither from which account, nor to how many people, nor when', () => {
    const look = JSON.stringify(lookOf(broadcastOf(), ITEMS));
    expect(look).not.toMatch(/bakery|audience|schedule|people/);
  });

  it('does not show the raw body of a request that nobody could read', () => {
    const raw = { ...textBubble('{"audience":842}'), kind: 'unknown' as const };
    expect(JSON.stringify(lookOf(broadcastOf({ bubbles: [raw], readable: false }), []))).not.toContain('842');
    expect(JSON.stringify(lookOf(broadcastOf({ bubbles: [raw] }), []))).toContain('842');
  });

  it('does not show what is found in such a body either: there the number and the time would stand again', () => {
    const body = '{"audience":"842人","at":"2026-12-01 10:00","next":"https://shop.example/842"}';
    const raw = { ...textBubble(body), kind: 'unknown' as const };
    const broadcast = broadcastOf({ bubbles: [raw], readable: false });
    const values = [...extractValues(broadcast, 0)];
    const links = [...linksOf(broadcast)];
    expect([values.length, links.length]).not.toContain(0);
    const items: readonly Item[] = [
      { name: 'values', values },
      { name: 'links', links },
    ];
    expect(JSON.stringify(lookOf(broadcast, items))).not.toMatch(/842|2026/);
  });

  it('has nothing in it that a chat program takes for emphasis', () => {
    expect(lineOf()).toMatch(/^matta-approval-1:[A-Za-z0-9+/=]+\.$/);
  });

  it('is none where it would be longer than anybody reads', () => {
    const longest = Array.from({ length: 10 }, () => '長'.repeat(5_000));
    expect(lineOf(briefOf(longest)).length).toBe(0);
    expect(lineOf(briefOf(longest.slice(0, 3))).length).toBeGreaterThan(0);
  });
});

describe('what somebody pastes', () => {
  it('is damaged wherever it is cut off, or has one sign altered', async () => {
    const whole = lineOf();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 17, max: whole.length - 1 }), async (end) => {
        expect(readBrief(whole.slice(0, end))).toEqual({ kind: 'damaged' });
        expect(readBrief(`${whole.slice(0, end)}*${whole.slice(end)}`)).toEqual({ kind: 'damaged' });
      }),
    );
  });

  test.each([
    ['words', 'お世話になっております。', 'none'],
    ['nothing', '', 'none'],
    ['one of a newer Matta', 'matta-approval-2:AAAA.', 'newer'],
    ['no JSON', line('いいえ'), 'damaged'],
    ['something else', line('{"request":"7K2M9QR0"}'), 'damaged'],
    ['a list', line('[]'), 'damaged'],
    ['a code that is none', line(JSON.stringify({ ...briefOf(), request: 'パン' })), 'damaged'],
    ['no bytes', 'matta-approval-1:.', 'damaged'],
    ['half a sign', 'matta-approval-1:4.', 'damaged'],
    ['more than anybody sends', 'あ'.repeat(LONGEST_BRIEF + 2_000), 'too-long'],
    ['depth without end', line('['.repeat(9_000)), 'damaged'],
  ])('(%s) is no brief', (_what, pasted, kind) => {
    expect(readBrief(pasted)).toEqual({ kind });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.json(), async (noise, json) => {
        expect(readBrief(noise).kind).not.toBe('brief');
        expect(readBrief(line(json)).kind).toBe('damaged');
      }),
    );
  });
});

describe('what an answer is bound to', () => {
  it('is another text for other messages, values, links or questions', () => {
    const base = briefOf().look;
    const others = [
      briefOf(['冬のフェアを始めます！']).look,
      { ...base, values: [] },
      { ...base, links: [linkOf('l0-1', 'https://example.jp/2')] },
      { ...base, questions: [] },
    ];
    expect(new Set([base, ...others].map(lookText)).size).toBe(5);
  });
});
