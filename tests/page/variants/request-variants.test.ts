import { expect, test } from 'vitest';
import { classifyBody } from '../../../src/line/manager/requests/classify-body.ts';
import { classifyRequest } from '../../../src/line/manager/requests/classify-request.ts';
import { readBroadcastRequest } from '../../../src/line/manager/requests/read-broadcast-request.ts';
import { Random } from '../../replica/chat/model/random.ts';
import { makeRequest, type RequestVariant } from '../../support/variants/request-variant.ts';
import { everySeed, PATIENCE_MS } from '../../support/variants/seeds.ts';

/** Released: it goes on without a checklist. */
function isReleased({ method, url, body }: RequestVariant): boolean {
  const byAddress = classifyRequest(method, url);
  if (byAddress === 'harmless' || byAddress === 'test') return true;
  return classifyBody(body, byAddress) !== 'commit';
}

/** What is stated of the broadcast, and is not so. */
function falseStatements({ url, body, isNow, sends, text }: RequestVariant): readonly string[] {
  const { schedule, bubbles, readable, account } = readBroadcastRequest(url, body);
  const wrong: string[] = [];
  if (schedule.kind !== 'unclear' && (schedule.kind === 'now') !== (sends && isNow))
    wrong.push(schedule.kind);
  if (readable && bubbles.map((bubble) => bubble.text).join() !== text) wrong.push('another text');
  if (account !== null && account !== '@demo') wrong.push(account);
  return wrong;
}

test(
  'no request that sends is released, whatever LINE makes of it, and nothing false is said of any',
  () => {
    const requests = everySeed().map((seed) => ({ seed, ...makeRequest(new Random(`request ${seed}`)) }));
    const released = requests.filter((request) => request.sends && isReleased(request));
    expect(released.slice(0, 5)).toEqual([]);
    const misread = requests.map((request) => ({ ...request, said: falseStatements(request) }));
    expect(misread.filter(({ said }) => said.length > 0).slice(0, 5)).toEqual([]);
    const drafts = requests.filter(({ sends }) => !sends);
    expect(drafts.filter(isReleased).length).toBeGreaterThanOrEqual(drafts.length * 0.95);
  },
  PATIENCE_MS,
);
