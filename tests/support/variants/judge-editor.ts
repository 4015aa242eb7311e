import { vi } from 'vitest';
import { readBasicId } from '../../../src/domain/broadcast/basic-id.ts';
import type { Broadcast } from '../../../src/domain/broadcast/broadcast.ts';
import { SECOND } from '../../../src/domain/clock.ts';
import type { ManagerPage } from '../../../src/line/manager/manager-page.ts';
import { openManagerPage } from '../../../src/line/manager/open-manager-page.ts';
import { openEveryRoot } from '../manager-markup.ts';
import { click } from '../trusted-events.ts';
import {
  ACCOUNT_NAME,
  type EditorPart,
  type EditorVariant,
  elementFor,
  takeDialogs,
} from './editor-variant.ts';
import { type Judged, judged } from './verdict.ts';

/** A second press within this time counts as the same one. */
const PRESS_TAKES_MS = 650;

/** Opens a changed editor as the content script does, presses its buttons, and judges all that was read. Needs fake timers. */
export async function judgeEditor(variant: EditorVariant): Promise<Judged> {
  const ending = new AbortController();
  const page = openManagerPage(document, { now: () => Date.now() }, ending.signal, {
    openRoot: openEveryRoot,
  });
  let asked = 0;
  page.onSendPress(() => {
    asked += 1;
    return 'pass';
  }, ending.signal);
  const show = takeDialogs(variant);
  for (let step = variant.later.shift(); step !== undefined; step = variant.later.shift()) {
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    step();
  }
  await vi.advanceTimersByTimeAsync(4 * SECOND);
  const isAsked = (part: EditorPart) => {
    const before = asked;
    click(elementFor(variant, part));
    // The clock alone: no look at the page's health is waited for.
    vi.setSystemTime(Date.now() + PRESS_TAKES_MS);
    return asked > before;
  };
  const { wrong, missing } = judgeFacts(variant, page);
  const refuse = (part: EditorPart, isTaken: boolean) =>
    isTaken && wrong.push(`${part} was taken for sending`);
  refuse('draft', isAsked('draft'));
  if (!isAsked('send')) missing.push('missing: the press that sends');
  const close = show.confirm();
  refuse('cancel', isAsked('cancel'));
  if (!isAsked('final')) missing.push('missing: the press that confirms');
  close();
  refuse('test', isAsked('test'));
  show.testDialog();
  refuse('testFinal', isAsked('testFinal'));
  ending.abort();
  // What could not be read is null, and what was not heard is held as a request.
  return judged({ wrong, missing, isSaid: true });
}

function judgeFacts(variant: EditorVariant, page: ManagerPage): { wrong: string[]; missing: string[] } {
  const { accountName, people } = page.facts();
  const truth = variant.isReadable ? truthOf(variant) : null;
  const found = [
    compared('the account’s name', accountName, ACCOUNT_NAME),
    compared('the people', people, variant.people),
    compared('the broadcast', page.shownBroadcast(), truth),
  ];
  return { wrong: found.flatMap(({ wrong }) => wrong), missing: found.flatMap(({ missing }) => missing) };
}

function compared(name: string, read: unknown, truth: unknown): { wrong: string[]; missing: string[] } {
  const [said, wanted] = [JSON.stringify(read), JSON.stringify(truth)];
  if (said === wanted) return { wrong: [], missing: [] };
  return read === null
    ? { wrong: [], missing: [`missing: ${name}`] }
    : { wrong: [`${name}: ${said} for ${wanted}`], missing: [] };
}

function truthOf({ spec }: EditorVariant): Broadcast {
  const { texts = [], audience = 'all', when = 'now', voom = false, abTest = false, limit = null } = spec;
  const at = when === 'now' ? null : Date.parse(`${when.date}T${when.time}`);
  return {
    account: readBasicId('@demo'),
    audience: { kind: audience, name: null, target: '', limit },
    schedule: at === null ? { kind: 'now' } : { kind: 'at', at },
    bubbles: texts.map((text) => ({ kind: 'text', text, name: null, links: [], key: null })),
    voom,
    abTest,
    readable: true,
  };
}

/** The same elements at the address of the list, where nothing is written: whatever is pressed there is left alone. */
export function judgeList(variant: EditorVariant): Judged {
  const ending = new AbortController();
  history.replaceState(null, '', '/account/@demo/broadcast');
  const page = openManagerPage(document, { now: () => Date.now() }, ending.signal, {
    openRoot: openEveryRoot,
  });
  const wrong: string[] = [];
  page.onSendPress(({ label }) => {
    wrong.push(`asked about ${label}`);
    return 'hold';
  }, ending.signal);
  for (const part of ['draft', 'send', 'final', 'test', 'testFinal'] as const)
    click(elementFor(variant, part));
  if (page.shownBroadcast() !== null) wrong.push('a broadcast is read');
  ending.abort();
  return judged({ wrong, missing: [], isSaid: true });
}
