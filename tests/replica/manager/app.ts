import { switches } from './active-switches.ts';
import { element } from './dom.ts';
import { labels } from './locale.ts';
import { formOf } from './model/content.ts';
import { type BroadcastForm, emptyForm } from './model/form.ts';
import { fieldsOf, ManagerInterface } from './net/interface.ts';
import { requestLog } from './net/transmit.ts';
import type { ManagerState } from './practice-manager-api.ts';
import { accountOf, addressOf, type Route, routeOf } from './route.ts';
import { closeDialog, dialogPlace } from './view/dialog.ts';
import { openTip } from './view/dialogs.ts';
import { Editor } from './view/editor.ts';
import { type ListTab, MessageList } from './view/list.ts';
import { Shell } from './view/shell.ts';
import { Toast } from './view/toast.ts';

/** What the page before says to the page after, where pages are loaded anew. */
const NOTE_KEY = 'practice-manager-note';
const TAB_KEY = 'practice-manager-tab';
const COPY_KEY = 'practice-manager-copy';
/** What is copied by somebody who opens the address of a copy directly. */
const STANDARD_COPY = '501093101';

/** The manager's pages about broadcasts: joins address, list and editor. */
export class ManagerApp {
  readonly #account = accountOf(location);
  readonly #interface = new ManagerInterface(this.#account);
  readonly #shell = new Shell(this.#account, { onGo: (path) => this.go(path) });
  readonly #toast = new Toast();
  #editor: Editor | null = null;
  #showing = new AbortController();
  /** The page is about to be loaded anew; what it shows until then is over. */
  #isLeaving = false;

  /** The open editor; null on other pages and while one is loading. */
  get editor(): Editor | null {
    return this.#editor;
  }

  start(signal: AbortSignal): void {
    document.body.append(this.#shell.element, this.#toast.element);
    addEventListener('popstate', () => this.#show(), { signal });
    addEventListener('pageshow', () => this.#arrive(), { signal });
    const note = sessionStorage.getItem(NOTE_KEY);
    sessionStorage.removeItem(NOTE_KEY);
    if (note !== null) this.#toast.show(note);
    this.#show();
    if (switches.tip === 'dialog') openTip();
  }

  state(): ManagerState {
    const bubbles = this.#editor?.form.bubbles ?? [];
    return {
      texts: bubbles.filter(({ format }) => format === 'text').map(({ text }) => text),
      busy: this.#isLeaving || requestLog().some(({ end }) => end === null),
      error: this.#editor?.error ?? null,
      toast: this.#toast.text,
      path: location.pathname,
      place: dialogPlace() ?? routeOf(location).page,
    };
  }

  /** Goes to a path below the account, as a link would. */
  go(path: string, isCopy = false): void {
    this.#move(path, isCopy, () => this.#show());
  }

  #show(): void {
    closeDialog();
    this.#showing.abort();
    this.#showing = new AbortController();
    this.#editor = null;
    const route = routeOf(location);
    document.title = `${route.page === 'list' ? labels.menu.list : labels.menu.create} | ${labels.practice}`;
    if (route.page === 'list') this.#showList();
    else void this.#showEditor(route, this.#showing.signal);
  }

  #showList(): void {
    const list = new MessageList(this.#interface, {
      onOpen: (id) => this.go(`broadcast/edit/${id}`),
      onCopy: (id) => {
        sessionStorage.setItem(COPY_KEY, id);
        this.go('broadcast/create', true);
      },
      onCreate: () => this.go('broadcast/create'),
    });
    this.#shell.main.replaceChildren(list.element);
    const tab = sessionStorage.getItem(TAB_KEY);
    sessionStorage.removeItem(TAB_KEY);
    void list.show(tabOf(tab));
  }

  async #showEditor(route: Exclude<Route, { page: 'list' }>, signal: AbortSignal): Promise<void> {
    this.#shell.main.replaceChildren(element('p', 'empty', '…'));
    const form = await this.#formFor(route);
    if (signal.aborted) return;
    const id = route.page === 'edit' ? route.id : null;
    const events = {
      // Somebody who has gone on to another page meanwhile stays there.
      onDraft: (saved: string) => signal.aborted || this.#keepDraft(saved),
      onTest: () => this.#toast.show(labels.toasts.test),
      onSent: (when: BroadcastForm['when']) => signal.aborted || this.#leaveSent(when),
    };
    this.#editor = new Editor({ form, id }, this.#interface, events, signal);
    this.#shell.main.replaceChildren(this.#editor.element);
  }

  async #formFor(route: Exclude<Route, { page: 'list' }>): Promise<BroadcastForm> {
    if (route.page === 'create' && !route.isCopy) return emptyForm();
    const id = route.page === 'edit' ? route.id : (sessionStorage.getItem(COPY_KEY) ?? STANDARD_COPY);
    const { content } = fieldsOf(await this.#interface.one(id));
    return typeof content === 'object' && content !== null ? formOf({ ...content }) : emptyForm();
  }

  /** A saved draft has an address of its own; the operator goes on writing. */
  #keepDraft(id: string): void {
    const path = `broadcast/edit/${id}`;
    this.#note(labels.toasts.draft);
    if (location.pathname !== addressOf(this.#account, path).split('?')[0])
      this.#move(path, false, () => undefined);
  }

  #leaveSent(when: BroadcastForm['when']): void {
    this.#note(when === 'now' ? labels.toasts.sent : labels.toasts.reserved);
    sessionStorage.setItem(TAB_KEY, when === 'now' ? 'SENT' : 'SCHEDULED');
    this.go('broadcast');
  }

  #move(path: string, isCopy: boolean, onArrival: () => void): void {
    const address = addressOf(this.#account, path, isCopy);
    if (switches.nav === 'hard' || !path.startsWith('broadcast')) {
      this.#isLeaving = true;
      location.assign(address);
      return;
    }
    history.pushState(null, '', address);
    onArrival();
  }

  /** Also when the browser takes the page out of its store of pages that were left. */
  #arrive(): void {
    this.#isLeaving = false;
  }

  #note(text: string): void {
    this.#toast.show(text);
    if (switches.nav === 'hard') sessionStorage.setItem(NOTE_KEY, text);
  }
}

function tabOf(text: string | null): ListTab {
  const tabs: readonly ListTab[] = ['SCHEDULED', 'DRAFTED', 'SENT', 'ERROR'];
  return tabs.find((tab) => tab === text) ?? 'SCHEDULED';
}
