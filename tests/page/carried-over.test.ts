// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../src/domain/clock.ts';
import { CarriedOver, RowPresence } from '../../src/line/chat/carried-over.ts';
import { idAt, row } from '../support/chat-markup.ts';
import { FakeClock } from '../support/fake-clock.ts';

const NOW = Date.UTC(2026, 10, 23, 5, 30);
const ID = idAt(NOW);

/** A row that has stood under the old address for a time when the address changes. */
function carried(stoodForMs: number, id: string | null = ID) {
  const clock = new FakeClock(NOW);
  const presence = new RowPresence(clock);
  const one = id === null ? row({}) : row({ id });
  if (id === null) one.removeAttribute('data-id');
  presence.note([one]);
  clock.advance(stoodForMs);
  return { clock, one, over: new CarriedOver(presence.of([one]), clock) };
}

describe('after the address has changed', () => {
  test('a row that stood there for a while may be the old conversation’s', () => {
    const { one, over } = carried(SECOND);
    expect(over.has(one, ID)).toBe(true);
    expect(over.has(row({ id: ID }), ID)).toBe(false);
  });

  test('a row that came just before belongs to the new one: LINE may change the rows first', () => {
    const { one, over } = carried(100);
    expect(over.has(one, ID)).toBe(false);
  });

  test('an element that is given another message is new', () => {
    const { one, over } = carried(SECOND);
    expect(over.has(one, idAt(NOW + SECOND))).toBe(false);
  });

  test('an id that comes late, for a message that was pending, does not make it new', () => {
    const { one, over } = carried(SECOND, null);
    expect(over.has(one, ID)).toBe(true);
  });

  test('a row that is still there when everything must have loaded belongs to the new one', () => {
    const { clock, one, over } = carried(SECOND);
    clock.advance(61 * SECOND);
    expect(over.has(one, ID)).toBe(false);
  });
});
