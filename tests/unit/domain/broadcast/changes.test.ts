import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Audience, Broadcast, Bubble, Schedule } from '../../../../src/domain/broadcast/broadcast.ts';
import { type Addressed, changesBetween } from '../../../../src/domain/broadcast/changes.ts';
import { CHANGES, type Change } from '../../../../src/domain/broadcast/checklist.ts';
import { fingerprintText } from '../../../../src/domain/broadcast/fingerprint.ts';
import { MINUTE, startOfMinute } from '../../../../src/domain/clock.ts';
import { anyBroadcast, basicId, broadcastOf, nearlySame, textBubble } from '../../../support/broadcasts.ts';

const addressed = (change: Partial<Broadcast> = {}, people: number | null = 120): Addressed => ({
  broadcast: broadcastOf(change),
  people,
});
const audience = (change: Partial<Audience>): Partial<Broadcast> => ({
  audience: { ...broadcastOf().audience, ...change },
});
const picture = (change: Partial<Bubble>): Partial<Broadcast> => ({
  bubbles: [{ kind: 'image', text: '', name: null, links: [], key: null, ...change }],
});
const at = (time: number): Schedule => ({ kind: 'at', at: time });
const TEN = Date.UTC(2026, 11, 1, 1, 0);

describe('an edit after the answers', () => {
  it.each<[string, Addressed, Addressed, readonly Change[]]>([
    ['nothing', addressed(), addressed(), []],
    ['another account', addressed(), addressed({ account: basicId('@other') }), ['account']],
    ['an account that is not known any more', addressed(), addressed({ account: null }), ['account']],
    ['all friends instead of some', addressed(audience({ kind: 'narrowed' })), addressed(), ['audience']],
    [
      'another target',
      addressed(audience({ target: 'a' })),
      addressed(audience({ target: 'b' })),
      ['audience'],
    ],
    ['another name', addressed(audience({ name: 'a' })), addressed(audience({ name: 'b' })), ['audience']],
    ['an unclear audience', addressed(), addressed(audience({ kind: 'unclear' })), ['audience']],
    ['more people', addressed({}, 120), addressed({}, 121), ['people']],
    ['people that are not shown any more', addressed({}, 120), addressed({}, null), ['people']],
    ['people that are shown now', addressed({}, null), addressed({}, 0), ['people']],
    ['now instead of later', addressed({ schedule: at(TEN) }), addressed(), ['schedule']],
    [
      'a minute later',
      addressed({ schedule: at(TEN) }),
      addressed({ schedule: at(TEN + MINUTE) }),
      ['schedule'],
    ],
    [
      'an unclear time',
      addressed({ schedule: at(TEN) }),
      addressed({ schedule: { kind: 'unclear' } }),
      ['schedule'],
    ],
    ['another text', addressed(), addressed({ bubbles: [textBubble('12月2日')] }), ['content']],
    ['one more bubble', addressed({ bubbles: [] }), addressed(), ['content']],
    [
      'a text that became a picture',
      addressed({ bubbles: [textBubble('')] }),
      addressed(picture({})),
      ['content'],
    ],
    ['another picture', addressed(picture({ key: 'a' })), addressed(picture({ key: 'b' })), ['content']],
    [
      'another link behind a picture',
      addressed(picture({})),
      addressed(picture({ links: ['x'] })),
      ['content'],
    ],
    ['content that cannot be read any more', addressed(), addressed({ readable: false }), ['content']],
    ['VOOM switched on', addressed(), addressed({ voom: true }), ['voom']],
    ['VOOM said for the first time, and on', addressed({ voom: null }), addressed({ voom: true }), ['voom']],
    ['an A/B test', addressed(), addressed({ abTest: true }), ['advanced']],
    ['a limit', addressed(), addressed(audience({ limit: 0 })), ['advanced']],
  ])('is named: %s', (_what, before, now, changes) => {
    expect(changesBetween(before, now)).toEqual(changes);
    expect(changesBetween(now, before)).toEqual(changes);
  });

  it('that changes several things names each, in a fixed order', () => {
    const changed = addressed({ schedule: at(TEN), account: null, voom: true, bubbles: [] }, 1);
    expect(changesBetween(addressed(), changed)).toEqual([
      'account',
      'people',
      'schedule',
      'content',
      'voom',
    ]);
  });
});

describe('the same broadcast, once read from the screen and once from the request', () => {
  it.each<[string, Addressed, Addressed]>([
    ['the screen has no target', addressed(audience({ target: '' })), addressed()],
    ['the request has no name', addressed(audience({ name: 'すべての友だち' })), addressed()],
    ['the screen has no content key', addressed(picture({})), addressed(picture({ key: 'k', name: 'n' }))],
    [
      'lines end differently',
      addressed({ bubbles: [textBubble('a\nb')] }),
      addressed({ bubbles: [textBubble('a\r\nb')] }),
    ],
    ['the request leaves out what is off', addressed(), addressed({ voom: null, abTest: null })],
    [
      'the request knows seconds',
      addressed({ schedule: at(TEN) }),
      addressed({ schedule: at(TEN + 59_999) }),
    ],
  ])('is no change: %s', (_what, screen, request) => {
    expect(changesBetween(screen, request)).toEqual([]);
    expect(changesBetween(request, screen)).toEqual([]);
  });
});

const anyAddressed: fc.Arbitrary<Addressed> = fc.record({
  broadcast: anyBroadcast,
  people: fc.option(fc.nat({ max: 2 })),
});

test('a broadcast is never changed against itself, and never clear against unclear', async () => {
  await fc.assert(
    fc.property(anyAddressed, anyAddressed, (a, b) => {
      expect(changesBetween(a, a)).toEqual([]);
      const changes = changesBetween(a, b);
      expect(changesBetween(b, a)).toEqual(changes);
      expect(changes).toEqual(CHANGES.filter((change) => changes.includes(change)));
      if ((a.broadcast.schedule.kind === 'unclear') !== (b.broadcast.schedule.kind === 'unclear')) {
        expect(changes).toContain('schedule');
      }
      if ((a.broadcast.audience.kind === 'unclear') !== (b.broadcast.audience.kind === 'unclear')) {
        expect(changes).toContain('audience');
      }
    }),
    { numRuns: 300 },
  );
});

test('where two requests tell everything, no change means the same fingerprint', async () => {
  const told = (broadcast: Broadcast): Broadcast => ({
    ...broadcast,
    schedule:
      broadcast.schedule.kind === 'at' ? at(startOfMinute(broadcast.schedule.at)) : broadcast.schedule,
    audience: {
      ...broadcast.audience,
      name: broadcast.audience.name ?? '',
      target: `t${broadcast.audience.target}`,
    },
    bubbles: broadcast.bubbles.map((one) => ({
      ...one,
      text: one.text.replaceAll('\r', ''),
      name: one.name ?? '',
      key: one.key ?? '',
    })),
    voom: broadcast.voom ?? false,
    abTest: broadcast.abTest ?? false,
  });
  await fc.assert(
    fc.property(nearlySame, ([one, other]) => {
      const [before, now] = [told(one), told(other)];
      const changes = changesBetween({ broadcast: before, people: 1 }, { broadcast: now, people: 1 });
      expect(changes.length === 0).toBe(fingerprintText(before, 1) === fingerprintText(now, 1));
    }),
    { numRuns: 300 },
  );
});
