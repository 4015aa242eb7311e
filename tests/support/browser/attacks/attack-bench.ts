import type { CDPSession, Page } from 'playwright-core';
import { BASIC_ID, broadcastUrl } from '../../../replica/addresses.ts';
import type { PartName } from '../../../replica/manager/practice-manager-api.ts';
import type { PracticeRequest, PracticeServer } from '../../../replica/manager/server/practice-server.ts';
import { kindOf } from '../../../replica/manager/server/request-kind.ts';
import { type ManagerSwitches, parseManagerSwitches } from '../../../replica/manager/switches.ts';
import type { RightAnswers } from '../answer-checklist.ts';
import type { Matta } from '../launch-matta.ts';
import { setClock } from '../set-clock.ts';
import { reservedTime } from './reserved-time.ts';

/** Longest wait for something that the product does within a fraction of a second, ms. */
export const PATIENCE_MS = 5000;
/** Later than any press still counts for the one before it, ms. */
const ANOTHER_PRESS_MS = 1000;
const PEOPLE = 300;
const ELSEWHERE_MS = 500;
/** Digits that no check takes for a number. */
const COUNTERS = 'いろはにほへとちりぬ';

/** In CSS pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A tab of the practice manager under attack, the server behind it, and a second tab of the same operator. */
export class AttackBench {
  readonly page: Page;
  readonly matta: Matta;
  readonly #input: CDPSession;
  #query = '';
  #switches: ManagerSwitches = parseManagerSwitches('');
  #texts = 0;
  #text = '';
  #second: Page | null = null;

  private constructor(page: Page, matta: Matta, input: CDPSession) {
    this.page = page;
    this.matta = matta;
    this.#input = input;
  }

  static async open(matta: Matta): Promise<AttackBench> {
    const page = await matta.context.newPage();
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    page.setDefaultTimeout(PATIENCE_MS);
    return new AttackBench(page, matta, await matta.context.newCDPSession(page));
  }

  get server(): PracticeServer {
    return this.matta.practice;
  }

  get switches(): ManagerSwitches {
    return this.#switches;
  }

  /** What was written last. */
  get text(): string {
    return this.#text;
  }

  /** The broadcasts that reached the server, taken by it or not, however their address was spelt. */
  get arrived(): number {
    return this.server.requests.filter(isBroadcast).length;
  }

  /**
   * What somebody who looked everything up would answer. Before the request is there, nothing says in which zone the page
   * writes its times.
   */
  right(source: string | null): RightAnswers {
    const { shown, seen } = reservedTime(this.#switches.zone);
    return { account: BASIC_ID, people: PEOPLE, when: source === 'button' ? seen : shown };
  }

  /** Opens the page with these switches and writes a broadcast that nothing is wrong with. */
  async start(query: string): Promise<void> {
    this.#query = query;
    this.#switches = parseManagerSwitches(query);
    await this.reload();
  }

  /** Opens the page anew, by default the one for a new broadcast. */
  async reload(address = broadcastUrl('create', this.#query)): Promise<void> {
    await this.#goTo(address);
    await this.page.waitForFunction(() => window.practiceManager?.element('send') ?? false);
    if (this.#switches.tip === 'dialog') await this.page.keyboard.press('Enter');
    await this.write();
  }

  /** A page that is going elsewhere by itself just now has to arrive there first. */
  async #goTo(address: string): Promise<void> {
    const isThere = await this.page.goto(address).catch(() => null);
    if (isThere !== null) return;
    await this.page.waitForTimeout(ELSEWHERE_MS);
    await this.page.goto(address);
  }

  /** Opens the page anew where it has become of no use: left for another, or waiting for what will never come. */
  async renew(mayBeBusy = false): Promise<void> {
    const isOfUse = await this.page
      .evaluate((mayWait) => {
        const { element, state } = window.practiceManager;
        return element('send') !== null && (mayWait || !state().busy);
      }, mayBeBusy)
      .catch(() => false);
    if (!isOfUse) await this.reload();
  }

  /** Goes to another address with the same switches, as a link would. */
  async visit(page: '' | 'create' | `edit/${string}`, more = ''): Promise<void> {
    const address = broadcastUrl(page, [this.#query, more].filter((part) => part !== '').join('&'));
    if (this.#switches.nav === 'hard') {
      await this.reload(address);
      return;
    }
    await this.page.evaluate((url) => {
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await this.page.waitForFunction((isList) => {
      const { element, state } = window.practiceManager;
      return isList ? state().place === 'list' : element('send') !== null;
    }, page === '');
    if (page !== '') await this.write();
  }

  /** Writes a text that was never sent before. */
  async write(): Promise<void> {
    this.#texts += 1;
    const counter = [...String(this.#texts)].map((digit) => COUNTERS[Number(digit)]).join('');
    this.#text = `パンの会からのお知らせ、${counter}の巻です。`;
    const { written } = reservedTime(this.#switches.zone);
    const filling = { texts: [this.#text], people: PEOPLE, when: written, audience: 'narrowed' } as const;
    await this.page.evaluate((all) => window.practiceManager.fill(all), filling);
  }

  /** Another tab of the same operator, with a broadcast on the page as it is by default. */
  async second(): Promise<Page> {
    if (this.#second !== null) return this.#second;
    const second = await this.matta.context.newPage();
    await second.goto(broadcastUrl('create'));
    await second.waitForFunction(() => window.practiceManager?.element('send') ?? false);
    await second.evaluate(() => window.practiceManager.fill({ texts: ['別のタブのお知らせです。'] }));
    await this.page.bringToFront();
    this.#second = second;
    return second;
  }

  /** Where a part is in the window; null when it is not there. */
  point(part: PartName): Promise<Point | null> {
    return this.page.evaluate((name) => window.practiceManager.rect(name), part);
  }

  /** A real press with the mouse; false when the part is not there. */
  async click(part: PartName): Promise<boolean> {
    const point = await this.point(part);
    if (point !== null) await this.page.mouse.click(point.x, point.y);
    return point !== null;
  }

  /** A tap with a finger. */
  async touch({ x, y }: Point): Promise<void> {
    await this.#input.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await this.#input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.#input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await this.#input.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  }

  /** A press with a pen. */
  async pen({ x, y }: Point): Promise<void> {
    const press = { x, y, button: 'left', clickCount: 1, pointerType: 'pen' } as const;
    await this.#input.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' });
    await this.#input.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' });
  }

  /** Moves every clock but the server's: `offsetMs` after the real time. */
  setClock(offsetMs: number): Promise<void> {
    return setClock(this.matta, offsetMs);
  }

  /** Lets Matta's clock on the page go on, so that the next press is no part of the last one. */
  async passTime(ms = ANOTHER_PRESS_MS): Promise<void> {
    await this.page.evaluate((more) => {
      const before = Number(localStorage.getItem('practice-clock-offset') ?? 0);
      localStorage.setItem('practice-clock-offset', String(before + more));
      document.dispatchEvent(new CustomEvent('practice-clock', { detail: before + more }));
    }, ms);
  }
}

/** A server that is more forgiving than the practice one would decode what it does not know. */
function isBroadcast(request: PracticeRequest): boolean {
  if (request.kind !== 'other') return request.kind === 'delivery';
  return kindOf({ ...request, path: decodeURIComponent(request.path) }) === 'delivery';
}
